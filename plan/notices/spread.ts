/** How many people or channels are written to in one minute. */
const RECIPIENTS_A_MINUTE = 20;

/**
 * How many minutes after its plan's opening time a recipient is written to: always the same for the same one, and so that
 * about twenty fall to a minute. None where all fit into the first.
 * @param subject key of the group, or directory id of the person in small letters
 * @param recipients how many the plan has of their kind
 */
export function spreadMinutes(subject: string, recipients: number): number {
  const minutes = Math.ceil(recipients / RECIPIENTS_A_MINUTE);
  return minutes <= 1 ? 0 : hashOf(subject) % minutes;
}

/** FNV-1a of 32 bits: the same in every process, and even over ids that differ in one letter only. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

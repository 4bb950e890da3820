/** Why SharePoint refused a write, by the code it is kept with, and what to do about it. */
const WORDS: Readonly<Record<string, string>> = {
  gone: 'The row was deleted in SharePoint. Restore it from the recycle bin of the site and try again, or give this up.',
  duplicate:
    'Another row has the same value in a column where each must be different. Change that row and try again, or give this up.',
  BAD_INPUT:
    'A value does not fit its column, most likely because it is too long. Give this up and say it again, shorter.',
};

/** What a plan manager reads of a refused write: why, and what to do. */
export function refusalWords(code: string): string {
  return (
    WORDS[code] ??
    `SharePoint does not take it (${code}). Look in the settings of the list whether a column asks for something, or checks what is entered; put that right and try again.`
  );
}

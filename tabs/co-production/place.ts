/** The parts of the page, in the order of their list. */
export const PARTS = ['groups', 'sign-off', 'log', 'you-said'] as const;
export type Part = (typeof PARTS)[number];

/** Which part of the page is shown, and which form is open in it. */
export interface Place {
  readonly part: Part;
  /** The form's name and what it is about: `['rank', 'parents']`; empty where none is open. */
  readonly open: readonly string[];
}

/** Reads a section of the address: `sign-off/agree/parents/Actions/7`. */
export function parsePlace(section: string | null): Place {
  const [first, ...open] = (section ?? '').split('/').map(decode);
  const part = PARTS.find((one) => one === first);
  return part === undefined ? { part: 'groups', open: [] } : { part, open };
}

export function formatPlace({ part, open }: Place): string {
  return [part, ...open].map(encodeURIComponent).join('/');
}

export function isSameForm(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

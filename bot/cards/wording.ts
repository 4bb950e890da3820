import { lineOf, NAME_LENGTH } from './plain-text.ts';

/** `3 answers`, `1 answer`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `Finance group`; a name that says what it is stays as it is. */
export const groupTitle = (groupName: string): string => {
  const name = lineOf(groupName, NAME_LENGTH);
  return /(group|board|team|committee|panel|forum)$/i.test(name) ? name : `${name} group`;
};

/** Joins what there is with middle dots. */
export const joinDots = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');

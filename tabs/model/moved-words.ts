import type { MovedItem } from '../../plan/content.ts';

/** Why an item stands otherwise, in the words somebody gave; or that nobody said anything. */
export function becauseWords({ reason, note, wasSaid, isNew, colour }: MovedItem): string | null {
  if (reason !== null) return `“${reason}”`;
  if (note !== null) return `“${note}”`;
  if (isNew) return null;
  if (!wasSaid) return colour === null ? 'Nobody said why' : 'A date passed; nobody has said anything';
  return 'No reason given';
}

import type { MovedItem } from '../../plan/content.ts';

/** Why an item stands otherwise, in the words somebody gave; or that nobody said anything. */
export function becauseWords({ item, reason, note, wasSaid, isNew, colour }: MovedItem): string | null {
  const words = reason ?? note ?? (item.stage === 'Waiting on others' ? item.blocker : null);
  if (words !== null) return `“${words}”`;
  if (isNew) return null;
  if (!wasSaid) return colour === null ? 'Nobody said why' : 'A date passed; nobody has said anything';
  return 'No reason given';
}

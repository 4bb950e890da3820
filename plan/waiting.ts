import type { Plan } from './plan.ts';
import type { RowKey } from './rows.ts';

/**
 * The group that words about a blocker name: `Finance group has not said who funds it`, `Finance: …`.
 * The longest name wins; the item's own group is never meant. `null` when no group is named.
 */
export function groupNamedIn(plan: Plan, words: string | null, ownGroup: RowKey | null): RowKey | null {
  if (words === null) return null;
  const text = words.toLowerCase();
  const named = plan.groups
    .filter((group) => group.key !== ownGroup && group.title.trim() !== '' && isNamed(text, group.title))
    .toSorted((one, other) => other.title.length - one.title.length);
  return named[0]?.key ?? null;
}

/** A bare name counts only at the start: "data" in a sentence is seldom the Data group. */
function isNamed(text: string, title: string): boolean {
  const name = title.trim().toLowerCase();
  if (text === name || text.startsWith(`${name}:`) || text.startsWith(`${name},`)) return true;
  if (name.includes(' ')) return text.includes(name);
  return [`${name} group`, `${name} team`].some((called) => startsAtWord(text, called));
}

function startsAtWord(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at === 0 || (at > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)));
}

import { formatShortDay } from '../calendar/dates.ts';
import { expectedWords } from '../changes.ts';
import type { YouSaidEntry } from '../content.ts';
import { isDone, isSameItem } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { IsoDate, RowKey } from '../rows.ts';
import { commentedItem } from './engagement-lines.ts';

/** Something that people said, and what came of it, before it is put into words for a page. */
export interface Voice extends Omit<YouSaidEntry, 'themeTitle' | 'onWords'> {
  /** Names it for as long as it stands in the lists, whatever is changed in it. */
  readonly key: string;
  readonly on: IsoDate | null;
  readonly theme: RowKey | null;
}

export const STILL_LOOKING = 'We are still looking at it.';

/** How far an item that people asked for has come. */
export function outcomeOf(item: Item): YouSaidEntry['outcome'] {
  if (isDone(item.stage)) return 'did';
  if (item.stage === 'Withdrawn') return 'could not';
  return item.stage === null || item.stage === 'Not started' ? 'looking' : 'doing';
}

/** How an item stands, as a sentence: nobody's words but why something could not be done. */
export function standsWords(plan: Plan, item: Item): string {
  const expected = expectedWords(item);
  const by = expected === '' ? '' : `, and is expected by ${expected}`;
  switch (item.stage) {
    case 'Complete':
    case 'Embedded':
      return item.completedOn === null
        ? 'It is complete.'
        : `It is complete since ${formatShortDay(item.completedOn)}.`;
    case 'Withdrawn':
      return withdrawnWords(plan, item);
    case 'Done awaiting sign-off':
      return 'It is done, and waits to be signed off.';
    case 'Waiting on others':
      return `It waits on others${by}.`;
    case 'In progress':
      return `It is in progress${by}.`;
    default:
      return `It has not begun${by}.`;
  }
}

/** What an item is called to people outside: titles of actions are words of those who work on them. */
export function itemWords({ ref, label, title }: Item): string {
  if (ref.list === 'Actions') return `action ${label}`;
  return `${ref.list === 'Milestones' ? 'milestone' : 'recommendation'} ${label}, “${title}”`;
}

/** The theme of an item; an action and a milestone have that of their recommendation. */
export function themeOf(plan: Plan, { ref, theme }: Item): RowKey | null {
  if (theme !== null || ref.list !== 'Actions') return theme;
  const { actions, recommendations } = indexOf(plan);
  const parent = actions.get(ref.key)?.recommendation ?? null;
  return parent === null ? null : (recommendations.get(parent)?.theme ?? null);
}

/** Why is told in words that were written for those who asked: the log's answer to a comment on it, and no note of a check-in. */
function withdrawnWords(plan: Plan, { ref }: Item): string {
  const answered = plan.engagements.findLast(({ key, answer, outcome }) => {
    if (answer !== 'We could not' || !outcome?.trim()) return false;
    const about = commentedItem(plan, key);
    return about !== null && isSameItem(about.ref, ref);
  });
  const why = answered?.outcome?.trim() ?? null;
  return why === null ? 'It was withdrawn. Why is not recorded here yet.' : `It was withdrawn: ${why}`;
}

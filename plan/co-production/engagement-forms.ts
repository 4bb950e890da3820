import { formatShortDay, todayIn } from '../calendar/dates.ts';
import type { CommentForm, EngagementForm, EngagementInput } from '../content.ts';
import { isClosed, itemsOf } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { Engagement, Group, Owner } from '../rows.ts';
import { themesInOrder } from '../themes.ts';
import { inputOf } from './engagement.ts';
import { commentedItem } from './engagement-lines.ts';
import { mayCompleteEngagement } from './engagement-people.ts';
import { choiceOf } from './sign-off-lines.ts';
import { mayRecordForOthers, referenceGroups } from './sign-off-people.ts';

/** As many entries without an outcome as a list to choose from still serves. */
const MOST_OPEN = 20;
const WORDS_LENGTH = 90;

/** What the dialog for an entry of the log holds. */
export function engagementForm(
  plan: Plan,
  {
    viewer,
    row,
    met = null,
    now,
  }: {
    readonly viewer: Owner;
    /** The entry that is changed; `null` for a new one. */
    readonly row: Engagement | null;
    /** Whom a new one is about, as far as it is known. */
    readonly met?: Group | null;
    readonly now: Temporal.Instant;
  },
  submissionKey: string,
): EngagementForm {
  return {
    planId: plan.id,
    planName: plan.name,
    engagementKey: row?.key ?? null,
    input: row === null ? newInput(met, todayIn(now, plan.settings.timeZone)) : inputOf(row),
    groupNames: referenceGroups(plan).map(({ title }) => title),
    themes: themesInOrder(plan).map(({ key, title }) => ({ key, title })),
    open: row === null ? openEntries(plan, viewer) : [],
    submissionKey,
  };
}

/** What the dialog holds in which somebody comments for a group. */
export function commentForm(plan: Plan, viewer: Owner, group: Group, submissionKey: string): CommentForm {
  return {
    planId: plan.id,
    planName: plan.name,
    groupKey: group.key,
    groupName: group.title,
    items: itemsOf(plan)
      .filter(({ stage }) => !isClosed(stage))
      .map(choiceOf),
    themes: themesInOrder(plan).map(({ key, title }) => ({ key, title })),
    mayRecordForOthers: mayRecordForOthers(plan, viewer, group.key),
    submissionKey,
  };
}

function newInput(met: Group | null, today: string): EngagementInput {
  const title = met?.kind === 'Reference' ? met.title : '';
  return { title, on: today, purpose: '', said: '', outcome: '', theme: '', answer: '', voices: '' };
}

/** What people said of which nobody has told what came of it. */
function openEntries(plan: Plan, viewer: Owner): EngagementForm['open'] {
  return plan.engagements
    .filter((row) => (row.said ?? null) !== null && (row.answer ?? null) === null)
    .filter((row) => mayCompleteEngagement(plan, viewer, row, commentedItem(plan, row.key)))
    .toReversed()
    .slice(0, MOST_OPEN)
    .map((row) => ({ key: row.key, words: wordsOf(row) }));
}

function wordsOf({ title, on, said }: Engagement): string {
  const words = `${title}${on === null ? '' : `, ${formatShortDay(on)}`}: ${said ?? ''}`.replace(
    /\s+/gu,
    ' ',
  );
  return words.length <= WORDS_LENGTH ? words : `${words.slice(0, WORDS_LENGTH - 1).trimEnd()}…`;
}

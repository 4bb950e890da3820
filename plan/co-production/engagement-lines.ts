import { formatDay } from '../calendar/dates.ts';
import type { CommentLine, EngagementLine } from '../content.ts';
import { findItem } from '../items.ts';
import type { Item, Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Engagement, Owner, RowKey } from '../rows.ts';
import { isCommentKey } from './comment-mark.ts';
import { mayCompleteEngagement } from './engagement-people.ts';

/** The engagement log as somebody sees it, the newest first; comments on the plan are lines of their own. */
export function engagementLines(plan: Plan, viewer: Owner): readonly EngagementLine[] {
  return plan.engagements
    .filter(({ key }) => !isCommentKey(key))
    .map((row) => engagementLine(plan, row, viewer))
    .toReversed();
}

function engagementLine(plan: Plan, row: Engagement, viewer: Owner): EngagementLine {
  return {
    key: row.key,
    title: row.title,
    on: row.on,
    onWords: row.on === null ? null : formatDay(row.on),
    purpose: row.purpose,
    said: row.said ?? null,
    outcome: row.outcome,
    themeKey: row.theme ?? null,
    themeTitle: themeTitle(plan, row.theme ?? null),
    answer: row.answer ?? null,
    voices: row.voices ?? null,
    mayAnswer: mayCompleteEngagement(plan, viewer, row, commentedItem(plan, row.key)),
  };
}

/** What reference groups said of the plan, the newest first. */
export function commentLines(plan: Plan, viewer: Owner): readonly CommentLine[] {
  return plan.engagements
    .filter(({ key }) => isCommentKey(key))
    .map((row): CommentLine => {
      const item = commentedItem(plan, row.key);
      return {
        key: row.key,
        groupName: row.title,
        item: item === null ? null : { ref: item.ref, label: item.label, title: item.title },
        themeTitle: themeTitle(plan, row.theme ?? null),
        words: row.said ?? '',
        onWords: row.on === null ? null : formatDay(row.on),
        voices: row.voices ?? null,
        answer: row.answer ?? null,
        answerWords: row.outcome,
        mayAnswer: mayCompleteEngagement(plan, viewer, row, item),
      };
    })
    .toReversed();
}

/** The item that an entry of the log is a comment on; `null` for all others. */
export function commentedItem(plan: Plan, engagement: RowKey): Item | null {
  const update = indexOf(plan).comments.get(engagement);
  if (update === undefined || update.itemList === null || update.itemKey === null) return null;
  return findItem(plan, { list: update.itemList, key: update.itemKey });
}

function themeTitle(plan: Plan, theme: RowKey | null): string | null {
  return theme === null ? null : (indexOf(plan).themes.get(theme)?.title ?? null);
}

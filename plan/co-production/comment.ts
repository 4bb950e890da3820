import { TEXT_LIMIT } from '../answers/answer-rules.ts';
import { applyAnswer } from '../answers/answers.ts';
import { todayIn } from '../calendar/dates.ts';
import type { CommentInput, FormProblem } from '../content.ts';
import { findItem } from '../items.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Engagement, Group, Owner, RowKey, Update } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { commentNote } from './comment-mark.ts';
import { isOfGroup, mayRecordForOthers, recorderOf } from './sign-off-people.ts';
import { readVoices } from './voices.ts';

/** Room is left in an item's history for who says it. */
const WORDS_LIMIT = TEXT_LIMIT - 300;
/** How much of an item's title stands in the purpose of an entry. */
const TITLE_LENGTH = 120;

type Problem = FormProblem<Exclude<keyof CommentInput, 'checked'>>;

/** What a comment adds, or why it can't be taken. */
export type CommentOutcome =
  | { readonly problems: readonly Problem[]; readonly engagement?: undefined; readonly update?: undefined }
  | {
      readonly problems?: undefined;
      /** What was said, for the log and for what came of it. */
      readonly engagement: Engagement;
      /** The same in the item's history; `null` for one on a theme or the whole plan. */
      readonly update: Update | null;
      readonly words: string;
    };

export interface CommentGiven {
  readonly plan: Plan;
  readonly group: Group;
  readonly input: CommentInput;
  readonly by: Owner;
  /** Names both rows, see `COMMENT_MARK`. */
  readonly key: RowKey;
  readonly now: Temporal.Instant;
}

/** People of a reference group comment for it; whoever leads it and plan managers do for people without Teams. */
export function mayComment(plan: Plan, owner: Owner, group: RowKey): boolean {
  return isOfGroup(plan, owner, group) || mayRecordForOthers(plan, owner, group);
}

/**
 * Judges what a reference group says of an item, a theme or the whole plan. It becomes an entry of the engagement log, and of
 * an item an update too: it begins with the group's name and leaves the item as it stands.
 */
export function applyComment({ plan, group, input, by, key, now }: CommentGiven): CommentOutcome {
  const today = todayIn(now, plan.settings.timeZone);
  const words = input.words.replace(/\r\n?/gu, '\n').trim();
  const voices = readVoices(input.voices);
  const item = input.ref === null ? null : findItem(plan, input.ref);
  const theme = input.theme.trim() || null;
  const problem = (field: Problem['field'], message: string): Problem => ({ field, message });
  const problems = [
    ...(words === '' ? [problem('words', 'Write what the group says.')] : []),
    ...(words.length > WORDS_LIMIT
      ? [problem('words', `This is too long: ${words.length} characters. Keep it to ${WORDS_LIMIT}.`)]
      : []),
    ...(input.ref !== null && item === null
      ? [problem('ref', 'This item is no longer in the plan. Choose another.')]
      : []),
    ...(theme !== null && !indexOf(plan).themes.has(theme)
      ? [problem('theme', 'This theme is not in the plan. Choose one from the list, or none.')]
      : []),
    ...(voices === undefined
      ? [problem('voices', 'How many people say so? Write a whole number, like 12.')]
      : []),
    ...heldBack<Problem['field']>({ words }, input.checked === true, today),
  ];
  if (problems.length > 0 || voices === undefined) return { problems };
  const recorder = recorderOf(plan, by, group.key);
  const engagement: Engagement = {
    key,
    itemId: null,
    title: group.title,
    on: today,
    purpose: purposeOf(item),
    outcome: null,
    said: words,
    theme: item?.theme ?? theme,
    answer: null,
    voices,
    recordedBy: recorder,
  };
  if (item === null)
    return {
      engagement,
      update: null,
      words: `Recorded what ${group.title} said. It is in the engagement log.`,
    };
  const note = commentNote(group.title, voices, words);
  const said = { ref: item.ref, note, checked: true };
  const applied = applyAnswer({ plan, item, input: said, by, meeting: null, answerId: key, now });
  if (applied.problems !== undefined)
    return { problems: applied.problems.map(({ message }) => problem('words', message)) };
  const update = { ...applied.update, by: recorder, title: `${item.label}: ${group.title} commented` };
  return { engagement, update, words: wordsOf(plan, group, item) };
}

function purposeOf(item: ReturnType<typeof findItem>): string {
  if (item === null) return 'Comment on the plan';
  const title = item.title.length > TITLE_LENGTH ? `${item.title.slice(0, TITLE_LENGTH - 1)}…` : item.title;
  return `Comment on ${item.label}: ${title}`;
}

function wordsOf(
  plan: Plan,
  group: Group,
  { label, owner }: NonNullable<ReturnType<typeof findItem>>,
): string {
  const name = owner === null ? null : (indexOf(plan).owners.get(owner)?.title ?? null);
  const hears = name === null ? 'The chair of its group reads of it' : `${name} reads of it`;
  return `Recorded what ${group.title} said of ${label}. It is in its history; ${hears} in the next reminder.`;
}

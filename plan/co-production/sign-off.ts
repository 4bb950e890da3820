import { TEXT_LIMIT } from '../answers/answer-rules.ts';
import { applyDecision, type ItemChanges } from '../answers/answers.ts';
import { isIsoDate, todayIn } from '../calendar/dates.ts';
import type { FormProblem, SignOffInput } from '../content.ts';
import { SIGN_OFF_DECISIONS, type SignOffDecision, type Stage } from '../glossary.ts';
import { groupName } from '../items.ts';
import { newAction, TITLE_LIMIT } from '../meeting-record/new-action.ts';
import type { Item, Plan } from '../plan.ts';
import type { Action, IsoDate, Owner, RowKey, SignOff, Update } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { recorderOf, whyNotSignOff } from './sign-off-people.ts';
import { readVoices } from './voices.ts';

/** What comes of a group's word on something done, or why it can't be taken. */
export type SignOffOutcome =
  | {
      readonly problems: readonly FormProblem<keyof SignOffInput>[];
      readonly changes?: undefined;
    }
  | {
      readonly problems?: undefined;
      readonly changes: ItemChanges;
      readonly update: Update;
      readonly signOff: SignOff;
      /** What the conditions come to where they have a day; `null` for none. */
      readonly action: Action | null;
      readonly words: string;
    };

export interface SignOffGiven {
  readonly plan: Plan;
  readonly item: Item;
  readonly input: SignOffInput;
  readonly by: Owner;
  readonly now: Temporal.Instant;
  /** Keys of the rows that it makes. */
  readonly keys: { readonly answerId: string; readonly signOff: RowKey; readonly action: RowKey };
}

/**
 * Judges what a group decided. Agreed, with or without conditions, makes the item complete; not agreed opens it again.
 * Conditions with a day become an action of the group that leads it.
 */
export function applySignOff(given: SignOffGiven): SignOffOutcome {
  const { plan, item, input, by, now, keys } = given;
  const today = todayIn(now, plan.settings.timeZone);
  const said = saidIn(input);
  const problems = problemsOf(given, said, today);
  if (problems.length > 0 || said.decision === null) return { problems };
  const group = groupName(plan, item.signOffBy) ?? 'the group';
  const conditions = said.decision === 'Agreed with conditions' ? said.conditions : null;
  const condition = conditionAction(given, conditions);
  if (condition.problems !== undefined)
    return { problems: condition.problems.map(({ message }) => ({ field: 'conditionsDue', message })) };
  const decided = { plan, item, by, now, answerId: keys.answerId, ...stateAfter(said, said.decision, group) };
  const recorder = recorderOf(plan, by, item.signOffBy);
  const signOff: SignOff = {
    key: keys.signOff,
    itemId: null,
    title: `${item.label}: ${said.decision}, ${group}`.slice(0, TITLE_LIMIT),
    itemList: item.ref.list,
    itemNumber: item.itemId,
    itemKey: item.ref.key,
    group: item.signOffBy,
    decision: said.decision,
    conditions: conditions ?? (said.decision === 'Not agreed' ? said.reason : null),
    dissent: said.dissent,
    voices: said.voices,
    on: today,
    recordedBy: recorder,
  };
  const { action } = condition;
  const { changes, update } = applyDecision(decided);
  return {
    changes,
    update: { ...update, by: recorder },
    signOff,
    action,
    words: wordsOf(item, said.decision, action),
  };
}

interface Said {
  readonly decision: SignOffDecision | null;
  readonly conditions: string | null;
  readonly reason: string | null;
  readonly dissent: string | null;
  readonly voices: number | null;
}

function saidIn(input: SignOffInput): Said {
  return {
    decision: SIGN_OFF_DECISIONS.find((decision) => decision === input.decision) ?? null,
    conditions: input.conditions.trim() || null,
    reason: input.reason.trim() || null,
    dissent: input.dissent.trim() || null,
    voices: readVoices(input.voices) ?? null,
  };
}

type Problem = FormProblem<keyof SignOffInput>;

function problemsOf({ plan, item, input, by }: SignOffGiven, said: Said, today: IsoDate): Problem[] {
  const whyNot = whyNotSignOff(plan, by, item);
  if (whyNot !== null) return [{ field: 'ref', message: whyNot }];
  if (input.groupKey !== item.signOffBy)
    return [{ field: 'ref', message: 'Another group is asked to sign it off now. Open it again.' }];
  const { decision, conditions, reason, dissent } = said;
  const texts = { conditions: conditions ?? '', reason: reason ?? '', dissent: dissent ?? '' };
  const tooLong = Object.entries(texts).flatMap(([field, text]): Problem[] =>
    text.length <= TEXT_LIMIT
      ? []
      : [
          {
            field: field as keyof typeof texts,
            message: `This is too long: ${text.length} characters. Keep it to ${TEXT_LIMIT}.`,
          },
        ],
  );
  const missing: (Problem | false)[] = [
    decision === null && { field: 'decision', message: `Choose one of: ${SIGN_OFF_DECISIONS.join(', ')}.` },
    decision === 'Agreed with conditions' &&
      conditions === null && { field: 'conditions', message: 'Say what has to be met.' },
    decision === 'Not agreed' &&
      reason === null && { field: 'reason', message: 'Say why, so that it can be put right.' },
    readVoices(input.voices) === undefined && {
      field: 'voices',
      message: 'How many people took part? Write a whole number, like 12.',
    },
  ];
  return [
    ...missing.filter((problem) => problem !== false),
    ...tooLong,
    ...heldBack(texts, input.checked === true, today),
  ];
}

function stateAfter(
  { conditions, reason }: Said,
  decision: SignOffDecision,
  group: string,
): { readonly stage: Stage; readonly note: string | null; readonly reason: string | null } {
  if (decision === 'Not agreed')
    return { stage: 'In progress', note: null, reason: `Not agreed by ${group}: ${reason}` };
  const note =
    decision === 'Agreed'
      ? `Signed off by ${group}.`
      : `Signed off by ${group}, with conditions: ${conditions}`;
  return { stage: 'Complete', note, reason: null };
}

/** What an action is called that conditions became. */
export function conditionsTitle(label: string, conditions: string): string {
  return `Conditions for ${label}: ${conditions}`;
}

/** Conditions that are to be met by a day, as an action of the item's owner. */
function conditionAction(
  { plan, item, input, now, keys }: SignOffGiven,
  conditions: string | null,
):
  | { readonly action: Action | null; readonly problems?: undefined }
  | { readonly problems: readonly FormProblem[] } {
  const due = input.conditionsDue.trim();
  if (conditions === null || due === '') return { action: null };
  if (!isIsoDate(due)) return { problems: [{ field: 'due', message: 'This is not a date.' }] };
  const group = plan.groups.find(({ key }) => key === item.group);
  if (group === undefined || item.owner === null) {
    const message = 'The item has no group or no owner to take an action on. Leave the date empty.';
    return { problems: [{ field: 'due', message }] };
  }
  const recommendation = recommendationOf(plan, item);
  const title = conditionsTitle(item.label, conditions).replaceAll(/\s+/gu, ' ');
  const shortened = title.length <= TITLE_LIMIT ? title : `${title.slice(0, TITLE_LIMIT - 1)}…`;
  const made = newAction({
    plan,
    group,
    meeting: null,
    now,
    key: keys.action,
    input: { title: shortened, owner: item.owner, due, recommendation, details: conditions, checked: true },
  });
  return made.problems === undefined ? { action: made.action } : { problems: made.problems };
}

function recommendationOf(plan: Plan, { ref }: Item): RowKey {
  if (ref.list === 'Recommendations') return ref.key;
  const rows = ref.list === 'Actions' ? plan.actions : plan.milestones;
  return rows.find(({ key }) => key === ref.key)?.recommendation ?? '';
}

function wordsOf({ label, title }: Item, decision: SignOffDecision, action: Action | null): string {
  if (decision === 'Not agreed')
    return `Recorded: ${label} “${title}” is not agreed. It is in progress again, and its owner reads why.`;
  if (decision === 'Agreed') return `Recorded: ${label} “${title}” is agreed, and complete.`;
  const met = action === null ? '' : ' The conditions are an action of its owner now.';
  return `Recorded: ${label} “${title}” is agreed with conditions, and complete.${met}`;
}

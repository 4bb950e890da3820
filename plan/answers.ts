import { checkAnswer, saidIn } from './answer-rules.ts';
import type { AnswerInput, AnswerProblem } from './content.ts';
import { todayIn } from './dates.ts';
import type { Rag, Stage } from './glossary.ts';
import { isChairOf } from './people.ts';
import type { Item, Plan } from './plan.ts';
import type { IsoDate, IsoInstant, Meeting, Owner, RowKey, Update } from './rows.ts';
import { scheduleRag } from './schedule.ts';

/** What an answer changes in the item's own row: only columns that its list has. */
export interface ItemChanges {
  stage?: Stage;
  confidence?: Rag | null;
  forecastDue?: IsoDate | null;
  scheduleRag?: Rag | null;
  latestNote?: string | null;
  latestUpdate?: IsoInstant;
  completedOn?: IsoDate | null;
  reachedOn?: IsoDate | null;
  evidenceUrl?: string | null;
  blocker?: string | null;
  waitingOn?: RowKey | null;
}

/** An answer to one item, with everything it is judged by. */
export interface AnswerGiven {
  readonly plan: Plan;
  readonly item: Item;
  readonly input: AnswerInput;
  readonly by: Owner;
  /** The check-in it belongs to; `null` outside one. */
  readonly meeting: Meeting | null;
  /** Names this answer once and for all; becomes the key of its update. */
  readonly answerId: string;
  readonly now: Temporal.Instant;
}

/** What comes of an answer: why it can't be taken, or what it changes. */
export type AnswerOutcome =
  | { readonly problems: readonly AnswerProblem[]; readonly changes?: undefined; readonly update?: undefined }
  | { readonly problems?: undefined; readonly changes: ItemChanges; readonly update: Update };

/**
 * Judges an answer by the plan's rules. Never throws on what a person may have typed. Done is not
 * complete: whoever says so without being a second person gets `Done awaiting sign-off`. `No change`
 * records the values as they are and asks for nothing.
 */
export function applyAnswer(answer: AnswerGiven): AnswerOutcome {
  const { plan, item, input, now } = answer;
  const today = todayIn(now, plan.settings.timeZone);
  if (input.noChange !== true) {
    const problems = checkAnswer({ item, input, history: plan.updates, today });
    if (problems.length > 0) return { problems };
  }
  const after = stateAfter(answer);
  const changes = changesOf(item, after, now, answer, today);
  return { changes, update: updateOf(answer, after) };
}

/** What stands after an answer. */
interface StateAfter {
  readonly stage: Stage;
  readonly confidence: Rag | null;
  readonly forecastDue: IsoDate | null;
  readonly blocker: string | null;
  readonly evidenceUrl: string | null;
  readonly note: string | null;
  readonly reason: string | null;
}

function stateAfter(answer: AnswerGiven): StateAfter {
  const { item, input } = answer;
  const said = saidIn(input);
  const before = item.stage ?? 'Not started';
  if (input.noChange === true) {
    const { confidence, forecastDue, blocker, evidenceUrl } = item;
    return { stage: before, confidence, forecastDue, blocker, evidenceUrl, note: null, reason: null };
  }
  const stage = stageAfter(answer, said.stage ?? before);
  const leavesWaiting = before === 'Waiting on others' && stage !== before && input.blocker === undefined;
  return {
    stage,
    confidence: said.confidence ?? item.confidence,
    forecastDue: said.forecastDue ?? item.forecastDue,
    blocker: leavesWaiting ? null : input.blocker === undefined ? item.blocker : said.blocker,
    evidenceUrl: input.evidenceUrl === undefined ? item.evidenceUrl : said.evidenceUrl,
    note: said.note,
    reason: said.reason,
  };
}

function stageAfter({ plan, item, by }: AnswerGiven, said: Stage): Stage {
  if (said !== 'Complete' || item.stage === 'Complete') return said;
  const isSecondPerson = isChairOf(plan, by, item.group) && item.owner !== by.key;
  return isSecondPerson ? 'Complete' : 'Done awaiting sign-off';
}

function changesOf(
  item: Item,
  after: StateAfter,
  now: Temporal.Instant,
  { plan }: AnswerGiven,
  today: IsoDate,
): ItemChanges {
  const completedOn = after.stage === 'Complete' ? (item.completedOn ?? today) : null;
  const keepsCompletion = after.stage === 'Embedded' || after.stage === item.stage;
  const doneOn = keepsCompletion ? item.completedOn : completedOn;
  const dates: ItemChanges = {
    stage: after.stage,
    forecastDue: after.forecastDue,
    evidenceUrl: after.evidenceUrl,
  };
  if (item.ref.list === 'Milestones') return { ...dates, reachedOn: doneOn };
  const words = after.note ?? after.reason;
  const stated: ItemChanges = {
    ...dates,
    confidence: after.confidence,
    scheduleRag: scheduleRag({ ...item, ...after }, plan.settings, today),
    latestNote: words ?? item.latestNote,
    latestUpdate: now.toString(),
    completedOn: doneOn,
  };
  if (item.ref.list === 'Recommendations') return stated;
  return {
    ...stated,
    blocker: after.blocker,
    waitingOn: after.stage === 'Waiting on others' ? item.waitingOn : null,
  };
}

function updateOf({ item, by, meeting, answerId, now }: AnswerGiven, after: StateAfter): Update {
  return {
    key: answerId,
    itemId: null,
    title: `${item.label}: ${after.stage}`,
    itemList: item.ref.list,
    itemNumber: item.itemId,
    itemKey: item.ref.key,
    meeting: meeting?.key ?? null,
    by: by.key,
    at: now.toString(),
    stage: after.stage,
    confidence: after.confidence,
    forecastDue: after.forecastDue,
    note: after.note,
    blocker: after.blocker,
    previousStage: item.stage,
    previousConfidence: item.confidence,
    previousForecastDue: item.forecastDue,
    reason: after.reason,
    answerId,
  };
}

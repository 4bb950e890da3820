import { todayIn } from '../calendar/dates.ts';
import type { AnswerInput, AnswerProblem } from '../content.ts';
import type { Rag, Stage } from '../glossary.ts';
import { isChairOf } from '../people.ts';
import type { Item, Plan } from '../plan.ts';
import type { IsoDate, IsoInstant, Meeting, Owner, RowKey, Update } from '../rows.ts';
import { scheduleRag } from '../schedule.ts';
import { checkAnswer, saidIn } from './answer-rules.ts';
import { recordOfWaits, waitsAfter } from './waiting.ts';

/** What an answer changes in the item's own row: columns that its list has, and whose value is another now. */
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
 * complete: whoever says so without being a second person gets `Done awaiting sign-off`, as does everybody where a
 * group was asked to sign it off. `No change` records the values as they are and asks for nothing.
 */
export function applyAnswer(answer: AnswerGiven): AnswerOutcome {
  const { plan, item, input, now } = answer;
  const today = todayIn(now, plan.settings.timeZone);
  if (input.noChange !== true) {
    const problems = checkAnswer({ item, input, history: plan.updates, groups: plan.groups, today });
    if (problems.length > 0) return { problems };
  }
  const after = stateAfter(answer);
  const changes = changesOf(answer, after, today);
  return { changes, update: updateOf(answer, after) };
}

/** What somebody decides of an item by other rules than an answer's: a group's sign-off, an impact check. */
export interface ItemDecision extends Pick<AnswerGiven, 'plan' | 'item' | 'by' | 'answerId' | 'now'> {
  readonly stage: Stage;
  readonly note: string | null;
  readonly reason: string | null;
  /** Default: as it is. */
  readonly evidenceUrl?: string | null;
}

/** What a decision changes in the item's row, and its place in history. Who may decide it was judged before. */
export function applyDecision({
  stage,
  note,
  reason,
  ...decision
}: ItemDecision): Extract<AnswerOutcome, { readonly update: Update }> {
  const { plan, item, now } = decision;
  const { confidence, forecastDue, blocker } = item;
  const evidenceUrl = decision.evidenceUrl ?? item.evidenceUrl;
  const after = { stage, confidence, forecastDue, blocker, waitingOn: null, evidenceUrl, note, reason };
  const answer: AnswerGiven = { ...decision, input: { ref: item.ref }, meeting: null };
  return {
    changes: changesOf(answer, after, todayIn(now, plan.settings.timeZone)),
    update: updateOf(answer, after),
  };
}

/** What stands after an answer. */
interface StateAfter {
  readonly stage: Stage;
  readonly confidence: Rag | null;
  readonly forecastDue: IsoDate | null;
  readonly blocker: string | null;
  readonly waitingOn: RowKey | null;
  readonly evidenceUrl: string | null;
  readonly note: string | null;
  readonly reason: string | null;
}

function stateAfter(answer: AnswerGiven): StateAfter {
  const { plan, item, input } = answer;
  const said = saidIn(input);
  const before = item.stage ?? 'Not started';
  if (input.noChange === true) {
    const { confidence, forecastDue, blocker, waitingOn, evidenceUrl } = item;
    const waits = { blocker, waitingOn };
    return { stage: before, confidence, forecastDue, ...waits, evidenceUrl, note: null, reason: null };
  }
  const stage = stageAfter(answer, said.stage ?? (said.waitingOn === null ? before : 'Waiting on others'));
  const leavesWaiting = before === 'Waiting on others' && stage !== before && input.blocker === undefined;
  const waits = waitsAfter(plan, item, {
    ...(input.waitingOn === undefined ? {} : { waitingOn: said.waitingOn }),
    ...(input.blocker === undefined ? {} : { blocker: said.blocker }),
  });
  return {
    stage,
    confidence: said.confidence ?? item.confidence,
    forecastDue: said.forecastDue ?? item.forecastDue,
    blocker: leavesWaiting ? null : waits.blocker,
    waitingOn: stage === 'Waiting on others' ? waits.waitingOn : null,
    evidenceUrl: input.evidenceUrl === undefined ? item.evidenceUrl : said.evidenceUrl,
    note: said.note,
    reason: said.reason,
  };
}

function stageAfter({ plan, item, by }: AnswerGiven, said: Stage): Stage {
  if (said !== 'Complete' || item.stage === 'Complete') return said;
  const isSecondPerson = isChairOf(plan, by, item.group) && item.owner !== by.key;
  return isSecondPerson && item.signOffBy === null ? 'Complete' : 'Done awaiting sign-off';
}

/**
 * Only what differs is changed: a column that was not touched here may be edited in SharePoint meanwhile
 * without a conflict.
 */
function changesOf({ plan, item, now }: AnswerGiven, after: StateAfter, today: IsoDate): ItemChanges {
  const before = {
    stage: item.stage,
    forecastDue: item.forecastDue,
    evidenceUrl: item.evidenceUrl,
    confidence: item.confidence,
    latestNote: item.latestNote,
  };
  const { stage, forecastDue, evidenceUrl, confidence } = after;
  const dates = { stage, forecastDue, evidenceUrl };
  const doneOn = doneOnAfter(item, after, today);
  if (item.ref.list === 'Milestones') {
    return differing({ ...before, reachedOn: item.completedOn }, { ...dates, reachedOn: doneOn });
  }
  const latestNote = after.note ?? after.reason ?? item.latestNote;
  const stated: ItemChanges = {
    ...differing(
      { ...before, completedOn: item.completedOn },
      { ...dates, confidence, latestNote, completedOn: doneOn },
    ),
    scheduleRag: scheduleRag({ ...item, ...after }, plan.settings, today),
    latestUpdate: now.toString(),
  };
  if (item.ref.list === 'Recommendations') return stated;
  const waits = { blocker: item.blocker, waitingOn: item.waitingOn };
  return { ...stated, ...differing(waits, { blocker: after.blocker, waitingOn: after.waitingOn }) };
}

/** The day something was done: today when it now is, as it was while it stays so, none when it is open again. */
function doneOnAfter(item: Item, { stage }: StateAfter, today: IsoDate): IsoDate | null {
  if (stage === item.stage || stage === 'Embedded') return item.completedOn;
  if (stage !== 'Complete') return null;
  return item.stage === 'Embedded' ? item.completedOn : today;
}

function differing<T extends object>(
  before: { readonly [Field in keyof T]: T[Field] | null },
  after: T,
): Partial<T> {
  const fields = Object.keys(after) as (keyof T)[];
  const changed = fields.filter((field) => after[field] !== before[field]);
  return Object.fromEntries(changed.map((field) => [field, after[field]])) as Partial<T>;
}

function updateOf({ plan, item, by, meeting, answerId, now }: AnswerGiven, after: StateAfter): Update {
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
    blocker: recordOfWaits(plan, after, item.group),
    previousStage: item.stage,
    previousConfidence: item.confidence,
    previousForecastDue: item.forecastDue,
    reason: after.reason,
    answerId,
  };
}

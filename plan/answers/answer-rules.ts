import { dueDate, isIsoDate } from '../calendar/dates.ts';
import type { AnswerInput, AnswerProblem } from '../content.ts';
import { RAGS, type Rag, STAGES, type Stage } from '../glossary.ts';
import { isClosed } from '../items.ts';
import type { Item } from '../plan.ts';
import type { Group, IsoDate, RowKey, Update } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { expectedDue, forecastPrecision } from '../schedule.ts';

/** Longest text somebody may write in one field. */
export const TEXT_LIMIT = 2_000;
/** No browser's address is longer in practice; the column holds more. */
export const LINK_LIMIT = 2_000;
/** No plan promised anything before; earlier years are typing errors. */
export const EARLIEST_DATE: IsoDate = '2000-01-01';
/** No plan reaches further; later years are typing errors. */
export const FURTHEST_YEARS = 10;

/** What an answer says, tidied: blank is absent. */
export interface Said {
  readonly stage: Stage | null;
  readonly confidence: Rag | null;
  readonly forecastDue: IsoDate | null;
  readonly note: string | null;
  readonly blocker: string | null;
  readonly waitingOn: RowKey | null;
  readonly evidenceUrl: string | null;
  readonly reason: string | null;
}

/** Reads an answer; values that cannot be understood are absent here and told by `checkAnswer`. */
export function saidIn(input: AnswerInput): Said {
  return {
    stage: STAGES.find((stage) => stage === input.stage) ?? null,
    confidence: RAGS.find((rag) => rag === input.confidence) ?? null,
    forecastDue: isIsoDate(input.forecastDue) ? input.forecastDue : null,
    note: tidy(input.note),
    blocker: tidy(input.blocker),
    waitingOn: tidy(input.waitingOn),
    evidenceUrl: tidy(input.evidenceUrl),
    reason: tidy(input.reason),
  };
}

/** What stands in the way of taking an answer, in words for the person; empty when nothing does. */
export function checkAnswer(answer: {
  readonly item: Item;
  readonly input: AnswerInput;
  /** Updates of the plan, to see whether a colour's reason is on record. */
  readonly history: readonly Update[];
  /** Groups of the plan. */
  readonly groups: readonly Group[];
  readonly today: IsoDate;
}): AnswerProblem[] {
  const { item } = answer;
  const judged = { ...answer, said: saidIn(answer.input) };
  const found = [
    saysNothing,
    badStage,
    badConfidence,
    badForecast,
    tooLong,
    badWait,
    badLink,
    notDone,
    noReason,
  ].flatMap((rule) => rule(judged) ?? []);
  return [...found.map(([field, message]) => ({ field, message })), ...namesChild(judged)].map((problem) => ({
    ref: item.ref,
    label: item.label,
    ...problem,
  }));
}

interface Judged {
  readonly item: Item;
  readonly input: AnswerInput;
  readonly said: Said;
  readonly history: readonly Update[];
  readonly groups: readonly Group[];
  readonly today: IsoDate;
}
type Problem = readonly [field: keyof AnswerInput, message: string];
type Found = readonly Problem[] | null;

function namesChild({ input, said, today }: Judged) {
  const texts = {
    note: said.note ?? '',
    reason: said.reason ?? '',
    blocker: said.blocker ?? '',
    evidenceUrl: said.evidenceUrl ?? '',
  };
  return heldBack(texts, input.checked === true, today);
}

function saysNothing({ input }: Judged): Found {
  const fields = [
    input.stage,
    input.confidence,
    input.forecastDue,
    input.note,
    input.blocker,
    input.waitingOn,
    input.evidenceUrl,
  ];
  if ([...fields, input.reason].some((value) => value !== undefined)) return null;
  return [['note', 'Say how it stands, or choose No change.']];
}

function badStage({ item, input, said }: Judged): Found {
  if (isBlank(input.stage)) return null;
  if (said.stage === null) return [['stage', `Choose one of: ${STAGES.join(', ')}.`]];
  const isReserved = said.stage === 'Embedded' || said.stage === 'Withdrawn';
  if (!isReserved || said.stage === item.stage) return null;
  return [['stage', `${said.stage} is not set in a check-in. The plan manager sets it.`]];
}

function badConfidence({ input, said }: Judged): Found {
  if (isBlank(input.confidence) || said.confidence !== null) return null;
  return [['confidence', `Choose one of: ${RAGS.join(', ')}.`]];
}

function badForecast({ item, input, said, today }: Judged): Found {
  if (isBlank(input.forecastDue)) return null;
  if (said.forecastDue === null) return [['forecastDue', 'This is not a date. Write it like 2022-03-31.']];
  if (said.forecastDue === item.forecastDue || said.forecastDue === item.baselineDue) return null;
  const latest = Temporal.PlainDate.from(today).add({ years: FURTHEST_YEARS }).toString();
  if (said.forecastDue < EARLIEST_DATE || said.forecastDue > latest) {
    return [['forecastDue', `Give a date from 2000 to ${latest.slice(0, 4)}. Check the year.`]];
  }
  const isDone = said.stage === 'Complete' || said.stage === 'Done awaiting sign-off';
  if (said.forecastDue < today && !isDone) {
    return [['forecastDue', 'That date has passed. Give the day you now expect it.']];
  }
  return null;
}

function tooLong({ input }: Judged): Found {
  const found: Problem[] = [];
  for (const field of ['note', 'blocker', 'reason'] as const) {
    const length = typeof input[field] === 'string' ? input[field].trim().length : 0;
    if (length > TEXT_LIMIT) {
      found.push([field, `This is too long: ${length} characters. Keep it to ${TEXT_LIMIT}.`]);
    }
  }
  return found;
}

/** To wait on a group is a stage: whoever names one and another stage is asked which is meant. */
function badWait({ item, groups, said }: Judged): Found {
  if (said.waitingOn === null) return null;
  if (!groups.some(({ key }) => key === said.waitingOn))
    return [['waitingOn', 'Choose a group of the plan.']];
  if (said.waitingOn === item.group) return [['waitingOn', 'Choose another group: this one leads the item.']];
  const waits = said.stage === null ? !isClosed(item.stage) : said.stage === 'Waiting on others';
  return waits
    ? null
    : [['waitingOn', 'What waits on a group is in the stage “Waiting on others”. Choose that, or no group.']];
}

function badLink({ said }: Judged): Found {
  if (said.evidenceUrl === null) return null;
  if (!/^https?:\/\/[^\s]+$/i.test(said.evidenceUrl) || !URL.canParse(said.evidenceUrl)) {
    return [['evidenceUrl', 'A link starts with https://. Words about the evidence go in the note.']];
  }
  if (said.evidenceUrl.length <= LINK_LIMIT) return null;
  return [['evidenceUrl', `This link is too long. Use a sharing link of up to ${LINK_LIMIT} characters.`]];
}

/** Done needs something to show for it, whoever says so. */
function notDone({ item, input, said }: Judged): Found {
  if (said.stage !== 'Complete' && said.stage !== 'Done awaiting sign-off') return null;
  if (said.stage === item.stage) return null;
  const hasLink = said.evidenceUrl !== null || (input.evidenceUrl === undefined && item.evidenceUrl !== null);
  const wasShown = item.stage === 'Done awaiting sign-off' && item.latestNote !== null;
  if (hasLink || said.note !== null || wasShown) return null;
  return [['evidenceUrl', 'Show that it is done: give a link, or say so in the note.']];
}

/** Amber, Red, a later forecast, any change of colour and reopening ask why; one message for all. */
function noReason({ item, said, history }: Judged): Found {
  if (said.reason !== null) return null;
  const { confidence } = said;
  if (confidence !== null && confidence !== item.confidence) {
    if (item.confidence !== null) {
      return [['reason', `Say why confidence changes from ${item.confidence} to ${confidence}.`]];
    }
    if (confidence !== 'Green') return [['reason', whyColour(confidence)]];
  }
  if (confidence === 'Amber' || confidence === 'Red') {
    if (!hasReasonOnRecord(item, confidence, history)) return [['reason', whyColour(confidence)]];
  }
  if (isLater(item, said)) return [['reason', 'Say why it is expected later.']];
  const isReopened = item.stage === 'Complete' && said.stage !== null && said.stage !== 'Complete';
  return isReopened ? [['reason', 'Say why it is open again.']] : null;
}

function whyColour(colour: Rag): string {
  return `Say why it is ${colour}, and what will put it right.`;
}

function hasReasonOnRecord(item: Item, colour: Rag, history: readonly Update[]): boolean {
  const changed = history.findLast(
    (update) =>
      update.itemList === item.ref.list && update.itemKey === item.ref.key && update.reason !== null,
  );
  return item.confidence === colour && changed?.confidence === colour;
}

function isLater(item: Item, said: Said): boolean {
  if (said.forecastDue === null) return false;
  const before = expectedDue(item);
  if (before === null) return false;
  const after = dueDate(said.forecastDue, forecastPrecision({ ...item, forecastDue: said.forecastDue }));
  return after > before;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function tidy(text: unknown): string | null {
  return typeof text === 'string' ? text.trim() || null : null;
}

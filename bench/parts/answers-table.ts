import type { Table } from '../benchmark.ts';
import { type AnswerKind, countAccepted } from './answering.ts';
import type { Load } from './load.ts';
import { median, percentile } from './statistics.ts';

/** Milepost is to reach this part of the bare bot's rate. */
const AIM = 0.5;

/** One bot's turn. */
export interface Turn extends Load {
  /** Of the bot's process, meanwhile; `null` where the system does not say. */
  readonly processorMs: number | null;
}

/** Both bots' turns, one after the other. */
export interface Round {
  readonly milepost: Turn;
  readonly echo: Turn;
  /** From the last answer until every row is in the lists. */
  readonly writtenSeconds: number;
}

/** What the rounds came to; and whether every answer that was accepted is in the list once. */
export function toAnswersTable(
  rounds: readonly Round[],
  {
    people,
    answersEach,
    accepted,
    rowsAdded,
  }: {
    readonly people: number;
    readonly answersEach: number;
    /** Answers that somebody was told are saved, those of the warm-up too. */
    readonly accepted: number;
    /** By which the Updates list grew. */
    readonly rowsAdded: number;
  },
): Table {
  const mileposts = rounds.map(({ milepost }) => milepost);
  const echoes = rounds.map(({ echo }) => echo);
  const ratio = median(rounds.map(({ milepost, echo }) => rateOf(milepost) / rateOf(echo)));
  const unanswered = rounds
    .flatMap(({ milepost, echo }) => [milepost, echo])
    .reduce((sum, load) => sum + load.lost + load.answered.length - countAccepted(load.answered), 0);
  return {
    columns: ['bot', 'answers/s', 'of which the rounds', 'p50', 'p95', 'p95 in place', 'p95 dialog', 'CPU'],
    rows: [rowOf('Milepost', mileposts), rowOf('bare botbuilder echo', echoes)],
    notes: [
      `Milepost answers ${ratio.toFixed(2)} of the bare bot's rate (median of the rounds' ratios; aim: ${AIM} or more).`,
      `${rounds.length} rounds, Milepost and the bare bot by turns; ${people} people, ${answersEach} answers each a round, half in place, half in the dialog. Figures are medians of the rounds.`,
      'Both check the signed token of each call against the same keys. Milepost reads, checks and commits each answer to PGlite on disk and draws the card that comes back, while it writes to the lists and redraws the channel’s card; the bare bot answers with a constant.',
      'CPU is the processor time of the bot’s process for one answer, and says more than the rate when other programs run: Milepost’s has in it what it does meanwhile in the background.',
      `Load generator, bots and sandbox share this machine. After the last answer of a round, all rows were in the lists within ${median(rounds.map(({ writtenSeconds }) => writtenSeconds)).toFixed(1)} s.`,
      `Accepted ${accepted} answers with the warm-up; the Updates list has ${rowsAdded} rows more.`,
    ],
    broken: [
      ...(unanswered > 0 ? [`${unanswered} requests were not answered, or not with "saved".`] : []),
      ...(rowsAdded === accepted ? [] : [`${accepted} answers were accepted, ${rowsAdded} rows were added.`]),
    ],
  };
}

function rateOf({ answered, seconds }: Load): number {
  return answered.length / seconds;
}

function rowOf(name: string, turns: readonly Turn[]): string[] {
  const latency = (percent: number, kind?: AnswerKind) =>
    median(
      turns.map(({ answered }) =>
        percentile(
          answered.filter((one) => kind === undefined || one.kind === kind).map(({ ms }) => ms),
          percent,
        ),
      ),
    );
  return [
    name,
    median(turns.map(rateOf)).toFixed(0),
    turns.map((load) => rateOf(load).toFixed(0)).join(', '),
    ...[latency(50), latency(95), latency(95, 'in place'), latency(95, 'dialog')].map(
      (ms) => `${ms.toFixed(0)} ms`,
    ),
    processorWords(turns),
  ];
}

/** A median, for one answer. */
function processorWords(turns: readonly Turn[]): string {
  const each = turns.flatMap(({ processorMs, answered }) =>
    processorMs === null ? [] : [processorMs / answered.length],
  );
  return each.length === 0 ? 'not known' : `${median(each).toFixed(1)} ms`;
}

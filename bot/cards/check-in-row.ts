import type { CheckInContent } from '../../plan/content.ts';
import type { ElementJson } from './card.ts';
import { bindItemRow } from './item-row.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';
import { groupTitle } from './wording.ts';

type AskedRow = CheckInContent['asked'][number];

/** Longest words about what is in the way. The plan holds them in full. */
const BLOCKER_LENGTH = 120;

/** One item of a check-in: what needs a word and why, and who has given it. Nothing is said twice. */
export const bindCheckInRow = (row: AskedRow): ElementJson => {
  const { answered } = row;
  const presses = row.overdue || row.reasons.includes('due soon');
  const answerer = answered ? lineOf(answered.byName, NAME_LENGTH) : '';
  const isNoteOfAnswer = answered?.atWords.includes(row.latestNoteOn ?? '?');
  return bindItemRow(
    {
      ...row,
      dueIn: presses ? row.dueIn : null,
      latestNoteOn: isNoteOfAnswer ? null : row.latestNoteOn,
    },
    {
      silence: silenceOf(row),
      waits: waitsOf(row),
      answered: answered
        ? `✓ Answered by ${answerer}, ${answered.atWords}${answered.late ? ' (late)' : ''}${lateOf(row)}`
        : '',
    },
  );
};

const lateOf = ({ lateWord }: AskedRow): string => {
  if (lateWord === undefined) return '';
  const note = lateWord.note === null ? '' : `: “${lineOf(lateWord.note, BLOCKER_LENGTH)}”`;
  return `; late update by ${lineOf(lateWord.byName, NAME_LENGTH)}, ${lateWord.atWords}${note}`;
};

const silenceOf = ({ silentMeetings, reasons, answered }: AskedRow): string => {
  if (silentMeetings > 0) return `no word for ${silentMeetings} meetings`;
  return answered === null && reasons.includes('no word yet') ? 'no word yet' : '';
};

const waitsOf = ({ stage, blocker, waitingOnName, waitingSince }: AskedRow): string => {
  const words = blocker === null ? '' : lineOf(blocker, BLOCKER_LENGTH);
  if (stage !== 'Waiting on others') return words === '' ? '' : `In the way: ${words}`;
  const whom = waitingOnName === null ? 'others' : `the ${groupTitle(waitingOnName)}`;
  const since = waitingSince === null ? '' : ` since ${waitingSince}`;
  return `Waiting on ${whom}${since}${words === '' ? '' : `: ${words}`}`;
};

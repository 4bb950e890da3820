import type { GroupOverview } from '../content.ts';
import { type ExportSheet, numberCell, textCell } from './sheets.ts';
import { dayCell, sheetOf } from './view-cells.ts';

/** Groups with how their items stand, and what was answered at their last check-ins. */
export function groupsSheets(groups: readonly GroupOverview[]): ExportSheet[] {
  const checkIns = groups.flatMap(({ name, checkIns }) => checkIns.map((checkIn) => ({ name, ...checkIn })));
  return [
    sheetOf(
      'Groups',
      [
        ['Group', ({ name }) => textCell(name)],
        ['Kind', ({ kind }) => textCell(kind)],
        ['Chair', ({ chairName }) => textCell(chairName)],
        ['Meets', ({ rhythmWords }) => textCell(rhythmWords)],
        ['Next meeting', ({ nextMeetingWords }) => textCell(nextMeetingWords)],
        ['Items', ({ itemCount }) => numberCell(itemCount)],
        ['Complete', ({ counts }) => numberCell(counts.complete)],
        ['Green', ({ counts }) => numberCell(counts.green)],
        ['Amber', ({ counts }) => numberCell(counts.amber)],
        ['Red', ({ counts }) => numberCell(counts.red)],
        ['No colour', ({ counts }) => numberCell(counts.undated)],
      ],
      groups,
    ),
    sheetOf(
      'Check-ins',
      [
        ['Group', ({ name }) => textCell(name)],
        ['Meeting', ({ meetingWords }) => textCell(meetingWords)],
        ['On', ({ on }) => dayCell(on)],
        ['Asked', ({ askedCount }) => numberCell(askedCount)],
        ['Answered', ({ answeredCount }) => numberCell(answeredCount)],
        ['Still open', ({ isOpen }) => ({ kind: 'flag', flag: isOpen })],
      ],
      checkIns,
    ),
  ];
}

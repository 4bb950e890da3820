import type { BoardReportData } from '../content.ts';
import type { ReportState } from '../glossary.ts';
import { groupName } from '../items.ts';
import { chairsOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Group, IsoDate, Owner, RowKey } from '../rows.ts';
import { nextBoardMeeting } from './board-calendar.ts';
import { isApprover, isSecondPersonMissing, mayApproveReport } from './report-rights.ts';

/** What keeps a board from its reports, each with its remedy; empty when nothing does. */
export function boardProblems(plan: Plan, board: Group, today: IsoDate): readonly string[] {
  return [
    ...(chairsOf(plan, board).length > 0 ? [] : [noChair(plan, board)]),
    ...(board.channelId === null ? [noChannel(board)] : []),
    ...(nextBoardMeeting(plan, board, today) === null ? [noCalendar(board)] : []),
  ];
}

/** What stands in the way of approving or posting a report, for somebody who looks at it; empty when nothing does. */
export function reportObstacles(
  plan: Plan,
  {
    board,
    viewer,
    state,
    writers,
    data,
    listedBoard,
  }: {
    readonly board: Group;
    /** Whose report it is, as its row in the list says now. */
    readonly listedBoard: RowKey | null;
    readonly viewer: Owner;
    readonly state: ReportState;
    /** Keys of the owners who wrote in it. */
    readonly writers: readonly RowKey[];
    readonly data: BoardReportData;
  },
): readonly string[] {
  if (state === 'Posted') return [];
  const cannotApprove =
    isApprover(plan, viewer, board) && isSecondPersonMissing(plan, viewer, board, writers);
  const nobodyCan = !plan.owners.some((owner) => mayApproveReport(plan, owner, board, writers));
  return [
    ...(board.key === listedBoard ? [] : [otherBoard(plan, board, listedBoard)]),
    ...(data.facts.total === 0 ? [NOTHING_TO_POST] : []),
    ...(chairsOf(plan, board).length > 0 ? [] : [noChair(plan, board)]),
    ...(board.channelId === null ? [noChannel(board)] : []),
    ...(state === 'Draft' && cannotApprove ? [SECOND_PERSON] : []),
    ...(state === 'Draft' && nobodyCan ? [NOBODY_APPROVES] : []),
  ];
}

const NOTHING_TO_POST =
  'There is nothing to post: the plan has no recommendations yet. Import the plan, or add rows to the list Recommendations.';

const SECOND_PERSON =
  'This plan asks for a second person: you wrote in this report or are its author (the chair, where nobody else is named), so somebody else approves it.';

const NOBODY_APPROVES =
  'Nobody is left who may approve this report: everybody who could wrote in it. Give somebody else the role Director or Plan manager in the list Owners.';

function otherBoard(plan: Plan, { title }: Group, listed: RowKey | null): string {
  const other = groupName(plan, listed);
  const said = other === null ? 'names no board' : `names ${other}`;
  return `This report was approved as one of ${title}, and the column Board of its row in the list Board reports ${said} now. Put ${title} back there. If it is to be another board’s, take the approval back where that is possible, and approve it anew.`;
}

function noChair(plan: Plan, { title, chair }: Group): string {
  const isUnknown = chair !== null && !indexOf(plan).owners.has(chair);
  const who = isUnknown ? 'points to somebody who is not in the list Owners' : 'is empty';
  return `${title} has no chair, so nobody can post its reports: the column Chair of its row in the list Groups ${who}. A plan manager chooses one under Settings, Boards.`;
}

function noChannel({ title }: Group): string {
  return `${title} has no channel, so its reports reach nobody: a plan manager chooses one under Settings, Boards.`;
}

function noCalendar({ title }: Group): string {
  return `${title} has no meeting ahead, so no report is prepared. A plan manager chooses a rhythm and the day of a first meeting under Settings, Boards, or adds its meetings to the list Meetings.`;
}

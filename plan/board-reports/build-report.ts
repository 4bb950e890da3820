import { addDays, formatDay, formatMoment, formatPeriod, momentAt, todayIn } from '../calendar/dates.ts';
import type { BoardReportData, ReportSectionId } from '../content.ts';
import { REPORT_SECTIONS } from '../content.ts';
import { itemsOf } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { Group, IsoDate } from '../rows.ts';
import type { ReportAbout, SectionRule } from './about.ts';
import { nextBoardMeeting } from './board-calendar.ts';
import { countsOf } from './counts-of.ts';
import { factsOf } from './facts.ts';
import { reportHeadline } from './report-headline.ts';
import { addMonths, PERIOD_MONTHS } from './report-period.ts';
import { askedSection } from './sections/asked.ts';
import { changedSection } from './sections/changed.ts';
import { coProductionSection } from './sections/co-production.ts';
import { confidenceSection } from './sections/confidence.ts';
import { keySection } from './sections/key.ts';
import { measuresSection } from './sections/measures.ts';
import { nextSection } from './sections/next.ts';
import { risksSection } from './sections/risks.ts';
import { themesSection } from './sections/themes.ts';

const SECTIONS: Readonly<Record<ReportSectionId, SectionRule>> = {
  asked: askedSection,
  confidence: confidenceSection,
  changed: changedSection,
  themes: themesSection,
  next: nextSection,
  risks: risksSection,
  measures: measuresSection,
  'co-production': coProductionSection,
  key: keySection,
};

/** What a report is to tell of. */
export interface ReportAsk {
  /** The meeting it is for; `null` where the board has no calendar. */
  readonly meetingOn: IsoDate | null;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  /** The board's last posted report as it was frozen; `null` for its first. */
  readonly previous: BoardReportData | null;
}

/**
 * A board's report as the data have it now, section by section in the order a board reads. What changed counts from the
 * moment of the last posted report, else from the first day of the period. The same plan at the same moment gives the same
 * report.
 */
export function buildReport(
  plan: Plan,
  board: Group,
  { meetingOn, periodFrom, periodTo, previous }: ReportAsk,
  now: Temporal.Instant,
): BoardReportData {
  const { timeZone } = plan.settings;
  const today = todayIn(now, timeZone);
  const items = itemsOf(plan);
  const from =
    previous === null ? momentAt(periodFrom, '00:00', timeZone) : Temporal.Instant.from(previous.asAt);
  const about: ReportAbout = {
    plan,
    board,
    items,
    recommendations: items.filter(({ ref }) => ref.list === 'Recommendations'),
    period: { from, to: now },
    now,
    today,
    nextTo: nextPeriodTo(plan, board, meetingOn !== null && meetingOn > today ? meetingOn : today),
    previous,
  };
  return {
    planId: plan.id,
    planName: plan.name,
    boardKey: board.key,
    boardName: board.title,
    meetingOn,
    meetingWords: meetingOn === null ? 'No meeting is planned' : `Meeting on ${formatDay(meetingOn)}`,
    periodFrom,
    periodTo,
    periodWords: formatPeriod(periodFrom, periodTo),
    asAt: now.toString(),
    asAtWords: formatMoment(now, timeZone),
    headline: reportHeadline(about),
    ...countsOf(about),
    sections: REPORT_SECTIONS.map((id) => SECTIONS[id](about)),
    facts: factsOf(about),
  };
}

/** Until the board meets again after this report; without a calendar, for as long as a first report looks back. */
function nextPeriodTo(plan: Plan, board: Group, from: IsoDate): IsoDate {
  return nextBoardMeeting(plan, board, addDays(from, 1))?.on ?? addMonths(from, PERIOD_MONTHS);
}

import { summaryOfReport } from '../../../plan/board-reports/report-card.ts';
import { formatMoment } from '../../../plan/calendar/dates.ts';
import type { BoardSummaryContent, ReportPartView } from '../../../plan/content.ts';
import { codeWords } from '../../../plan/deliveries/code-words.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { readReportVersions } from '../../../store/board-report-versions.ts';
import type { Queryable } from '../../../store/database.ts';
import { type FoundNotice, findNotice } from '../../../store/find-notice.ts';
import { type ClaimedNotice, type NoticeKey, type PlannedNotice, planAgain } from '../../../store/ledger.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { noticeSubject } from '../../notices/notice-keys.ts';
import type { LedgerRecipient } from '../../notices/plan-notices.ts';
import { frozenEdits } from '../frozen-edits.ts';
import type { ReportStanding } from '../report-standing.ts';

/** Kind of the notice that is the card of a report. */
export const REPORT_NOTICE = 'board-report';

/** How long a card may wait for a channel that is not there. */
const POSTED_WITHIN_DAYS = 30;

/** Between a report's key and the version, in the period of a notice. */
const MARK = '#';

type Of = Pick<ReportStanding, 'plan' | 'row' | 'board'>;

/** What names the card of a version: there is one. */
function keyOf({ plan, row, board }: Of, version: number): NoticeKey {
  return {
    kind: REPORT_NOTICE,
    subject: noticeSubject(plan.id, board.key),
    period: `${row.key}${MARK}${version}`,
  };
}

/** The card of a version that is posted, for the ledger. */
export function reportNotice(of: Of, version: number, now: Temporal.Instant): PlannedNotice {
  const recipient: LedgerRecipient = { kind: 'channel', groupKey: of.board.key, meetingKey: null };
  return {
    ...keyOf(of, version),
    planId: of.plan.id,
    recipient,
    dueAt: now.toString(),
    expiresAt: now.add({ hours: 24 * POSTED_WITHIN_DAYS }).toString(),
  };
}

/** Which version the card is of. */
export function reportOfNotice(period: string): { readonly reportKey: RowKey; readonly version: number } {
  const at = period.lastIndexOf(MARK);
  return { reportKey: period.slice(0, at), version: Number(period.slice(at + 1)) };
}

/** What a notice of kind `board-report` says: the version as it was frozen. `null` for one that is not known any more. */
export async function renderReport(
  { database, plans }: Pick<WorkflowDeps, 'database' | 'plans'>,
  { planId, period }: ClaimedNotice,
): Promise<BoardSummaryContent | null> {
  const { reportKey, version } = reportOfNotice(period);
  const plan = await plans.get(planId);
  const versions = await readReportVersions(database, { planId, reportKey });
  const stored = versions.find((one) => one.version === version);
  if (plan === null || !stored?.content || stored.postedAt === null) return null;
  const { content, correction } = stored;
  const summary = summaryOfReport(content.data, frozenEdits(content, plan), correction);
  return { ...summary, report: { key: reportKey, version } };
}

/** What became of the card of a version. */
export async function viewCard(
  db: Queryable,
  standing: Of,
  { version, mayRetry }: { readonly version: number; readonly mayRetry: boolean },
): Promise<ReportPartView> {
  const notice = await findNotice(db, standing.plan.id, keyOf(standing, version));
  const { state, words } = standingOf(notice, standing.plan.settings.timeZone);
  return { part: 'card', state, words, url: null, mayRetry: mayRetry && isLost(notice) };
}

/** Has the card of a version posted after all. One of which the ledger does not say that it is not there is left. */
export async function repeatCard(
  tx: Queryable,
  standing: Of,
  { version, now }: { readonly version: number; readonly now: Temporal.Instant },
): Promise<void> {
  const notice = await findNotice(tx, standing.plan.id, keyOf(standing, version));
  if (isLost(notice)) await planAgain(tx, [reportNotice(standing, version, now)]);
}

function isLost(notice: FoundNotice | null): boolean {
  return notice !== null && REPEATED.includes(notice.state);
}

/** States in which the card certainly does not stand in the channel, and never will by itself. */
const REPEATED: readonly FoundNotice['state'][] = ['not sent', 'expired', 'nothing to say'];

function standingOf(notice: FoundNotice | null, timeZone: string): Pick<ReportPartView, 'state' | 'words'> {
  if (notice === null)
    return { state: 'done', words: 'It was posted; the record of where it stands is gone.' };
  const why = notice.code === null ? '' : ` ${codeWords(notice.code, 'channel')}`;
  switch (notice.state) {
    case 'sent': {
      const since = notice.settledAt === null ? '' : ` since ${formatMoment(notice.settledAt, timeZone)}`;
      return { state: 'done', words: `In the board’s channel${since}.` };
    }
    case 'due':
    case 'sending':
      return { state: 'waiting', words: `On its way to the board’s channel.${why}` };
    case 'ambiguous':
      return {
        state: 'failed',
        words: `It may stand in the board’s channel: Teams did not say. Look there; if it is missing, a plan manager can send it again under Deliveries.`,
      };
    default:
      return { state: 'failed', words: `It is not in the board’s channel.${why}` };
  }
}

import { buildAlert } from '../../plan/alert.ts';
import { buildCheckIn } from '../../plan/check-in.ts';
import type { NoticeContent } from '../../plan/content.ts';
import { buildDigest } from '../../plan/digest.ts';
import { hasRecord } from '../../plan/meeting-record/has-record.ts';
import { ownerOf } from '../../plan/people.ts';
import { buildReminder } from '../../plan/reminder.ts';
import { buildSummary } from '../../plan/summary.ts';
import { hasCards } from '../../store/check-in-cards.ts';
import type { ClaimedNotice } from '../../store/ledger.ts';
import { listPlanSites } from '../../store/plan-sites.ts';
import { readUnwrittenAnswers } from '../../store/record-answer.ts';
import type { LoopDeps } from '../deps.ts';
import { renderConflict } from './conflict-notice.ts';
import { renderImportResult } from './import-notice.ts';
import type { LedgerRecipient } from './plan-notices.ts';
import { renderTrouble } from './trouble-notice.ts';

/** What a notice says, as things stand at the moment it goes out; `null` when there is nothing to say any more. */
export async function renderNotice(deps: LoopDeps, notice: ClaimedNotice): Promise<NoticeContent | null> {
  const render = OF_EVENTS[notice.kind];
  if (render !== undefined) return render(deps, notice);
  const recipient = notice.recipient as LedgerRecipient;
  return recipient.kind === 'person'
    ? renderReminder(deps, recipient.entraObjectId)
    : renderForGroup(deps, notice, recipient);
}

/** Notices that an event causes rather than the calendar; all of them go to one person. */
const OF_EVENTS: Readonly<
  Record<string, (deps: LoopDeps, notice: ClaimedNotice) => Promise<NoticeContent | null>>
> = {
  conflict: renderConflict,
  trouble: renderTrouble,
  'channel-trouble': renderTrouble,
  'import-result': renderImportResult,
};

async function renderForGroup(
  deps: LoopDeps,
  notice: ClaimedNotice,
  { groupKey, meetingKey, replaces }: Extract<LedgerRecipient, { kind: 'channel' }>,
): Promise<NoticeContent | null> {
  const plan = await deps.plans.get(notice.planId);
  const group = plan?.groups.find((candidate) => candidate.key === groupKey);
  if (plan == null || group === undefined) return null;
  const now = deps.clock.now();
  if (notice.kind === 'alert') return buildAlert(plan, groupKey, notice.period, now);
  const meeting = plan.meetings.find((candidate) => candidate.key === meetingKey);
  if (meeting === undefined) return null;
  if (notice.kind === 'digest') return buildDigest(plan, group, meeting, now);
  if (notice.kind === 'summary') {
    // A meeting that came into the list closed was never asked about: there is nothing to sum up.
    const isHeld = hasRecord(plan, meeting) || (await hasCards(deps.database, plan.id, meeting.key));
    return isHeld && meeting.state === 'Closed' ? buildSummary(plan, group, meeting, now) : null;
  }
  if (meeting.state !== 'Open' && replaces === undefined) return null;
  const { waitingCount, refusedCount } = await readUnwrittenAnswers(deps.database, plan.id, meeting.key);
  return buildCheckIn(plan, meeting, now, { waitingCount, refusedCount });
}

async function renderReminder(deps: LoopDeps, entraObjectId: string): Promise<NoticeContent | null> {
  const plans = await Promise.all(
    (await listPlanSites(deps.database)).map(({ planId }) => deps.plans.get(planId)),
  );
  const parts = plans.flatMap((plan) => {
    const owner = plan === null ? null : ownerOf(plan, { entraObjectId, email: null });
    return plan === null || owner === null ? [] : [{ plan, ownerKey: owner.key }];
  });
  return buildReminder(parts, deps.clock.now());
}

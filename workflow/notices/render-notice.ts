import type { NoticeContent } from '../../plan/content.ts';
import { EVENT_KINDS, type EventKind } from '../../plan/deliveries/kind-words.ts';
import { hasRecord } from '../../plan/meeting-record/has-record.ts';
import { CHANNEL_RULES, PERSONAL_RULES } from '../../plan/notices/index.ts';
import type { Meeting } from '../../plan/rows.ts';
import { hasCards } from '../../store/check-in-cards.ts';
import type { ClaimedNotice } from '../../store/ledger.ts';
import { renderReport } from '../board-reports/parts/card-notice.ts';
import type { LoopDeps } from '../deps.ts';
import { checkInContent } from '../meetings/check-in-content.ts';
import { renderConflict } from './conflict-notice.ts';
import { decideByState } from './decide-by-state.ts';
import { renderImportResult } from './import-notice.ts';
import type { LedgerRecipient } from './plan-notices.ts';
import { renderTrouble } from './trouble-notice.ts';

/** What a notice says, as things stand at the moment it goes out; `null` when there is nothing to say any more. */
export async function renderNotice(deps: LoopDeps, notice: ClaimedNotice): Promise<NoticeContent | null> {
  const event = EVENT_KINDS.find((kind) => kind === notice.kind);
  if (event !== undefined) return OF_EVENTS[event](deps, notice);
  const recipient = notice.recipient as LedgerRecipient;
  return recipient.kind === 'person'
    ? renderForPerson(deps, notice, recipient)
    : renderForGroup(deps, notice, recipient);
}

/** Notices that an event causes rather than the calendar. */
const OF_EVENTS: Readonly<
  Record<EventKind, (deps: LoopDeps, notice: ClaimedNotice) => Promise<NoticeContent | null>>
> = {
  conflict: renderConflict,
  trouble: renderTrouble,
  'channel-trouble': renderTrouble,
  'import-result': renderImportResult,
  'board-report': renderReport,
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
  const meeting = plan.meetings.find((candidate) => candidate.key === meetingKey) ?? null;
  if (notice.kind === 'check-in') {
    if (meeting === null || (meeting.state !== 'Open' && replaces === undefined)) return null;
    return checkInContent(deps.database, { plan, meeting, now });
  }
  // A meeting that came into the list closed was never asked about: there is nothing to sum up.
  const isHeld = async (held: Meeting) =>
    hasRecord(plan, held) || (await hasCards(deps.database, plan.id, held.key));
  if (notice.kind === 'summary' && (meeting === null || !(await isHeld(meeting)))) return null;
  const rule = CHANNEL_RULES.find(({ kind }) => kind === notice.kind);
  return rule?.content({ plan, group, meeting, period: notice.period, now }) ?? null;
}

async function renderForPerson(
  deps: LoopDeps,
  notice: ClaimedNotice,
  { entraObjectId }: Extract<LedgerRecipient, { kind: 'person' }>,
): Promise<NoticeContent | null> {
  const rule = PERSONAL_RULES.find(({ kind }) => kind === notice.kind);
  if (rule === undefined) return null;
  return decideByState(deps, (state) => rule.content({ ...state, entraObjectId, period: notice.period }));
}

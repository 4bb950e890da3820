import type { NewsContent } from '../content.ts';
import type { Plan } from '../plan.ts';
import { alertRule } from './alert.ts';
import { checkInRule } from './check-in.ts';
import { digestRule } from './digest.ts';
import { newsRule } from './news.ts';
import type { ChannelRule, DueNotice, PersonalRule } from './notice.ts';
import { EMPTY_LEDGER, type NoticeLedger } from './notice-ledger.ts';
import type { Preferences } from './preferences.ts';
import { reminderRule } from './reminder.ts';
import { reportReminderRule } from './report-reminder.ts';
import { summaryRule } from './summary.ts';

/** Kinds of notice to a group's channel. */
export const CHANNEL_RULES: readonly ChannelRule[] = [checkInRule, summaryRule, digestRule, alertRule];

/** Kinds of notice to one person. */
export const PERSONAL_RULES: readonly PersonalRule[] = [reminderRule, reportReminderRule];

/** Kinds of notice to one person that are no message: entries in Teams' activity feed. */
const FEED_RULES: readonly PersonalRule<NewsContent>[] = [newsRule];

/** What decides which notices are due. */
export interface NoticeState {
  readonly plans: readonly Plan[];
  /** By directory id in small letters. Default: nobody has chosen anything. */
  readonly preferences?: ReadonlyMap<string, Preferences>;
  /** Default: nothing was told before. */
  readonly ledger?: NoticeLedger;
  readonly now: Temporal.Instant;
  /** Default: now. */
  readonly until?: Temporal.Instant;
}

/**
 * Every notice that is due by `until` and not stale at `now`, earliest first. The same notice is named again each time
 * until it expires: the ledger knows what was sent.
 */
export function dueNotices(state: NoticeState): DueNotice[] {
  const channel = state.plans.flatMap((plan) => dueInChannels({ ...state, plan }));
  return [...channel, ...duePersonally(state)].toSorted(byTime);
}

/** Of these, those that go to the channels of one plan's groups. */
export function dueInChannels({
  plan,
  now,
  until = now,
}: Omit<NoticeState, 'plans'> & { readonly plan: Plan }): DueNotice[] {
  return CHANNEL_RULES.flatMap((rule) => rule.due({ plan, now, until })).toSorted(byTime);
}

/** Of these, those that go to one person each. */
export function duePersonally({
  plans,
  preferences = new Map(),
  ledger = EMPTY_LEDGER,
  now,
  until = now,
}: NoticeState): DueNotice[] {
  const ask = { plans, preferences, ledger, now, until };
  return [...PERSONAL_RULES, ...FEED_RULES].flatMap((rule) => rule.due(ask)).toSorted(byTime);
}

function byTime(one: DueNotice, other: DueNotice): number {
  return Temporal.Instant.compare(one.dueAt, other.dueAt);
}

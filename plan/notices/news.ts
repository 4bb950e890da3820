import { addDays, daysBetween, momentAt, todayIn } from '../calendar/dates.ts';
import type { NewsContent } from '../content.ts';
import { buildNews } from '../news.ts';
import { directoryIdOf } from '../people.ts';
import type { Plan } from '../plan.ts';
import { type Hearer, hearerOn } from '../reminders/hearers.ts';
import { hoursOn } from '../reminders/hours.ts';
import { pastOf } from '../reminders/past.ts';
import { remindersOn } from '../reminders/reminders-of-day.ts';
import type { IsoDate, Owner } from '../rows.ts';
import { type DueNotice, isTimely, type PersonalAsk, type PersonalRule } from './notice.ts';
import type { PastNews } from './notice-ledger.ts';

const FORTNIGHT_DAYS = 14;
/** A Monday from which fortnights are counted. */
const FIRST_MONDAY: IsoDate = '1970-01-05';
/** Wednesday: what is told weekly has been told by then. */
const FIRST_DAY = 2;

/**
 * News of a plan in the activity feed, once a fortnight, to directors who have asked for it: on its first day from the
 * Wednesday on of which they are there and get no reminder, so that a day never holds both. Nobody stands in for them.
 */
export const newsRule: PersonalRule<NewsContent> = {
  kind: 'news',
  due: (ask) => ask.plans.flatMap((plan) => plan.owners.flatMap((owner) => dueTo(ask, plan, owner))),
  content: ({ plans, period, entraObjectId, ...ask }) => {
    const [plan] = plans;
    return plan === undefined ? null : newsOf(ask, plan, { subject: entraObjectId.toLowerCase(), period });
  },
};

function dueTo(ask: PersonalAsk, plan: Plan, owner: Owner): DueNotice[] {
  const subject = directoryIdOf(owner);
  if (subject === null || !owner.roles.includes('Director')) return [];
  if (!ask.preferences.get(subject)?.activityFeed) return [];
  const { timeZone } = plan.settings;
  const last = todayIn(ask.until, timeZone);
  const notices = new Map<string, DueNotice>();
  for (let day = todayIn(ask.now, timeZone); day <= last; day = addDays(day, 1)) {
    const period = fortnightOf(day);
    if (notices.has(period) || daysBetween(period, day) < FIRST_DAY) continue;
    const notice = noticeOn(ask, plan, owner, day);
    if (notice !== null && isTimely(notice, ask) && newsOf(ask, plan, { subject, period }) !== null)
      notices.set(period, notice);
  }
  return [...notices.values()];
}

function noticeOn(ask: PersonalAsk, plan: Plan, owner: Owner, day: IsoDate): DueNotice | null {
  const hearer = hearerOn(ask, plan, owner, day);
  if (hearer === null || hearer.owner.key !== owner.key || isReminded(ask, hearer, day)) return null;
  const hours = hoursOn(plan, hearer, day);
  if (hours === null) return null;
  return {
    kind: 'news',
    planId: plan.id,
    subject: `${plan.id}/${hearer.subject}`,
    period: fortnightOf(day),
    dueAt: hours.from,
    expiresAt: hours.to,
    recipient: { kind: 'person', entraObjectId: owner.entraObjectId?.trim() ?? hearer.subject },
    meeting: null,
  };
}

/** Whether somebody gets a reminder that day, of any plan, or had it. */
function isReminded(ask: PersonalAsk, { subject }: Hearer, day: IsoDate): boolean {
  const past = pastOf(ask.ledger, subject)?.get(day);
  return past?.sentAt != null || ask.plans.some((plan) => remindersOn(ask, plan, day).has(subject));
}

/** Whose news, and the Monday its fortnight begins on. */
type Told = Pick<PastNews, 'subject' | 'period'>;

/** What changed since the news before was sent; without one, since the Wednesday of the fortnight before. */
function newsOf(
  { ledger, now }: Pick<PersonalAsk, 'ledger' | 'now'>,
  plan: Plan,
  { subject, period }: Told,
): NewsContent | null {
  const before = ledger.news
    .filter((news) => news.planId === plan.id && news.subject === subject && news.period < period)
    .toSorted((one, other) => one.period.localeCompare(other.period))
    .at(-1);
  const from =
    before === undefined
      ? momentAt(addDays(period, FIRST_DAY - FORTNIGHT_DAYS), '00:00', plan.settings.timeZone)
      : Temporal.Instant.from(before.sentAt);
  return buildNews(plan, { from, to: now });
}

/** The Monday on which a day's fortnight begins. */
function fortnightOf(day: IsoDate): IsoDate {
  return addDays(day, -(daysBetween(FIRST_MONDAY, day) % FORTNIGHT_DAYS));
}

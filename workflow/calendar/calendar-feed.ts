import { createHash, randomBytes } from 'node:crypto';
import { formatMoment } from '../../plan/calendar/dates.ts';
import { feedEntries } from '../../plan/calendar/feed-entries.ts';
import type { CalendarFeedContent } from '../../plan/content.ts';
import type { Plan } from '../../plan/plan.ts';
import { dropFeed, findFeed, readFeedMadeAt, saveFeed } from '../../store/calendar-feeds.ts';
import type { Queryable } from '../../store/database.ts';
import type { WorkflowDeps } from '../deps.ts';
import type { UseCases } from '../use-cases.ts';
import { requireCalendar, requireManagedCalendars } from './calendar-managers.ts';
import { writeFeed } from './feed/write-feed.ts';

/** 256 bits as base64url. */
const SECRET = /^[\w-]{43}$/;

/** How the calendar address of every plan the person manages stands. */
export async function viewCalendarFeeds(
  deps: WorkflowDeps,
  { actor }: Parameters<UseCases['viewCalendarFeeds']>[0],
): Promise<readonly CalendarFeedContent[]> {
  const { managed } = await requireManagedCalendars(deps, actor);
  return Promise.all(managed.map(({ plan }) => feedOf(deps.database, plan)));
}

/** Makes a plan an address that nobody can guess; the one it had stops. Its secret is said now and never again. */
export async function makeCalendarFeed(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['makeCalendarFeed']>[0],
): Promise<CalendarFeedContent> {
  const { plan } = await requireCalendar(deps, actor, planId);
  const secret = randomBytes(32).toString('base64url');
  await saveFeed(deps.database, { planId, digest: digestOf(secret), madeAt: deps.clock.now().toString() });
  return { ...(await feedOf(deps.database, plan)), secret };
}

/** Has a plan's address lead nowhere. */
export async function stopCalendarFeed(
  deps: WorkflowDeps,
  { actor, planId }: Parameters<UseCases['stopCalendarFeed']>[0],
): Promise<CalendarFeedContent> {
  const { plan } = await requireCalendar(deps, actor, planId);
  await dropFeed(deps.database, planId);
  return feedOf(deps.database, plan);
}

/** The text of the calendar that a secret leads to, and a mark of what it says; `null` for anything else. */
export async function readCalendarFeed(
  deps: Pick<WorkflowDeps, 'database' | 'plans'>,
  secret: string,
): Promise<{ readonly text: string; readonly mark: string } | null> {
  if (!SECRET.test(secret)) return null;
  const planId = await findFeed(deps.database, digestOf(secret));
  const plan = planId === null ? null : await deps.plans.get(planId);
  if (plan === null) return null;
  const entries = feedEntries(plan).map((entry) => ({
    ...entry,
    uid: `${digestOf(`${plan.id}/${entry.id}`).slice(0, 32)}@milepost`,
  }));
  const text = writeFeed(`${plan.name}: milestones`, entries);
  return { text, mark: digestOf(text).slice(0, 32) };
}

/** How the address of one plan stands. Whoever calls it has asked whether the person may know. */
export async function feedOf(db: Queryable, plan: Plan): Promise<CalendarFeedContent> {
  const madeAt = await readFeedMadeAt(db, plan.id);
  return {
    kind: 'calendar-feed',
    planId: plan.id,
    planName: plan.name,
    madeAtWords: madeAt === null ? null : formatMoment(madeAt, plan.settings.timeZone),
    secret: null,
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

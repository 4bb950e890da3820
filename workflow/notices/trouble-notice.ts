import { addDays, momentAt, todayIn } from '../../plan/calendar/dates.ts';
import { isWorkingTime } from '../../plan/calendar/working-hours.ts';
import type { ListTrouble, TroubleContent } from '../../plan/content.ts';
import { chairsOf, isAway, isChairOf, isPlanManager, ownerOf } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Owner } from '../../plan/rows.ts';
import {
  isWorthTelling,
  OF_CHANNELS,
  OF_REPORTS,
  TROUBLE_CODES,
  type TroubleCode,
} from '../../plan/troubles.ts';
import { type ClaimedNotice, hasPlannedSince, planNotices } from '../../store/ledger.ts';
import { markTold, readTroubles, type StandingTrouble } from '../../store/troubles.ts';
import type { WorkflowDeps } from '../deps.ts';
import { attentionOf } from '../lists/state/attention-of.ts';
import { ROW_TROUBLE } from '../lists/state/note-troubles.ts';
import { wordsOfStanding } from '../lists/state/words-of-standing.ts';
import type { LedgerRecipient } from './plan-notices.ts';

/** Kinds in the ledger. What keeps a group from its channel does not wait for the next day behind other troubles. */
const KINDS = { ofLists: 'trouble', ofChannels: 'channel-trouble' } as const;
const LIFE_DAYS = 3;
/** Rows that one message names; the rest is a count. */
const ROWS_NAMED = 5;

/**
 * Enters in the ledger that plan managers are to be told of what has come to stand in the way of the lists, and they and
 * chairs of what keeps groups from their channels: each trouble once, all that are new in one message, one message a day
 * and kind at most, in the working hours of the plan.
 */
export async function planTroubleNotices(deps: WorkflowDeps, plan: Plan): Promise<void> {
  const now = deps.clock.now();
  if (!isWorkingTime(plan, now)) return;
  const today = todayIn(now, plan.settings.timeZone);
  const untold = (await readTroubles(deps.database, plan.id)).filter(
    (one) => isToTell(one, now) && recipientsOf(plan, one, today).length > 0,
  );
  const [ofChannels, ofLists] = [untold.filter(isOfChannel), untold.filter((one) => !isOfChannel(one))];
  await tell(deps, plan, { kind: KINDS.ofLists, troubles: ofLists, now, today });
  await tell(deps, plan, { kind: KINDS.ofChannels, troubles: ofChannels, now, today });
}

async function tell(
  { database }: WorkflowDeps,
  plan: Plan,
  {
    kind,
    troubles,
    now,
    today,
  }: {
    readonly kind: string;
    readonly troubles: readonly StandingTrouble[];
    readonly now: Temporal.Instant;
    readonly today: string;
  },
): Promise<void> {
  const [first] = troubles;
  if (first === undefined) return;
  const since = momentAt(today, '00:00', plan.settings.timeZone).toString();
  if (await hasPlannedSince(database, { planId: plan.id, kind, since })) return;

  const firstDay = todayIn(Temporal.Instant.from(first.since), plan.settings.timeZone);
  const period = [firstDay, first.list || 'site', first.code, first.subject].filter((part) => part).join(' ');
  const recipients = new Set(troubles.flatMap((one) => recipientsOf(plan, one, today)));
  const notices = [...recipients].map((entraObjectId) => ({
    kind,
    subject: `${plan.id}/${entraObjectId.toLowerCase()}`,
    period,
    planId: plan.id,
    recipient: { kind: 'person', entraObjectId } satisfies LedgerRecipient,
    dueAt: now.toString(),
    expiresAt: momentAt(addDays(today, LIFE_DAYS), plan.settings.closesAt, plan.settings.timeZone).toString(),
  }));
  await database.transaction(async (tx) => {
    await planNotices(tx, notices);
    await markTold(tx, plan.id, troubles, period);
  });
}

/** What a notice of troubles says as things stand now; `null` when all it was about is mended. */
export async function renderTrouble(
  deps: WorkflowDeps,
  notice: ClaimedNotice,
): Promise<TroubleContent | null> {
  const plan = await deps.plans.get(notice.planId);
  const recipient = notice.recipient as LedgerRecipient;
  if (plan === null || recipient.kind !== 'person') return null;
  const owner = ownerOf(plan, { entraObjectId: recipient.entraObjectId, email: null });
  if (owner === null) return null;
  const told = (await readTroubles(deps.database, plan.id)).filter(
    (one) => one.toldIn === notice.period && concerns(plan, owner, one),
  );
  const ofLists = wordsOfStanding(told.filter(({ code }) => code !== ROW_TROUBLE));
  const troubles = [...ofLists, ...(await troublesOfRows(deps, plan, told))];
  if (troubles.length === 0) return null;
  const audience = isPlanManager(owner) ? 'plan managers' : 'chair';
  return { kind: 'trouble', audience, planId: plan.id, planName: plan.name, siteUrl: plan.siteUrl, troubles };
}

/** The first few rows that need attention, and how many more there are. */
async function troublesOfRows(
  deps: WorkflowDeps,
  plan: Plan,
  told: readonly StandingTrouble[],
): Promise<ListTrouble[]> {
  const names = new Set(
    told.filter(({ code }) => code === ROW_TROUBLE).map(({ list, subject }) => `${list}/${subject}`),
  );
  const rows = (await attentionOf(deps, plan)).filter(({ list, key }) => names.has(`${list}/${key}`));
  const named = rows.slice(0, ROWS_NAMED).map(
    ({ list, title, messages }): ListTrouble => ({
      list,
      code: ROW_TROUBLE,
      message: `${title || 'A row without a title'}: ${messages.join(' ')}`,
      remedy: `Put it right in the list ${list}; until then Milepost goes by the rest of the row.`,
    }),
  );
  const moreCount = rows.length - named.length;
  if (moreCount === 0) return named;
  const message = `${moreCount} more ${moreCount === 1 ? 'row needs' : 'rows need'} attention.`;
  return [...named, { list: null, code: ROW_TROUBLE, message, remedy: 'Write “sharepoint” to see them.' }];
}

/** New, there for more than one round, and not of a kind that passes by itself. */
function isToTell({ code, since, lasting, toldIn }: StandingTrouble, now: Temporal.Instant): boolean {
  if (!lasting || toldIn !== null) return false;
  const known = TROUBLE_CODES.find((candidate): candidate is TroubleCode => candidate === code);
  return known === undefined || isWorthTelling(known, Temporal.Instant.from(since), now);
}

/** Plan managers, as they are now, are told everything; anybody else, what keeps their own group from its channel. */
function concerns(plan: Plan, owner: Owner, trouble: StandingTrouble): boolean {
  return isPlanManager(owner) || (isOfGroup(trouble) && isChairOf(plan, owner, trouble.subject));
}

/** Directory ids of those who are told of a trouble. */
function recipientsOf(plan: Plan, trouble: StandingTrouble, today: string): readonly string[] {
  // A chair who is away is not written to.
  const chairs = isOfGroup(trouble)
    ? chairsOf(plan, trouble.subject).filter((owner) => !isAway(owner, today))
    : [];
  return [...managersOf(plan, today), ...chairs].flatMap(({ entraObjectId }) => entraObjectId || []);
}

/** Plan managers whom Teams knows, but for those who are away; all of them when everybody is. */
function managersOf(plan: Plan, today: string): readonly Owner[] {
  const managers = plan.owners.filter((owner) => isPlanManager(owner) && owner.entraObjectId);
  const present = managers.filter((owner) => !isAway(owner, today));
  return present.length > 0 ? present : managers;
}

/** Its chair is told too. */
const isOfGroup = (trouble: StandingTrouble): boolean =>
  isOfChannel(trouble) || (OF_REPORTS as readonly string[]).includes(trouble.code);

const isOfChannel = ({ code }: StandingTrouble): boolean => (OF_CHANNELS as readonly string[]).includes(code);

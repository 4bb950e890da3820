import type { Plan } from '../../../plan/plan.ts';
import type { Database } from '../../../store/database.ts';
import { runDue } from '../../../workflow/run-due.ts';
import type { ConversationSeen } from '../../../workflow/use-cases.ts';
import { makeGroup, makePlan, makeRecommendation } from '../../helpers/make-plan.ts';
import { TENANT, type TestProcess } from './make-deps.ts';

/** A Monday in February 2022. */
export const DUE = '2022-02-14';
export const ON_THE_DAY = `${DUE}T09:00:00Z`;

/** One group, and one recommendation of its owner's that is due on the day, while no check-in is open. */
export const PLAN: Plan = makePlan({
  groups: [makeGroup({ firstMeeting: '2022-03-28' })],
  recommendations: [
    makeRecommendation({ number: 3, baselineDue: DUE, forecastDue: DUE, duePrecision: 'Day' }),
  ],
});

/** A round of everything that is due, at each moment. */
export async function runAt(deps: TestProcess, ...instants: readonly string[]): Promise<void> {
  for (const instant of instants) {
    deps.setClock(instant);
    await runDue(deps);
  }
}

/** The notices, by kind and period. */
export function readLedger(
  database: Database,
): Promise<{ kind: string; period: string; state: string; code: string | null }[]> {
  return database.query('SELECT kind, period, state, code FROM notice ORDER BY kind, period');
}

/** What was sent to whom: kind, and id of the channel or person. */
export function sentBy({ messenger }: TestProcess): (readonly [kind: string, to: string])[] {
  return messenger.sent.map(({ to, content }) => [
    content.kind,
    to.kind === 'channel' ? to.channelId : to.entraObjectId,
  ]);
}

/** Something came from the channel of `PLAN`'s group: the app is there. */
export function seenInChannel(overrides: Partial<ConversationSeen> = {}): ConversationSeen {
  return {
    tenantId: TENANT,
    conversationId: 'channel-1',
    kind: 'channel',
    serviceUrl: 'https://teams/',
    botId: '28:bot',
    teamId: 'team-1',
    channelId: 'channel-1',
    entraObjectId: null,
    teamsUserId: null,
    reachable: true,
    ...overrides,
  };
}

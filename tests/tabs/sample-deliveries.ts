import type { DeliveryLedger } from '../../plan/content.ts';
import { buildDeliveryDays } from '../../plan/deliveries/build-days.ts';
import { buildDeliveries } from '../../plan/deliveries/build-deliveries.ts';
import type { LedgerEntry } from '../../plan/deliveries/ledger-entry.ts';
import { at, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';

const OWNER = makeOwner();
const MANAGER = makeOwner({ key: 'manager', itemId: 2, title: 'Plan manager', roles: ['Plan manager'] });
const AWAY = makeOwner({ key: 'away', itemId: 3, title: 'Lead without account', entraObjectId: null });

const entry = (over: Partial<LedgerEntry>): LedgerEntry => ({
  id: 1,
  kind: 'reminder',
  groupKey: null,
  entraObjectId: OWNER.entraObjectId?.toLowerCase() ?? '',
  state: 'sent',
  code: null,
  lastCode: null,
  attempts: 1,
  dueAt: '2022-01-24T09:00:00Z',
  expiresAt: '2022-01-27T09:00:00Z',
  settledAt: '2022-01-24T09:00:05Z',
  decision: null,
  ...over,
});
const toGroup = { kind: 'digest', groupKey: 'send', entraObjectId: null } as const;

/** A fortnight in which a digest may have arrived, a check-in card could not be posted, and the rest went out. */
export function sampleDeliveries(scope: DeliveryLedger['scope'] = 'all'): DeliveryLedger {
  const all = [
    entry({ ...toGroup, id: 41, state: 'ambiguous', code: 'TimedOut', lastCode: 'TimedOut' }),
    entry({ id: 42, state: 'due', code: 'Paced', lastCode: 'Paced', settledAt: null }),
    entry({ id: 40, dueAt: '2022-01-21T09:00:00Z' }),
    entry({
      ...toGroup,
      id: 39,
      kind: 'check-in',
      state: 'expired',
      code: 'ChannelGone',
      lastCode: 'ChannelGone',
      dueAt: '2022-01-17T09:00:00Z',
      expiresAt: '2022-01-18T09:00:00Z',
    }),
    entry({ id: 38, state: 'nothing to say', dueAt: '2022-01-17T09:00:00Z' }),
  ];
  const context = {
    plan: makePlan({
      id: 'alp',
      owners: [OWNER, MANAGER, AWAY],
      recommendations: [makeRecommendation({ owner: 'away' })],
    }),
    now: at('2022-01-24T12:00:00Z'),
    toldOfChannels: new Map(),
    preferences: new Map(),
    refused: new Set<string>(),
    scope,
  };
  const counts = [...Map.groupBy(all, ({ kind, state }) => `${kind} ${state}`).values()].flatMap((some) =>
    some.slice(0, 1).map(({ kind, state }) => ({ kind, state, count: some.length })),
  );
  const entries = all.filter(({ state }) => state !== 'sent');
  return {
    ...buildDeliveries({ ...context, page: 0, counts, entries, hasOlder: true }),
    days: buildDeliveryDays({ ...context, all }),
  };
}

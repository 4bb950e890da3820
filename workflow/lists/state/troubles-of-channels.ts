import type { Plan } from '../../../plan/plan.ts';
import type { TroubleCode } from '../../../plan/troubles.ts';
import { readTakenChannels } from '../../../store/channels.ts';
import type { Queryable } from '../../../store/database.ts';
import { readLostChannels } from '../../../store/lost-channels.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';

/** Kinds of groups that have a channel: the others are asked by their facilitators. */
const WITH_CHANNEL: readonly unknown[] = ['Operational', 'Board'];

/** Groups of a plan for which nothing can be posted, and why. */
export async function troublesOfChannels(db: Queryable, plan: Plan): Promise<FoundTrouble[]> {
  const [taken, lost] = await Promise.all([readTakenChannels(db, plan.id), readLostChannels(db, plan.id)]);
  const takenFrom = new Set(taken.map(({ groupKey }) => groupKey));
  // A channel that is another plan's is none of this group's, so it is not missing twice.
  const missing = plan.groups.filter(
    ({ key, kind, active, channelId }) =>
      WITH_CHANNEL.includes(kind) && active !== false && !channelId && !takenFrom.has(key),
  );
  return [
    ...missing.map(({ key, title }) => ofGroup('CHANNEL_MISSING', key, title)),
    ...lost
      .filter(({ groupKey }) => !takenFrom.has(groupKey))
      .map(({ groupKey, groupTitle }) => ofGroup('CHANNEL_GONE', groupKey, groupTitle)),
    ...taken.map(({ groupKey, groupTitle }) => ofGroup('CHANNEL_TAKEN', groupKey, groupTitle)),
  ];
}

const ofGroup = (code: TroubleCode, groupKey: string, group: string): FoundTrouble => ({
  list: 'Groups',
  code,
  subject: groupKey,
  detail: { group },
});

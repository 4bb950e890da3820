import type { Actor } from '../../workflow/use-cases.ts';
import { tenantIdOf } from './admission.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import type { Turn } from './turn.ts';

/** Who sent an activity. Only what the platform says counts: a card's own data names nobody. */
export const actorOf = (activity: IncomingActivity): Actor => ({
  tenantId: tenantIdOf(activity),
  entraObjectId: activity.from?.aadObjectId ?? null,
  email: null,
});

/** Where an activity was written. */
export const placeOf = (activity: IncomingActivity): Turn['place'] => {
  const type = activity.conversation?.conversationType;
  return type === 'channel' || type === 'groupChat' ? type : 'personal';
};

/** The conversation without the thread: `19:…@thread.tacv2;messageid=1` is a thread of `19:…@thread.tacv2`. */
export const conversationIdOf = (activity: IncomingActivity): string =>
  (activity.conversation?.id ?? '').split(';')[0] ?? '';

/** The channel of an activity; `null` outside channels. */
export const channelIdOf = (activity: IncomingActivity): string | null =>
  placeOf(activity) === 'channel' ? (activity.channelData?.channel?.id ?? conversationIdOf(activity)) : null;

import { isAllowedServiceUrl } from '../authentication/service-urls.ts';
import type { BotSettings } from '../settings.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** Why a turn is turned away; for the log only. */
export type Refusal = 'no-service-url' | 'service-url' | 'no-tenant' | 'tenant' | 'no-conversation';

/**
 * Whether an activity says it comes through Teams. Asked before its token is looked at: for some other
 * channels the SDK would check against keys that are not ours to trust.
 */
export const isFromTeams = (activity: IncomingActivity, settings: BotSettings): boolean =>
  activity.channelId === 'msteams' ||
  (settings.authentication === 'anonymous' && activity.channelId === 'emulator');

/**
 * What the SDK leaves unchecked once a token's signature is good: that the activity comes from an
 * allowed tenant and is to be answered at an allowed address. `null` = come in.
 */
export const whyRefused = (activity: IncomingActivity, settings: BotSettings): Refusal | null => {
  if (!activity.serviceUrl) return 'no-service-url';
  if (!isAllowedServiceUrl(activity.serviceUrl, settings)) return 'service-url';
  if (!activity.conversation?.id || !activity.recipient?.id) return 'no-conversation';
  if (settings.authentication === 'anonymous') return null;
  const allowed = new Set(settings.allowedTenantIds.map((id) => id.toLowerCase()));
  const tenantIds = tenantIdsOf(activity);
  if (tenantIds.length === 0) return 'no-tenant';
  return tenantIds.every((id) => allowed.has(id.toLowerCase())) ? null : 'tenant';
};

/**
 * The activity as the rest of the bot may see it. Nobody vouches for the tenant that a local playground makes up, so
 * there its people count as the configured tenant's.
 */
export const admitted = (activity: IncomingActivity, settings: BotSettings): IncomingActivity =>
  settings.authentication === 'entra'
    ? activity
    : {
        ...activity,
        conversation: { ...activity.conversation, tenantId: settings.tenantId },
        channelData: { ...activity.channelData, tenant: { id: settings.tenantId } },
      };

/** The tenant of an admitted activity. */
export const tenantIdOf = (activity: IncomingActivity): string => tenantIdsOf(activity)[0] ?? '';

/** Both places that name a tenant must be allowed: an activity may not belong to two. */
const tenantIdsOf = (activity: IncomingActivity): string[] =>
  [activity.conversation?.tenantId, activity.channelData?.tenant?.id].filter((id) => typeof id === 'string');

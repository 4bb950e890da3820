import { isAllowedServiceUrl } from '../authentication/service-urls.ts';
import type { BotSettings } from '../settings.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** Why a turn is turned away; for the log only. */
export type Refusal =
  | 'channel'
  | 'no-service-url'
  | 'service-url'
  | 'no-tenant'
  | 'tenant'
  | 'no-conversation';

/**
 * What the SDK leaves unchecked once a token's signature is good: that the activity comes through
 * Teams, from an allowed tenant, and is to be answered at an allowed address. `null` = come in.
 */
export const whyRefused = (activity: IncomingActivity, settings: BotSettings): Refusal | null => {
  if (!isTeams(activity.channelId, settings.authentication)) return 'channel';
  if (!activity.serviceUrl) return 'no-service-url';
  if (!isAllowedServiceUrl(activity.serviceUrl, settings)) return 'service-url';
  if (!activity.conversation?.id || !activity.recipient?.id) return 'no-conversation';
  const tenantIds = tenantIdsOf(activity);
  if (tenantIds.length === 0) return 'no-tenant';
  if (!tenantIds.every((id) => settings.allowedTenantIds.includes(id))) return 'tenant';
  return null;
};

/** The tenant of an admitted activity. */
export const tenantIdOf = (activity: IncomingActivity): string => tenantIdsOf(activity)[0] ?? '';

/** Both places that name a tenant must be allowed: an activity may not belong to two. */
const tenantIdsOf = (activity: IncomingActivity): string[] =>
  [activity.conversation?.tenantId, activity.channelData?.tenant?.id].filter((id) => typeof id === 'string');

const isTeams = (
  channelId: string | null | undefined,
  authentication: BotSettings['authentication'],
): boolean => channelId === 'msteams' || (authentication === 'anonymous' && channelId === 'emulator');

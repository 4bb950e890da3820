import type { StoredSubscription } from '../store/subscriptions.ts';

/** Of its time, the last tenth: then a receiver is asked to authorise a subscription again. */
const REAUTHORIZATION_SHARE = 0.1;

export function isReauthorizationDue(
  { beganMs, endsMs, isReauthorizationAsked }: StoredSubscription,
  nowMs: number,
): boolean {
  return !isReauthorizationAsked && endsMs - nowMs < (endsMs - beganMs) * REAUTHORIZATION_SHARE;
}

/** That something in the list changed; Graph does not say which item. */
export function toNotification(subscription: StoredSubscription, tenantId: string): object {
  return {
    ...toEntry(subscription, tenantId),
    resource: subscription.resource,
    resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
    changeType: 'updated',
  };
}

/** That the subscription ends unless it is renewed or authorised again. */
export function toLifecycleEntry(subscription: StoredSubscription, tenantId: string): object {
  return { ...toEntry(subscription, tenantId), lifecycleEvent: 'reauthorizationRequired' };
}

function toEntry({ id, clientState, endsMs }: StoredSubscription, tenantId: string) {
  const subscriptionExpirationDateTime = new Date(endsMs).toISOString();
  return { subscriptionId: id, clientState, tenantId, subscriptionExpirationDateTime };
}

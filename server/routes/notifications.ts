import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import type {
  ChangedLists,
  ChangeNotification,
} from '../../workflow/lists/notifications/take-notifications.ts';
import type { Log } from '../../workflow/ports/log.ts';
import { LOOPBACK_HOSTS } from '../config.ts';
import type { Route, RouteAnswer } from '../http/route.ts';

/** Where Graph tells of changes, below the public address. */
const NOTIFICATIONS_PATH = '/api/graph/notifications';

/** Graph's own are a few hundred characters an entry. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_TOKEN_LENGTH = 2_048;

/** Graph does not say how many entries one request may hold. */
const BODY = z.object({
  value: z.array(
    z.object({
      subscriptionId: z.string().max(64),
      clientState: z.string().nullish(),
      tenantId: z.string().nullish(),
      lifecycleEvent: z.string().nullish(),
    }),
  ),
});

export interface NotificationTools {
  /** Answers the lists that are to be read. */
  readonly take: (notifications: readonly ChangeNotification[]) => Promise<ChangedLists>;
  /** Has them read soon; returns at once. */
  readonly nudgeSync: (changed: ChangedLists) => void;
  readonly log: Log;
}

/**
 * Where Graph asks whether Milepost is there, and tells of changes. It gets its answer at once, for it drops those who
 * are slow, and learns nothing from it: whoever else sends something here is answered the same.
 */
export function notificationsRoute(tools: NotificationTools): Route {
  return {
    method: 'POST',
    path: NOTIFICATIONS_PATH,
    async handle({ query, body }) {
      const token: unknown = query.validationToken;
      if (token !== undefined) return shakeHands(token);
      const notifications = readNotifications(body);
      try {
        tools.nudgeSync(await tools.take(notifications));
      } catch (error) {
        // The lists are read every so often anyway; a failure here would only make Graph send it again.
        tools.log.error({ error: (error as Error).name }, 'change notifications could not be taken');
      }
      return { status: 202 };
    },
  };
}

/**
 * Where Graph is to tell of changes; `null` where it can't reach Milepost: only https will do, except on this machine,
 * where a tunnel may put https before it.
 */
export function notificationUrlOf(publicUrl: string): string | null {
  const { protocol, hostname } = new URL(publicUrl);
  const isReachable = protocol === 'https:' || LOOPBACK_HOSTS.includes(hostname);
  return isReachable ? `${publicUrl}${NOTIFICATIONS_PATH}` : null;
}

/** @see https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation */
function shakeHands(token: unknown): RouteAnswer {
  if (typeof token === 'string' && token.length <= MAX_TOKEN_LENGTH) return { status: 200, body: token };
  throw refused('validation token of another form', 'Send one validationToken.');
}

function readNotifications(body: unknown): ChangeNotification[] {
  const size = Buffer.byteLength(JSON.stringify(body ?? null));
  const parsed = BODY.safeParse(body);
  if (size > MAX_BODY_BYTES || !parsed.success)
    throw refused(
      'no change notifications',
      'Send the change notifications of Microsoft Graph, at most 64 KB.',
    );
  return parsed.data.value.map(({ subscriptionId, clientState, tenantId, lifecycleEvent }) => ({
    subscriptionId,
    clientState: clientState ?? null,
    tenantId: tenantId ?? null,
    lifecycleEvent: lifecycleEvent ?? null,
  }));
}

function refused(message: string, userMessage: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message, userMessage });
}

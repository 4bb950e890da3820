import type { ListName } from '../../../plan/glossary.ts';
import { createHttpServer } from '../../../server/http/create-http-server.ts';
import { notificationsRoute } from '../../../server/routes/notifications.ts';
import { createMetrics } from '../../../server/telemetry/metrics.ts';
import type { Database } from '../../../store/database.ts';
import { type ListSubscription, saveSubscription } from '../../../store/subscriptions.ts';
import {
  type ChangedLists,
  takeNotifications,
} from '../../../workflow/lists/notifications/take-notifications.ts';
import { openTestDatabase } from '../../store/databases.ts';
import { makeDeps, type TestProcess } from '../../workflow/helpers/make-deps.ts';

/** Milepost's receiver of change notifications, as the server mounts it, on a database of its own. */
export interface NotificationsServer {
  readonly url: string;
  readonly database: Database;
  readonly deps: TestProcess;
  /** What it had read, in order: `plan-1/Themes`. */
  readonly read: string[];
  /** Makes the database fail until it is set back to `null`. */
  failure: Error | null;
  /** Enters a subscription that Milepost would have made. */
  subscribe(subscription: Partial<ListSubscription>): Promise<void>;
  post(body: unknown, query?: string): Promise<{ readonly status: number; readonly text: string }>;
  stop(): Promise<void>;
}

export async function startNotificationsServer(tenantId: string): Promise<NotificationsServer> {
  const { database, close } = await openTestDatabase();
  const deps = makeDeps({ database, tenantId });
  const metrics = createMetrics({ graph: noTraffic, isSendingStopped: async () => false });
  const read: string[] = [];
  const note = (changed: ChangedLists) => {
    for (const [planId, lists] of changed) for (const list of lists) read.push(`${planId}/${list}`);
  };
  const http = await createHttpServer({
    routes: [
      notificationsRoute({
        take: async (notifications) => {
          if (server.failure !== null) throw server.failure;
          return takeNotifications(deps, notifications);
        },
        nudgeSync: note,
        log: deps.log,
      }),
    ],
    host: '127.0.0.1',
    port: 0,
    log: deps.log,
    metrics,
  });
  const server: NotificationsServer = {
    url: `http://127.0.0.1:${http.port}/api/graph/notifications`,
    database,
    deps,
    read,
    failure: null,
    subscribe: (subscription) => saveSubscription(database, { ...SUBSCRIPTION, ...subscription }),
    async post(body, query = '') {
      const answer = await fetch(`${server.url}${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: answer.status, text: await answer.text() };
    },
    async stop() {
      await http.close();
      await metrics.stop();
      await close();
    },
  };
  return server;
}

const SUBSCRIPTION: ListSubscription = {
  planId: 'plan-1',
  list: 'Themes' satisfies ListName,
  subscriptionId: '7f105c7d-2dc5-4530-97cd-4e7ae6534c07',
  clientState: 'secretClientValue',
  listId: '22e03ef3-6ef4-424d-a1d3-92a337807c30',
  notificationUrl: 'https://milepost.example/api/graph/notifications',
  renewAt: '2022-01-24T09:00:00Z',
  endsAt: '2022-02-07T09:00:00Z',
};

const NONE = { calls: 0, resourceUnits: 0 };
const noTraffic: Parameters<typeof createMetrics>[0]['graph'] = () => ({
  requests: 0,
  resourceUnits: 0,
  byKind: { row: NONE, rows: NONE, delta: NONE, write: NONE, permissions: NONE, directory: NONE },
  unitsInLastMinute: 0,
  held: 0,
  pauses: 0,
});

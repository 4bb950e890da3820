import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LogEntry } from '../../../sandbox/controls/shapes.ts';
import { saveConversation } from '../../../store/conversations.ts';
import type { Database } from '../../../store/database.ts';
import { migrate } from '../../../store/migrate.ts';
import { openPostgres } from '../../../store/open-postgres.ts';
import { startSandbox } from '../../../tests/helpers/sandbox.ts';
import { createTestPostgres } from '../../../tests/helpers/test-database.ts';
import { fillMirror } from '../../../tests/workflow/helpers/fill-mirror.ts';
import { fetchJson } from '../json.ts';
import { enterAlerts, NOW, planWithAlerts } from './many-alerts.ts';
import type { SenderPlace } from './sender.ts';

/** A sandbox's Teams and a PostgreSQL with so many alerts to send there. */
export interface SendSite {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly place: SenderPlace;
  readonly planId: string;
  readonly alerts: number;
  /** When all of them fall due. */
  readonly dueAt: Temporal.Instant;
  setFaults(faults: readonly object[]): Promise<void>;
  /** Every message the bot tried to post, oldest first. */
  posts(): Promise<readonly LogEntry[]>;
}

/** Makes one for `work`, and removes it afterwards. */
export async function withSendSite<Result>(
  { alerts }: { readonly alerts: number },
  work: (site: SendSite) => Promise<Result>,
): Promise<Result> {
  // Takes the news that the app is installed, as a bot would.
  const bot = createServer((request, response) => void request.resume().on('end', () => response.end('{}')));
  bot.listen(0, '127.0.0.1');
  await once(bot, 'listening');
  const [postgres, sandbox] = await Promise.all([
    createTestPostgres(),
    startSandbox({
      SANDBOX_BOT_URL: `http://127.0.0.1:${(bot.address() as AddressInfo).port}`,
      SANDBOX_CONNECTOR_AUTH: 'off',
    }),
  ]);
  const database = await openPostgres(postgres.url);
  const control = <T>(path: string, body?: unknown) =>
    fetchJson<T>(`${sandbox.pageUrl}/sandbox/${path}`, body === undefined ? {} : { body });
  try {
    await migrate(database);
    await control('install', {});
    const { tenantId, botAppId } = sandbox.directory;
    const place = { tenantId, botAppId, serviceUrl: `${sandbox.pageUrl}/connector/` };
    const plan = planWithAlerts(sandbox.directory, { alerts });
    await fillMirror(database, plan);
    for (const { teamId, channelId } of plan.groups)
      await saveConversation(database, {
        tenantId,
        conversationId: channelId ?? '',
        kind: 'channel',
        serviceUrl: place.serviceUrl,
        botId: `28:${botAppId}`,
        teamId,
        channelId,
        entraObjectId: null,
        teamsUserId: null,
        reachable: true,
      });
    const entered = await enterAlerts(database, plan);
    return await work({
      database,
      databaseUrl: postgres.url,
      place,
      planId: plan.id,
      alerts: entered,
      dueAt: NOW,
      setFaults: async (faults) => void (await control('faults', faults)),
      posts: async () =>
        (await control<readonly LogEntry[]>('log')).filter(
          ({ connector }) => connector?.kind === 'send' || connector?.kind === 'create-conversation',
        ),
    });
  } finally {
    await database.close();
    await Promise.all([sandbox.stop(), postgres.drop()]);
    bot.close();
  }
}

import { randomUUID } from 'node:crypto';
import { type Bot, createBot } from '../bot/create-bot.ts';
import { createActivityFeed } from '../graph/activity-feed.ts';
import { openSiteDocuments } from '../graph/documents/site-documents.ts';
import { openSiteLists } from '../graph/site-lists.ts';
import { findSite } from '../graph/sites.ts';
import { createSubscriptions } from '../graph/subscriptions.ts';
import { findChannelConversation, findPersonalConversation } from '../store/conversations.ts';
import type { Database } from '../store/database.ts';
import { type Jobs, startJobs } from '../store/jobs.ts';
import { dropLeases } from '../store/leases.ts';
import { countDue } from '../store/ledger.ts';
import { migrate } from '../store/migrate.ts';
import { readPlanVersions } from '../store/plan-versions.ts';
import { countSend, isSendingStopped } from '../store/send-limits.ts';
import { readCalendarFeed } from '../workflow/calendar/calendar-feed.ts';
import { createUseCases } from '../workflow/create-use-cases.ts';
import type { LoopDeps, WorkflowDeps } from '../workflow/deps.ts';
import { takeNotifications } from '../workflow/lists/notifications/take-notifications.ts';
import { createPlanCache } from '../workflow/plan-cache.ts';
import { planIdOf, registerPlans } from '../workflow/register-plans.ts';
import { placeOf } from '../workflow/sending/attempt-send.ts';
import { createBackground } from './background.ts';
import { createDrivenClock, readClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createCredential } from './credentials.ts';
import { createConfiguredGraphClient } from './graph-access.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { createTabTokenVerifier } from './http/verify-tab-token.ts';
import { createLivePages } from './live/live-pages.ts';
import { createPlanWatch } from './live/plan-watch.ts';
import { openDatabase } from './open-database.ts';
import { createDocumentsOf } from './open-plan-documents.ts';
import { createSiteListsOf } from './open-plan-lists.ts';
import { aboutRoutes } from './routes/about.ts';
import { apiRoutes } from './routes/api.ts';
import { calendarLinkOf, calendarRoute } from './routes/calendar.ts';
import { clockRoute } from './routes/clock.ts';
import { healthRoutes } from './routes/health.ts';
import { messagesRoute } from './routes/messages.ts';
import { notificationsRoute, notificationUrlOf } from './routes/notifications.ts';
import { tabRoutes } from './routes/tab.ts';
import { createTabLink } from './tab-link.ts';
import { createLogger } from './telemetry/logger.ts';
import { createMetrics } from './telemetry/metrics.ts';

/** A running Milepost. */
export interface RunningServer {
  readonly port: number;
  /** Finishes what is under way, then closes everything. */
  stop(): Promise<void>;
}

/**
 * Puts Milepost together and starts it. The only place that constructs things.
 * @throws AppError `IN_USE` for a port or data directory that is taken, `BAD_CONFIG` for settings that do not work
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const log = createLogger(config.logLevel);
  const database = await openDatabase(config);
  const drivenClock = config.clock === 'driven' ? createDrivenClock(await startOfClock(config)) : null;
  await migrate(database);
  // The data directory is ours alone: a lease in it belongs to a process that died.
  if (database.kind === 'pglite') await dropLeases(database);

  const graph = createConfiguredGraphClient(config, log);
  const metrics = createMetrics({
    graph: graph.counters,
    isSendingStopped: () => isSendingStopped(database),
  });
  const background = createBackground(() => loopDeps);
  const deps: WorkflowDeps = {
    database,
    plans: createPlanCache(database),
    clock: drivenClock ?? systemClock,
    log,
    siteListsOf: createSiteListsOf(database, (siteId, timeZone) =>
      openSiteLists({ client: graph, siteId, timeZone, ownAppId: config.graphClientId }),
    ),
    documentsOf: createDocumentsOf(database, (siteId) => openSiteDocuments({ client: graph, siteId })),
    tenantId: config.tenantId,
    newKey: randomUUID,
    nudge: background.nudge,
  };
  const useCases = createUseCases(deps);
  const bot = createConfiguredBot(config, { useCases, log, database });
  const loopDeps: LoopDeps = {
    ...deps,
    messenger: bot.messenger,
    activityFeed: createActivityFeed(graph, createTabLink(config.teamsAppId, config.publicUrl)),
    notifications: {
      subscriptions: createSubscriptions(graph),
      url: notificationUrlOf(config.publicUrl),
      planIds: config.sites.map(({ sitePath }) => planIdOf(sitePath)),
    },
  };

  let areSitesKnown = false;
  const doDue = async () => {
    if (!areSitesKnown) {
      await registerPlans(database, config.sites, (sitePath) => findSite(graph, sitePath));
      areSitesKnown = true;
    }
    return background.doDue();
  };
  let jobs: Jobs | null = null;
  const startRepeating = async () => {
    background.repeatEvery(config.syncIntervalMs);
    jobs ??= await startJobs(database, {
      tick: async () => void (await doDue()),
      onError: (error) => log.error({ error: error.name, reason: error.message }, 'job queue'),
    });
  };

  const livePages = createLivePages({
    watch: createPlanWatch({
      readVersions: (planIds) => readPlanVersions(database, planIds),
      clock: deps.clock,
      log,
    }),
    useCases,
  });
  const http = await createHttpServer({
    host: config.host,
    port: config.port,
    log,
    metrics,
    routes: [
      messagesRoute(bot),
      notificationsRoute({
        take: (notifications) => takeNotifications(deps, notifications),
        nudgeSync: background.nudgeSync,
        log,
      }),
      calendarRoute((secret) => readCalendarFeed(deps, secret)),
      ...apiRoutes({
        useCases,
        verifyToken: createTabTokenVerifier(config),
        signIn: config,
        livePages,
        calendarLink: (secret) => calendarLinkOf(config.publicUrl, secret),
      }),
      ...tabRoutes(config),
      ...aboutRoutes(),
      ...healthRoutes({
        metrics,
        whatIsMissing: async () => whatIsMissing(database, background.hasRun(), deps.clock.now()),
      }),
      ...(drivenClock === null
        ? []
        : [
            // Whoever drives the clock says when to begin.
            clockRoute(drivenClock, async () => {
              const next = await doDue();
              await startRepeating();
              return next;
            }),
          ]),
    ],
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  log.info({ port: http.port, database: database.kind }, 'listening');

  if (drivenClock === null) {
    doDue().catch((error: Error) =>
      log.error({ reason: error.message }, 'first round failed; it is tried again'),
    );
    await startRepeating();
  }

  return {
    port: http.port,
    async stop() {
      livePages.stop();
      await http.close();
      await jobs?.stop();
      await background.stop();
      await metrics.stop();
      await database.close();
    },
  };
}

function createConfiguredBot(
  config: Config,
  {
    useCases,
    log,
    database,
  }: Pick<WorkflowDeps, 'log' | 'database'> & {
    readonly useCases: Parameters<typeof createBot>[0]['useCases'];
  },
): Bot {
  return createBot({
    useCases,
    log,
    tabLink: createTabLink(config.teamsAppId, config.publicUrl),
    calendarLink: (secret) => calendarLinkOf(config.publicUrl, secret),
    conversations: {
      async serviceUrlFor(to) {
        const known =
          to.kind === 'person'
            ? await findPersonalConversation(database, to.tenantId, to.entraObjectId)
            : await findChannelConversation(database, to.tenantId, to.channelId, to.teamId);
        if (!known?.reachable) return null;
        return known.chatGone ? { ...known, conversationId: null } : known;
      },
      countSend: ({ tenantId, conversationId }) =>
        countSend(database, { tenantId, place: placeOf(conversationId) }),
    },
    settings: {
      appId: config.appId,
      tenantId: config.tenantId,
      allowedTenantIds: [config.tenantId],
      authentication: config.botAuthentication,
      channelServiceUrls: config.channelServiceUrls,
      fileUrls: config.fileUrls,
      ...(config.openIdMetadataUrl === null ? {} : { openIdMetadataUrl: config.openIdMetadataUrl }),
      credential: config.botAuthentication === 'anonymous' ? null : createCredential(config, config.appId),
      sendTimeoutMs: config.sendTimeoutMs,
      newKey: randomUUID,
    },
  });
}

async function startOfClock(config: Config): Promise<Temporal.Instant> {
  return config.clockUrl === null ? Temporal.Now.instant() : readClock(config.clockUrl);
}

async function whatIsMissing(
  database: Database,
  hasRun: boolean,
  now: Temporal.Instant,
): Promise<string | null> {
  if (!hasRun) return 'the lists have not been read yet';
  return (await countDue(database, now.toString())) > 0 ? 'notices are waiting to be sent' : null;
}

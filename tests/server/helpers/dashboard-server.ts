import type { Plan } from '../../../plan/plan.ts';
import type { Owner } from '../../../plan/rows.ts';
import { createHttpServer } from '../../../server/http/create-http-server.ts';
import { createTabTokenVerifier } from '../../../server/http/verify-tab-token.ts';
import type { SeatLimits } from '../../../server/live/seats.ts';
import { apiRoutes } from '../../../server/routes/api.ts';
import { tabRoutes } from '../../../server/routes/tab.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import { createIdleMetrics } from '../../isolation/helpers/metrics.ts';
import { openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import { fillMirror } from '../../workflow/helpers/fill-mirror.ts';
import { makeDeps, TENANT, type TestProcess } from '../../workflow/helpers/make-deps.ts';
import { makeLivePages } from './live-pages.ts';
import { startTokenIssuer, type TokenChanges } from './token-issuer.ts';

/** The dashboard and its API over HTTP, with a plan in a database of its own. */
export interface DashboardServer {
  readonly url: string;
  readonly database: TestDatabase['database'];
  readonly deps: TestProcess;
  /** `Bearer …` of somebody of the plan. */
  tokenOf(owner: Owner, changes?: TokenChanges): Promise<string>;
  /** Asks below `/api/v1`. */
  ask(path: string, headers: Readonly<Record<string, string>>): Promise<Response>;
  stopLivePages(): void;
  stop(): Promise<void>;
}

export async function startDashboardServer(plan: Plan, limits?: SeatLimits): Promise<DashboardServer> {
  const [{ database, close }, issuer] = await Promise.all([openTestDatabase(), startTokenIssuer(TENANT)]);
  await fillMirror(database, plan);
  const deps = makeDeps({ database });
  const metrics = createIdleMetrics();
  const livePages = makeLivePages(deps, limits);
  const server = await createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: deps.log,
    metrics,
    routes: [
      ...apiRoutes({
        useCases: createUseCases(deps),
        verifyToken: createTabTokenVerifier(issuer),
        signIn: { ...issuer, signInUrl: issuer.authorityUrl },
        livePages,
        calendarLink: (secret) => `https://milepost.example/calendar/${secret}.ics`,
      }),
      ...tabRoutes({ signInUrl: issuer.authorityUrl }),
    ],
  });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    url,
    database,
    deps,
    tokenOf: ({ entraObjectId }, changes = {}) =>
      issuer.token({ ...changes, claims: { oid: entraObjectId, ...changes.claims } }),
    ask: (path, headers) => fetch(`${url}/api/v1${path}`, { headers }),
    stopLivePages: () => livePages.stop(),
    async stop() {
      livePages.stop();
      await server.close();
      await Promise.all([metrics.stop(), issuer.stop(), close()]);
    },
  };
}

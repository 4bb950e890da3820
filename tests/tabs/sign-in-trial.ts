import type { Browser, Page } from 'playwright-core';
import { createHttpServer } from '../../server/http/create-http-server.ts';
import { createTabTokenVerifier } from '../../server/http/verify-tab-token.ts';
import { apiRoutes } from '../../server/routes/api.ts';
import { tabRoutes } from '../../server/routes/tab.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { freePort } from '../helpers/free-port.ts';
import { makeGroup, makeOwner, makePlan, makeRecommendation } from '../helpers/make-plan.ts';
import { startSandbox, trustCertificate } from '../helpers/sandbox.ts';
import { createIdleMetrics } from '../isolation/helpers/metrics.ts';
import { makeLivePages } from '../server/helpers/live-pages.ts';
import { openTestDatabase } from '../store/databases.ts';
import { fillMirror } from '../workflow/helpers/fill-mirror.ts';
import { makeDeps } from '../workflow/helpers/make-deps.ts';

/** Milepost's real tab and API, with the sandbox in Microsoft's place, and one plan. */
export interface SignInTrial {
  readonly tabUrl: string;
  /** The sandbox's page, in Teams' place. */
  readonly teamsUrl: string;
  /** Says what a persona has to do in person. */
  need(persona: string, need: 'consent' | 'mfa' | 'approval' | null): Promise<void>;
  /** Opens an address in a profile of its own, for `use`; answers what the page complained of. */
  open(address: string, use: (page: Page) => Promise<void>): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Less than a test has, so that what is waited for in vain is named. */
const PATIENCE_MS = 20_000;

export const PLAN_NAME = 'Improvement plan of the trial';
/** In the plan, and nobody else of the sandbox is. */
export const PERSON = { id: 'plan-manager', name: 'Plan manager' };

export async function startSignInTrial(browser: Browser): Promise<SignInTrial> {
  const port = await freePort();
  const milepostUrl = `http://127.0.0.1:${port}`;
  const [sandbox, opened] = await Promise.all([
    startSandbox({ SANDBOX_BOT_URL: milepostUrl, SANDBOX_CLOCK_LISTENER: `${milepostUrl}/clock` }),
    openTestDatabase(),
  ]);
  trustCertificate(sandbox.certificatePem);
  const { tenantId, tabAppId, personas } = sandbox.directory;
  const person = personas.find(({ id }) => id === PERSON.id);
  await fillMirror(
    opened.database,
    makePlan({
      name: PLAN_NAME,
      groups: [makeGroup({})],
      owners: [
        makeOwner({
          key: PERSON.id,
          title: PERSON.name,
          email: person?.email,
          entraObjectId: person?.entraObjectId ?? '',
          roles: ['Plan manager'],
        }),
      ],
      recommendations: [makeRecommendation({ number: 1 })],
    }),
  );
  const deps = makeDeps({ database: opened.database, tenantId });
  const metrics = createIdleMetrics();
  const livePages = makeLivePages(deps);
  const settings = { tenantId, tabAppId, authorityUrl: sandbox.graphUrl, signInUrl: sandbox.pageUrl };
  const server = await createHttpServer({
    host: '127.0.0.1',
    port,
    log: deps.log,
    metrics,
    routes: [
      ...apiRoutes({
        useCases: createUseCases(deps),
        verifyToken: createTabTokenVerifier(settings),
        signIn: settings,
        livePages,
        calendarLink: (secret) => `https://milepost.example/calendar/${secret}.ics`,
      }),
      ...tabRoutes(settings),
    ],
  });
  return {
    tabUrl: `${milepostUrl}/tab/`,
    teamsUrl: sandbox.pageUrl,
    async need(persona, need) {
      const answer = await fetch(`${sandbox.pageUrl}/sandbox/sign-in-need`, {
        method: 'POST',
        body: JSON.stringify({ persona, need }),
      });
      if (!answer.ok) throw new Error(`The sandbox refused: ${await answer.text()}`);
    },
    async open(address, use) {
      const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('console', (message) => {
        if (/content security policy/i.test(message.text())) complaints.push(message.text());
      });
      // A network that swallows what leaves it.
      await context.route('https://res.cdn.office.net/**', () => {});
      try {
        context.setDefaultTimeout(PATIENCE_MS);
        const page = await context.newPage();
        await page.goto(address);
        await use(page);
      } finally {
        await context.close();
      }
      return complaints;
    },
    async close() {
      livePages.stop();
      await server.close();
      await metrics.stop();
      await sandbox.stop();
      await opened.close();
    },
  };
}

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ClientSecretCredential, type TokenCredential } from '@azure/identity';
import { createGraphClient, type GraphClient } from '../../../graph/client.ts';
import { openSiteDocuments } from '../../../graph/documents/site-documents.ts';
import { provisionSite } from '../../../graph/provision.ts';
import { openSiteLists, type SiteLists } from '../../../graph/site-lists.ts';
import { findSite, type Site } from '../../../graph/sites.ts';
import type { ImportCounts } from '../../../plan/content.ts';
import { parsePeople } from '../../../plan/import/people.ts';
import { peopleRows } from '../../../plan/import/people-rows.ts';
import { parsePublishedPlan } from '../../../plan/import/published-plan.ts';
import { publishedRows } from '../../../plan/import/published-rows.ts';
import type { Database } from '../../../store/database.ts';
import { importRowsInto } from '../../../workflow/import/import-rows.ts';
import { registerPlans } from '../../../workflow/register-plans.ts';
import { watch } from '../../helpers/graph-contract.ts';
import { type Sandbox, startSandbox, trustCertificate } from '../../helpers/sandbox.ts';
import { makeDeps, type TestProcess } from './make-deps.ts';

/** Key of the plan that lives in the sandbox's site. */
export const PLAN_ID = 'alp-improvement';

/** The lists of a plan in a sandbox of a test file's own, reached through the real Graph client over https. */
export interface SandboxPlan {
  readonly sandbox: Sandbox;
  readonly client: GraphClient;
  /** As an administrator, who may change the lists themselves; past what stands in for the network. */
  readonly byHand: GraphClient;
  readonly site: Site;
  readonly lists: SiteLists;
  /** Imports the sample files, or only says what that would do; `reworded` changes the plan's text before. */
  importSample(ask: {
    readonly apply: boolean;
    readonly reworded?: (text: string) => string;
  }): Promise<readonly ImportCounts[]>;
  /** A process of Milepost that knows the plan and has read nothing of it yet. */
  startProcess(database: Database): Promise<TestProcess>;
  /** What somebody, the plan manager unless said otherwise, types into a row in SharePoint, by internal column names. */
  editByHand(
    list: string,
    itemId: number,
    fields: Readonly<Record<string, unknown>>,
    persona?: string,
  ): Promise<void>;
  addByHand(list: string, fields: Readonly<Record<string, unknown>>): Promise<number>;
  deleteByHand(list: string, itemId: number): Promise<void>;
  /** What SharePoint holds of a row, by internal column names. */
  fieldsOf(list: string, itemId: number): Promise<Record<string, unknown>>;
  /** Every row of a list in SharePoint, by internal column names. */
  rowsOf(list: string): Promise<Record<string, unknown>[]>;
  /** Moves the clock that SharePoint notes versions by; it never goes back. */
  moveClock(to: string): Promise<void>;
  /** For Milepost's Graph client it is so much later: what it was asked to wait for has passed. */
  letTimePass(seconds: number): void;
  setFaults(faults: readonly object[]): Promise<void>;
  /** What `work` asked of Graph. */
  requestsOf(work: () => Promise<unknown>): Promise<LoggedRequest[]>;
  /** Replaces the network between Milepost and SharePoint; `null` = it works. */
  network: typeof fetch | null;
  stop(): Promise<void>;
}

export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly parts?: readonly { readonly method: string; readonly path: string; readonly status: number }[];
}

/** Starts a sandbox and makes the plan's lists in its site; they are empty. */
export async function startSandboxPlan(): Promise<SandboxPlan> {
  const sandbox = await startSandbox();
  try {
    return await setUp(sandbox);
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

async function setUp(sandbox: Sandbox): Promise<SandboxPlan> {
  trustCertificate(sandbox.certificatePem);
  const { hostname, path, timeZone } = sandbox.directory.site;
  const { botAppId, clientSecret, setupAppId, setupClientSecret } = sandbox.directory;
  const hand = watch(fetch);
  const time = { passedMs: 0 };
  const byHand = clientOf(sandbox, {
    credential: credentialOf(sandbox, setupAppId, setupClientSecret),
    send: hand.fetch,
  });
  const network = watch((input, init) => (plan.network ?? fetch)(input, init));
  const credential = credentialOf(sandbox, botAppId, clientSecret);
  const client = clientOf(sandbox, { credential, send: network.fetch, time });
  const site = await findSite(byHand, `${hostname}:${path}`);
  await provisionSite({ client: byHand, siteId: site.id });
  const open = () => openSiteLists({ client, siteId: site.id, timeZone, ownAppId: botAppId });
  const control = async (method: string, address: string, body?: unknown) => {
    const answer = await fetch(`${sandbox.pageUrl}/sandbox/${address}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const people = new Map<string, GraphClient>();
  const person = (persona: string) => {
    const known = people.get(persona);
    if (known !== undefined) return known;
    const getToken = async () => {
      const { token } = (await control('POST', 'token', { audience: 'graph', persona })) as { token: string };
      return { token, expiresOnTimestamp: Date.now() + 3_000_000 };
    };
    const made = clientOf(sandbox, { credential: { getToken }, send: hand.fetch });
    people.set(persona, made);
    return made;
  };
  const items = (list: string) => `/sites/${site.id}/lists/${encodeURIComponent(list)}/items`;

  const plan: SandboxPlan = {
    sandbox,
    client,
    byHand,
    site,
    network: null,
    lists: await openSiteLists({ client: byHand, siteId: site.id, timeZone }),
    async importSample({ apply, reworded = (text) => text }) {
      const lists = await open();
      const imported = [
        ...publishedRows(parsePublishedPlan(reworded(seed('plan.txt')))),
        ...peopleRows(parsePeople(seed('people.json'))),
      ];
      return (await importRowsInto(lists, imported, { apply, newKey: randomUUID })).lists;
    },
    async startProcess(database) {
      const configured = [{ sitePath: `${hostname}:${path}`, timeZone }];
      await registerPlans(database, configured, (sitePath) => findSite(byHand, sitePath));
      const opened = open();
      return makeDeps({
        database,
        tenantId: sandbox.directory.tenantId,
        siteListsOf: () => opened,
        documentsOf: async () => openSiteDocuments({ client, siteId: site.id }),
      });
    },
    async editByHand(list, itemId, fields, persona = 'plan-manager') {
      await person(persona).patch(`${items(list)}/${itemId}/fields`, fields);
    },
    async addByHand(list, fields) {
      return Number(((await byHand.post(items(list), { fields })) as { id: string }).id);
    },
    async deleteByHand(list, itemId) {
      await byHand.delete(`${items(list)}/${itemId}`);
    },
    async fieldsOf(list, itemId) {
      const item = await byHand.get(`${items(list)}/${itemId}?$expand=fields`);
      return (item as { fields: Record<string, unknown> }).fields;
    },
    async rowsOf(list) {
      const page = await byHand.get(`${items(list)}?$expand=fields&$top=2000`);
      return (page as { value: { fields: Record<string, unknown> }[] }).value.map(({ fields }) => fields);
    },
    async moveClock(to) {
      await control('POST', 'clock', { to });
    },
    letTimePass(seconds) {
      time.passedMs += seconds * 1_000;
    },
    async setFaults(faults) {
      await control('POST', 'faults', faults);
    },
    async requestsOf(work) {
      const before = (await control('GET', 'log')) as LoggedRequest[];
      await work();
      const after = (await control('GET', 'log')) as LoggedRequest[];
      return after.slice(before.length).filter((request) => request.path.startsWith('/v1.0'));
    },
    async stop() {
      await sandbox.stop();
      hand.assertKept();
      network.assertKept();
    },
  };
  return plan;
}

function credentialOf({ graphUrl, directory }: Sandbox, appId: string, secret: string): TokenCredential {
  const authority = { authorityHost: graphUrl, disableInstanceDiscovery: true };
  return new ClientSecretCredential(directory.tenantId, appId, secret, authority);
}

/** One try a request: what is retried, and how long, is proved in `tests/graph`. */
function clientOf(
  { graphUrl }: Sandbox,
  {
    credential,
    send,
    time = { passedMs: 0 },
  }: {
    readonly credential: TokenCredential;
    readonly send: typeof fetch;
    readonly time?: { readonly passedMs: number };
  },
): GraphClient {
  return createGraphClient({
    baseUrl: graphUrl,
    credential,
    appName: 'Milepost/0.0.0',
    clock: { nowMs: () => Date.now() + time.passedMs },
    sleep: () => Promise.resolve(),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    fetch: send,
    retryLimits: { maxTries: 1, maxTotalWaitMs: 0 },
    unitsPerMinute: 1_000_000,
  });
}

function seed(name: string): string {
  return readFileSync(new URL(`../../../sandbox/seed/${name}`, import.meta.url), 'utf8');
}

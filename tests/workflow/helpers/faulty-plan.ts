import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { ListName } from '../../../plan/glossary.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Database } from '../../../store/database.ts';
import { readSyncStates, type SyncState } from '../../../store/sync-state.ts';
import { readTroubles } from '../../../store/troubles.ts';
import { syncIn } from '../../../workflow/lists/reading/sync-in.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../../store/databases.ts';
import type { TestProcess } from './make-deps.ts';
import { type KnownRecommendation, planOf, recommendationOf } from './plan-of.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './sandbox-plan.ts';
import { type PartAnswer, tamper } from './tamper.ts';

/** The sample plan in the sandbox, read once into a database of each test's own, and ways to spoil what is read next. */
export interface FaultyPlan {
  site: SandboxPlan;
  database: Database;
  deps: TestProcess;
  /** Ids of the lists by title. */
  ids: ReadonlyMap<string, string>;
  planNow(): Promise<Plan>;
  stateOf(list: ListName): Promise<SyncState>;
  /** List, code and subject of what stands in the way, but for single rows. */
  troubles(): Promise<readonly (readonly string[])[]>;
  recommendation(number: number): Promise<KnownRecommendation>;
  /** Moves Milepost's clock on. */
  later(duration: string): void;
  isDeltaOf(list: ListName, url: string): boolean;
  /** Every delta of a list answers so from now on; the others are as they are. */
  answerDeltasOf(list: ListName, change: (answer: PartAnswer, url: string) => PartAnswer): void;
}

/** A refusal of Graph's. Whoever is asked to wait does so, but not for long. */
export const refusal = (status: number, code: string): PartAnswer => ({
  status,
  headers: { 'Retry-After': '0.01' },
  body: { error: { code, message: code } },
});

/** For the top of a test file: starts and stops with its tests. */
export function withFaultyPlan(): FaultyPlan {
  let opened: TestDatabase;
  const ways: Omit<FaultyPlan, 'site' | 'database' | 'deps' | 'ids'> = {
    planNow: () => planOf(world.deps),
    async stateOf(list) {
      const state = (await readSyncStates(world.database, PLAN_ID)).find((one) => one.list === list);
      if (state === undefined) throw new Error(`${list} was never read`);
      return state;
    },
    async troubles() {
      const standing = await readTroubles(world.database, PLAN_ID);
      return standing
        .filter(({ code }) => code !== 'ROW')
        .map(({ list, code, subject }) => [list, code, subject]);
    },
    recommendation: (number) => recommendationOf(world.deps, number),
    later(duration) {
      world.deps.setClock(world.deps.clock.now().add(Temporal.Duration.from(duration)).toString());
    },
    isDeltaOf: (list, url) => url.includes(`/lists/${world.ids.get(list)}/items/delta`),
    answerDeltasOf(list, change) {
      world.site.network = tamper({
        part: (url, answer) => (world.isDeltaOf(list, url) ? change(answer, url) : answer),
      });
    },
  };
  // What is missing comes before the first test.
  const world = ways as FaultyPlan;

  beforeAll(async () => {
    opened = await openTestDatabase();
    world.database = opened.database;
    world.site = await startSandboxPlan();
    await world.site.importSample({ apply: true });
    const page = await world.site.byHand.get(`/sites/${world.site.site.id}/lists?$select=id,displayName`);
    const { value } = page as { value: { id: string; displayName: string }[] };
    world.ids = new Map(value.map(({ id, displayName }) => [displayName, id]));
  });
  afterAll(async () => {
    await opened?.close();
    await world.site?.stop();
  });
  beforeEach(async () => {
    await emptyDatabase(world.database);
    world.deps = await world.site.startProcess(world.database);
    await syncIn(world.deps, PLAN_ID);
  });
  afterEach(async () => {
    world.site.network = null;
    await world.site.setFaults([]);
  });
  return world;
}

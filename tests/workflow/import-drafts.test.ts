import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ImportPreviewContent } from '../../plan/content.ts';
import { isPlanManager } from '../../plan/people.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Database } from '../../store/database.ts';
import { createUseCases } from '../../workflow/create-use-cases.ts';
import { runDue } from '../../workflow/run-due.ts';
import type { Actor } from '../../workflow/use-cases.ts';
import { emptyDatabase, openTestDatabase, type TestDatabase } from '../store/databases.ts';
import type { TestProcess } from './helpers/make-deps.ts';
import { makeXlsx } from './helpers/make-files.ts';
import { PLAN_ID, type SandboxPlan, startSandboxPlan } from './helpers/sandbox-plan.ts';

let site: SandboxPlan;
let opened: TestDatabase;
let database: Database;
let deps: TestProcess;
let plan: Plan;
let manager: Actor;
let member: Actor;
beforeAll(async () => {
  [site, opened] = await Promise.all([startSandboxPlan(), openTestDatabase()]);
  database = opened.database;
  await site.importSample({ apply: true });
});
afterAll(async () => {
  await opened?.close();
  await site?.stop();
});
beforeEach(async () => {
  await emptyDatabase(database);
  site.network = null;
  deps = await site.startProcess(database);
  await runDue(deps);
  plan = (await deps.plans.get(PLAN_ID)) ?? plan;
  manager = actorWho((owner) => isPlanManager(owner));
  member = actorWho((owner) => !isPlanManager(owner));
});

const actorWho = (holds: (owner: Plan['owners'][number]) => boolean): Actor => {
  const owner = plan.owners.find(holds);
  if (!owner) throw new Error('nobody like that in the sample');
  return { tenantId: deps.tenantId, entraObjectId: owner.entraObjectId, email: owner.email };
};
const milepost = () => createUseCases(deps);
const HEADER = ['Ref', 'Recommendation', 'Owner', 'Status', 'Comments', 'Budget'];
const send = async (rows: readonly (string | number)[][], actor = manager) =>
  (await milepost().receiveImport({
    actor,
    file: { name: 'plan.xlsx', bytes: await makeXlsx({ Plan: [HEADER, ...rows] }) },
  })) as ImportPreviewContent;
const textOf = (number: number) => plan.recommendations.find((row) => row.number === number)?.fullText ?? '';
const inSharePoint = async (number: number) =>
  (await site.rowsOf('Recommendations')).find((row) => row.Number === number);
const drafts = () =>
  database.query<{ state: string; document: unknown }>('SELECT state, document FROM import_draft');
const finish = async () => {
  await runDue(deps);
  await runDue(deps);
};

describe('a file that a plan manager sends', () => {
  test('is shown as what it would do, and nothing is written', async () => {
    const ownerName = plan.owners[0]?.title ?? '';
    const requests = await site.requestsOf(async () => {
      const preview = await send([
        [2, textOf(2), ownerName, 'In progress', 'Schools have met', 500],
        [99, 'A new thing', 'Nobody Known', 'Soon', '', ''],
      ]);
      expect(preview).toMatchObject({
        kind: 'import-preview',
        planId: PLAN_ID,
        fileName: 'plan.xlsx',
        understood: '2 recommendations',
        lists: [{ list: 'Recommendations', created: 1, updated: 1, unchanged: 0 }],
        changes: ['Recommendation 2, Latest note: nothing → Schools have met'],
      });
      expect(preview.columns).toContainEqual({ header: 'Budget', field: null });
      expect(preview.columns).toContainEqual({ header: 'Ref', field: 'number' });
      expect(preview.fieldChoices).toContainEqual({ field: 'leadGroup', label: 'Lead group' });
      expect(preview.doubts).toEqual(
        expect.arrayContaining([
          'Column Budget of sheet Plan is not one that Milepost knows: it is left out.',
          expect.stringMatching(
            /^Sheet Plan, row 3, column Status: “Soon” is neither a stage .* nor a date\./,
          ),
          expect.stringMatching(
            /^Sheet Plan, row 3 \(Recommendation 99\), Owner: Owners has none called “Nobody Known”/,
          ),
        ]),
      );
    });
    expect(requests).toEqual([]);
    expect(await inSharePoint(99)).toBeUndefined();
  });

  test('is imported once, however often it is confirmed, told of, and forgotten', async () => {
    const { importKey } = await send([[2, textOf(2), '', '', 'Schools have met', '']]);
    await Promise.all([1, 2, 3].map(() => milepost().confirmImport({ actor: manager, importKey })));
    expect(deps.nudges()).toBeGreaterThan(0);
    await finish();
    await milepost().confirmImport({ actor: manager, importKey });
    await finish();
    expect(await inSharePoint(2)).toMatchObject({ LatestNote: 'Schools have met' });
    expect(deps.messenger.of('import-result')).toEqual([
      expect.objectContaining({
        fileName: 'plan.xlsx',
        failure: null,
        lists: [{ list: 'Recommendations', created: 0, updated: 1, unchanged: 0, renamed: [] }],
        to: expect.objectContaining({ kind: 'person', entraObjectId: manager.entraObjectId?.toLowerCase() }),
      }),
    ]);
    expect(await drafts()).toEqual([{ state: 'done', document: null }]);
    const now = await deps.plans.get(PLAN_ID);
    expect(now?.recommendations.find((row) => row.number === 2)?.latestNote).toBe('Schools have met');
  });

  test('sent again, changes what the file changed and leaves what people entered', async () => {
    const importing = async (rows: readonly (string | number)[][]) => {
      const preview = await send(rows);
      await milepost().confirmImport({ actor: manager, importKey: preview.importKey });
      await finish();
      return preview;
    };
    const row = (number: number, note: string) => [number, textOf(number), '', '', note, ''];
    await importing([row(4, 'first'), row(5, 'first'), row(6, 'first')]);
    const idOf = async (number: number) => Number((await inSharePoint(number))?.id);
    await site.editByHand('Recommendations', await idOf(5), { LatestNote: 'entered by hand' });
    await site.editByHand('Recommendations', await idOf(6), { LatestNote: 'entered by hand' });
    await runDue(deps);
    const preview = await importing([row(4, 'second'), row(5, 'second'), row(6, 'first')]);
    expect(preview.changes).toEqual(['Recommendation 4, Latest note: first → second']);
    expect(preview.doubts).toContainEqual(
      expect.stringMatching(
        /^Recommendation 5, Latest note stays entered by hand, though the file says second:/,
      ),
    );
    expect(await Promise.all([4, 5, 6].map(inSharePoint))).toMatchObject([
      { LatestNote: 'second' },
      { LatestNote: 'entered by hand' },
      { LatestNote: 'entered by hand' },
    ]);
  });

  test('columns are taken for what is said, in the preview and in the import', async () => {
    const { importKey } = await send([[7, textOf(7), '', '', 'to be left out', 'a note']]);
    const columns = { Comments: null, Budget: 'latestNote' };
    const preview = await milepost().viewImport({ actor: manager, importKey, columns });
    expect(preview.changes).toEqual(['Recommendation 7, Latest note: nothing → a note']);
    expect(preview.doubts.join()).not.toContain('Budget');
    await expect(
      milepost().viewImport({ actor: manager, importKey, columns: { Colour: 'number' } }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', userMessage: expect.stringContaining('There are: Ref') });
    await expect(
      milepost().viewImport({ actor: manager, importKey, columns: { Ref: 'shoe size' } }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', userMessage: expect.stringContaining('is no field') });
    await milepost().confirmImport({ actor: manager, importKey });
    await finish();
    expect(await inSharePoint(7)).toMatchObject({ LatestNote: 'a note' });
  });

  test('goes on after a crash and an outage, and is told once', async () => {
    const { importKey } = await send([
      [8, textOf(8), '', '', 'after all', ''],
      [101, 'Made after all', '', '', '', ''],
    ]);
    await milepost().confirmImport({ actor: manager, importKey });
    site.network = () => Promise.reject(new TypeError('fetch failed'));
    await finish();
    expect(deps.messenger.of('import-result')).toEqual([]);
    site.network = null;
    // Another process, with nothing in memory, takes over.
    deps = await site.startProcess(database);
    await finish();
    expect(await inSharePoint(8)).toMatchObject({ LatestNote: 'after all' });
    expect(await inSharePoint(101)).toMatchObject({ Title: 'Made after all', Stage: 'Not started' });
    await finish();
    expect(deps.messenger.of('import-result')).toHaveLength(1);
  });

  test('that can never be imported is given up, told with what to do', async () => {
    const { importKey } = await send([[9, textOf(9), '', '', 'never', '']]);
    await milepost().confirmImport({ actor: manager, importKey });
    site.network = () => Promise.reject(new TypeError('fetch failed'));
    for (let round = 0; round < 21; round += 1) await runDue(deps);
    expect(deps.messenger.of('import-result')).toMatchObject([
      { failure: expect.stringMatching(/could not be reached.*send the file again/) },
    ]);
    expect(await drafts()).toEqual([{ state: 'done', document: null }]);
  });

  test('is forgotten when it is cancelled, or a day old', async () => {
    const first = await send([[2, textOf(2), '', '', 'x', '']]);
    await milepost().cancelImport({ actor: manager, importKey: first.importKey });
    expect(await drafts()).toEqual([]);
    await expect(
      milepost().confirmImport({ actor: manager, importKey: first.importKey }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', userMessage: expect.stringContaining('send it again') });

    await send([[2, textOf(2), '', '', 'x', '']]);
    deps.setClock(deps.clock.now().add({ hours: 25 }).toString());
    await runDue(deps);
    expect(await drafts()).toEqual([]);
  });

  test('cannot be cancelled once it has begun', async () => {
    const { importKey } = await send([[2, textOf(2), '', '', 'x', '']]);
    await milepost().confirmImport({ actor: manager, importKey });
    await expect(milepost().cancelImport({ actor: manager, importKey })).rejects.toMatchObject({
      code: 'STALE',
    });
  });

  test('that is no plan is refused at once and not kept', async () => {
    const bytes = new TextEncoder().encode('Dear all, the meeting is moved.');
    await expect(
      milepost().receiveImport({ actor: manager, file: { name: 'x.txt', bytes } }),
    ).rejects.toMatchObject({ code: 'NOT_A_PLAN' });
    expect(await drafts()).toEqual([]);
  });
});

describe('nobody else', () => {
  test('may send a file: a member, somebody unknown, somebody of another tenant', async () => {
    const stranger = { ...manager, entraObjectId: '99999999-9999-4999-8999-999999999999', email: null };
    const foreigner = { ...manager, tenantId: '99999999-9999-4999-8999-999999999999' };
    for (const actor of [member, stranger, foreigner]) {
      await expect(send([[2, 'x', '', '', '', '']], actor)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        userMessage: expect.stringContaining('not kept'),
      });
    }
    expect(await drafts()).toEqual([]);
  });

  test('sees or confirms the file of a plan manager', async () => {
    const { importKey } = await send([[2, textOf(2), '', '', 'x', '']]);
    await database.query(
      `UPDATE mirror_owners SET "row" = "row" || '{"roles": ["Plan manager"]}' WHERE plan_id = $1`,
      [PLAN_ID],
    );
    await database.query('UPDATE plan_site SET version = version + 1');
    for (const ask of [
      () => milepost().viewImport({ actor: member, importKey }),
      () => milepost().confirmImport({ actor: member, importKey }),
      () => milepost().cancelImport({ actor: member, importKey }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await drafts()).toMatchObject([{ state: 'shown' }]);
  });
});

describe('a file that is sent for one plan', () => {
  test('is read only of those who manage it, and followed by its sender until it is written', async () => {
    let reads = 0;
    const file = async () => {
      reads += 1;
      const row = [12, textOf(12), '', 'In progress', 'Schools have met again', ''];
      return { name: 'plan.xlsx', bytes: await makeXlsx({ Plan: [HEADER, row] }) };
    };
    const planId = PLAN_ID;
    await expect(milepost().receiveImport({ actor: member, planId, file })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(reads).toBe(0);
    const preview = await milepost().receiveImport({ actor: manager, planId, file });
    const { importKey } = preview as ImportPreviewContent;
    const list = () => milepost().listImports({ actor: manager, planId });
    expect(await list()).toMatchObject([{ importKey, state: 'shown', lists: [], failure: null }]);
    await expect(
      milepost().confirmImport({ actor: manager, importKey, planId: 'another' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await milepost().confirmImport({ actor: manager, importKey, planId });
    expect(await list()).toMatchObject([{ state: 'confirmed' }]);
    await finish();
    expect(await list()).toMatchObject([
      { state: 'done', lists: [{ list: 'Recommendations', updated: 1 }], failure: null },
    ]);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { EngagementInput, Paper } from '../../../plan/content.ts';
import { historyOf } from '../../../plan/history.ts';
import { isStale } from '../../../plan/schedule.ts';
import { countUnwritten } from '../../../store/outbox.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import { syncIn } from '../../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../../workflow/lists/writing/write-back.ts';
import type { Actor, UseCases } from '../../../workflow/use-cases.ts';
import { itemIn } from '../../helpers/make-plan.ts';
import { PLAN_ID } from '../helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from '../helpers/writing-plan.ts';

let plan: WritingPlan;
let useCases: UseCases;
let submissions = 0;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(async () => {
  await plan.begin();
  useCases = createUseCases(plan.deps);
});

const as = (persona: string): Actor => {
  const { personas } = plan.site.sandbox.directory;
  const entraObjectId = personas.find(({ id }) => id === persona)?.entraObjectId ?? null;
  return { tenantId: plan.deps.tenantId, entraObjectId, email: null };
};
const asked = (persona: string) => ({
  actor: as(persona),
  planId: PLAN_ID,
  submissionKey: `what-was-said-${++submissions}`,
});
const write = async () => {
  await plan.writeLater();
  await writeBack(plan.deps, PLAN_ID);
  await syncIn(plan.deps, PLAN_ID);
  expect(await countUnwritten(plan.opened.database, PLAN_ID)).toMatchObject({ waiting: 0, dead: 0 });
};
const rowsMet = async (group: string) =>
  (await plan.site.rowsOf('Engagement log')).filter(({ Title }) => Title === group);
const log = (over: Partial<EngagementInput> = {}): EngagementInput => ({
  title: 'Special schools',
  on: '2022-01-03',
  purpose: 'How they would like to be involved',
  said: 'Tell us sooner',
  outcome: '',
  theme: '',
  answer: '',
  voices: '14',
  ...over,
});
const cellsOf = ({ blocks }: Paper) =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? block.table.rows.map((row) => row.map(({ text }) => text)) : [],
  );

test('an entry is in the list, and what came of it is added later by whoever recorded it, in the same row', async () => {
  const ask = asked('parents-facilitator');
  const { themes } = await plan.now();
  const engagement = log({ theme: themes[0]?.key ?? '' });
  const add = () => useCases.saveEngagement({ ...ask, engagementKey: null, engagement });
  const [first, copy] = await Promise.all([add(), add()]);
  expect(first).toMatchObject({ problems: [], words: expect.stringMatching(/^Recorded Special schools/) });
  expect(copy).toEqual(first);
  await write();
  const { owners } = await plan.now();
  const facilitator = owners.find(({ entraObjectId }) => entraObjectId === ask.actor.entraObjectId);
  expect(await rowsMet('Special schools')).toEqual([
    expect.objectContaining({
      Said: 'Tell us sooner',
      Voices: 14,
      ThemeLookupId: String(themes[0]?.itemId),
      RecordedByLookupId: String(facilitator?.itemId),
    }),
  ]);

  const [row] = (await plan.now()).engagements;
  const outcome = { answer: 'We could not', outcome: 'There is no money for it' };
  const key = { engagementKey: row?.key ?? '' };
  await expect(
    useCases.saveEngagement({ ...asked('send-chair'), ...key, engagement: { ...engagement, ...outcome } }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await useCases.saveEngagement({
    ...asked('parents-facilitator'),
    ...key,
    base: engagement,
    engagement: { ...engagement, ...outcome },
  });
  await write();
  expect(await rowsMet('Special schools')).toEqual([
    expect.objectContaining({ Answer: 'We could not', Outcome: 'There is no money for it', Voices: 14 }),
  ]);
  const paper = await useCases.viewYouSaid({ actor: as('director'), planId: PLAN_ID, from: '2022-01-01' });
  expect(cellsOf(paper)).toEqual([
    [
      'Tell us sooner',
      'Special schools (14 people), Mon 3 Jan 2022',
      'We could not: There is no money for it',
    ],
  ]);
});

test('what somebody else changed meanwhile, in the list too, is not overwritten', async () => {
  const engagement = log({ title: 'Heads of primary schools' });
  await useCases.saveEngagement({ ...asked('plan-manager'), engagementKey: null, engagement });
  await write();
  const [met] = await rowsMet('Heads of primary schools');
  await plan.site.editByHand('Engagement log', Number(met?.id), { Outcome: 'Written by hand', Voices: 15 });
  await syncIn(plan.deps, PLAN_ID);
  const engagementKey = (await plan.now()).engagements.find(({ title }) => title === met?.Title)?.key ?? '';
  const save = (over: Partial<EngagementInput>) =>
    useCases.saveEngagement({
      ...asked('plan-manager'),
      engagementKey,
      base: engagement,
      engagement: { ...engagement, ...over },
    });
  expect(await save({ outcome: 'Mine' })).toMatchObject({
    words: '',
    problems: [{ field: 'outcome', message: expect.stringMatching(/changed this meanwhile/) }],
  });
  expect(await save({ said: 'Tell us much sooner' })).toMatchObject({ problems: [] });
  await write();
  expect(await rowsMet('Heads of primary schools')).toEqual([
    expect.objectContaining({ Said: 'Tell us much sooner', Outcome: 'Written by hand', Voices: 15 }),
  ]);
});

test('a group’s comment stands in the item’s history and in the log, and the item stands as it stood', async () => {
  const row = await plan.take();
  const { groups } = await plan.now();
  const parents = groups.find(({ title }) => title === 'Parents and carers');
  const before = await plan.fieldsOf(row);
  const comment = {
    groupKey: parents?.key ?? '',
    ref: { list: 'Recommendations', key: row.key } as const,
    theme: '',
    words: 'The words are hard to read',
    voices: '8',
  };
  await expect(useCases.comment({ ...asked('send-owner'), comment })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await useCases.comment({ ...asked('parents-facilitator'), comment })).toMatchObject({
    problems: [],
  });
  await write();
  expect(await plan.historyOf(row)).toEqual([
    expect.objectContaining({ Note: 'Parents and carers (8 people): The words are hard to read' }),
  ]);
  expect(await plan.fieldsOf(row)).toEqual(before);
  expect(await rowsMet('Parents and carers')).toEqual([
    expect.objectContaining({ Said: 'The words are hard to read', Voices: 8 }),
  ]);

  // A database that is lost knows it again from the lists.
  await plan.begin();
  const known = await plan.now();
  const item = itemIn(known, comment.ref);
  expect(historyOf(known, item)).toMatchObject([
    {
      note: expect.stringContaining('hard to read'),
      byName: expect.stringMatching(/^recorded by /),
      changes: [],
    },
  ]);
  expect(item.latestNote).toBeNull();
  expect(isStale(known, item, plan.deps.clock.now())).toBe(false);
  const { comments } = await createUseCases(plan.deps).viewCoProduction({
    actor: as('director'),
    planId: PLAN_ID,
  });
  expect(comments).toMatchObject([
    { words: 'The words are hard to read', item: { title: item.title }, voices: 8 },
  ]);
});

test('“You said, we did” is a Word document and a PDF, and begins with what was said before the plan', async () => {
  const ask = { actor: as('director'), planId: PLAN_ID };
  const whole = await useCases.viewYouSaid(ask);
  expect(cellsOf(whole).length).toBeGreaterThanOrEqual(6);
  const word = await useCases.exportYouSaid({ ...ask, format: 'docx' });
  expect(word.name).toMatch(/you said, we did\.docx$/);
  expect(Object.keys(unzipSync(word.bytes))).toContain('word/document.xml');
  const pdf = await useCases.exportYouSaid({ ...ask, format: 'pdf' });
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  for (const days of [{ from: 'soon' }, { from: '2022-02-01', to: '2022-01-01' }])
    await expect(useCases.viewYouSaid({ ...ask, ...days })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

test('a reading is in the list; another of its day takes its place there', async () => {
  const { measures } = await plan.now();
  const [measure] = measures;
  const record = (value: string, ask = asked('plan-manager')) =>
    useCases.recordReading({ ...ask, reading: { measure: measure?.key ?? '', value, on: '2022-01-03' } });
  const ask = asked('plan-manager');
  const both = await Promise.all([record('96', ask), record('96', ask)]);
  expect(both.map(({ words }) => words)).toEqual([both[0]?.words, both[0]?.words]);
  await write();
  const readings = () => plan.site.rowsOf('Readings');
  expect(await readings()).toEqual([
    expect.objectContaining({ Value: 96, MeasureLookupId: String(measure?.itemId) }),
  ]);
  expect(await record('98')).toMatchObject({
    words: expect.stringMatching(/^Recorded .*98 .* in place of 96\.$/),
    view: { measures: [{ value: 98 }] },
  });
  await write();
  expect(await readings()).toEqual([expect.objectContaining({ Value: 98 })]);

  const byHand = {
    Title: 'By hand',
    Value: 90,
    On: '2022-01-02T12:00:00Z',
    MeasureLookupId: measure?.itemId,
  };
  await plan.site.addByHand('Readings', byHand);
  await syncIn(plan.deps, PLAN_ID);
  const onThatDay = {
    ...asked('plan-manager'),
    reading: { measure: measure?.key ?? '', value: '91', on: '2022-01-02' },
  };
  expect((await useCases.recordReading(onThatDay)).words).toMatch(/in place of 90\.$/);
  await write();
  expect((await readings()).map(({ Value }) => Value)).toEqual([98, 91]);

  await plan.site.deleteByHand('Readings', Number((await readings())[0]?.id));
  await syncIn(plan.deps, PLAN_ID);
  const together = await Promise.all([record('101'), record('102')]);
  expect(together.map(({ problems }) => problems)).toEqual([[], []]);
  await write();
  expect(await readings()).toHaveLength(2);
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { countUnwritten } from '../../../store/outbox.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import { syncIn } from '../../../workflow/lists/reading/sync-in.ts';
import { writeBack } from '../../../workflow/lists/writing/write-back.ts';
import type { Actor } from '../../../workflow/use-cases.ts';
import { signOffInput } from '../../plan/co-production/helpers/reference-plan.ts';
import { PLAN_ID } from '../helpers/sandbox-plan.ts';
import { openWritingPlan, type WritingPlan } from '../helpers/writing-plan.ts';

let plan: WritingPlan;
let submissions = 0;
beforeAll(async () => {
  plan = await openWritingPlan();
});
afterAll(() => plan?.close());
beforeEach(() => plan.begin());

const write = async () => {
  await plan.writeLater();
  await writeBack(plan.deps, PLAN_ID);
  await syncIn(plan.deps, PLAN_ID);
  expect(await countUnwritten(plan.opened.database, PLAN_ID)).toMatchObject({ waiting: 0, dead: 0 });
};

const personOf = (persona: string): Actor => {
  const { personas } = plan.site.sandbox.directory;
  const entraObjectId = personas.find(({ id }) => id === persona)?.entraObjectId ?? null;
  return { tenantId: plan.deps.tenantId, entraObjectId, email: null };
};
const by = (persona: string) => {
  submissions += 1;
  return { actor: personOf(persona), planId: PLAN_ID, submissionKey: `in-the-lists-${submissions}` };
};
const parents = async () => {
  const group = (await plan.now()).groups.find(({ title }) => title === 'Parents and carers');
  if (group?.itemId == null) throw new Error('the sample has parents and carers');
  return { groupKey: group.key, itemId: group.itemId };
};

test('what a reference group is asked and decides stands in the lists, and is read from them again', async () => {
  const row = await plan.take();
  const ref = { list: 'Recommendations', key: row.key } as const;
  const { groupKey, itemId } = await parents();
  const useCases = () => createUseCases(plan.deps);
  await useCases().askSignOff({ ...by('plan-manager'), ref, groupKey });
  await plan.answer([row], { stage: 'Complete', note: 'Protocol is out' });
  await write();
  expect(await plan.fieldsOf(row)).toMatchObject({
    Stage: 'Done awaiting sign-off',
    SignOffByLookupId: String(itemId),
  });

  const signOff = signOffInput({
    ref,
    groupKey,
    decision: 'Agreed with conditions',
    conditions: 'Say it in plain words',
    dissent: 'Too slow for some',
    voices: '12',
  });
  await useCases().recordSignOff({ ...by('parents-facilitator'), signOff });
  await write();
  expect(await plan.fieldsOf(row)).toMatchObject({ Stage: 'Complete' });
  expect(await plan.site.rowsOf('Sign-offs')).toMatchObject([
    {
      ItemList: 'Recommendations',
      ItemId: row.itemId,
      GroupLookupId: String(itemId),
      Decision: 'Agreed with conditions',
      Conditions: 'Say it in plain words',
      Dissent: 'Too slow for some',
      Voices: 12,
    },
  ]);

  // Another database, as after the first was lost.
  await plan.begin();
  const page = await useCases().viewCoProduction(by('plan-manager'));
  expect(page.groups.find(({ key }) => key === groupKey)).not.toBeUndefined();
  expect(page.unsigned).toEqual([]);
  const signedOff = page.groups.flatMap((group) => group.signedOff);
  expect(signedOff).toMatchObject([
    {
      label: row.number === null ? '' : String(row.number),
      words: expect.stringMatching(/^Agreed with conditions; 12/),
    },
  ]);
  const story = await useCases().viewItem({
    ...by('plan-manager'),
    list: 'Recommendations',
    key: (await plan.find(row.number ?? 0)).key,
    on: null,
  });
  expect(story.signOffs).toMatchObject([
    { conditions: 'Say it in plain words', dissent: 'Too slow for some' },
  ]);
});

test('rankings stand in the lists without anybody’s name, and a shorter one takes places back there', async () => {
  const [one, other] = [await plan.take(), await plan.take()];
  const { groupKey, itemId } = await parents();
  const rank = (choices: readonly string[], voices = '') =>
    createUseCases(plan.deps).rank({
      ...by('parents-facilitator'),
      ranking: { groupKey, choices, voices },
    });
  await rank([one.key, other.key]);
  await rank([other.key], '12');
  await write();
  const rows = await plan.site.rowsOf('Priorities');
  expect(rows).toHaveLength(3);
  expect(rows).toMatchObject([
    { Title: 'Parents and carers: choice 1', GroupLookupId: String(itemId), Rank: 1, Voices: 1 },
    { Title: 'Parents and carers: choice 2', RecommendationLookupId: String(other.itemId), Rank: 2 },
    { Title: 'Parents and carers: choice 1', Rank: 1, Voices: 12 },
  ]);
  const { entraObjectId } = personOf('parents-facilitator');
  expect(JSON.stringify(rows)).not.toContain(String(entraObjectId));
  expect(JSON.stringify(rows)).not.toMatch(/facilitator/i);

  await rank([other.key]);
  await write();
  expect((await plan.site.rowsOf('Priorities')).map(({ Rank = null }) => Rank)).toEqual([1, null, 1]);
  await plan.begin();
  const page = await createUseCases(plan.deps).viewCoProduction(by('plan-manager'));
  expect(page.groups.find(({ key }) => key === groupKey || key === String(itemId))?.ranking).toMatchObject({
    voices: 13,
    lines: [{ label: String(other.number), points: 130, chosenBy: 13, firstChoices: 13 }],
  });
});

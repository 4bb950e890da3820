import { expect, test } from '@jest/globals';
import type { EngagementInput } from '../../../plan/content.ts';
import { readRows } from '../../../store/mirror.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import { donePlan, THIRD } from '../../plan/co-production/helpers/reference-plan.ts';
import { actorOf } from '../helpers/fill-mirror.ts';
import { database, deps, openOwnProcess } from '../helpers/own-process.ts';

const PLAN = 'plan-1';
const REFERENCE = donePlan();
openOwnProcess(REFERENCE);

test('whoever answers for an item says what came of a comment on it, and changes nothing of what was said', async () => {
  const useCases = createUseCases(deps);
  const asking = (by: string, submissionKey: string) => ({
    actor: actorOf(REFERENCE, by),
    planId: PLAN,
    submissionKey,
  });
  const comment = { groupKey: 'parents', ref: THIRD, theme: '', words: 'Hard to read', voices: '8' };
  await useCases.comment({ ...asking('facilitator', 'comment-0001'), comment });
  const [entry] = await readRows(database, PLAN, 'Engagement log');
  const engagementKey = entry?.key ?? '';
  const { input: base } = await useCases.viewEngagementForm({ ...asking('owner', ''), engagementKey });
  const save = (by: string, over: Partial<EngagementInput>, submissionKey: string) =>
    useCases.saveEngagement({
      ...asking(by, submissionKey),
      engagementKey,
      base,
      engagement: { ...base, ...over },
    });
  const stands = async () => (await readRows(database, PLAN, 'Engagement log'))[0]?.row;

  expect(
    await save('owner', { answer: 'We did', outcome: 'Rewritten', said: 'All is well' }, 'saving-0001'),
  ).toMatchObject({
    problems: [{ field: 'said', message: expect.stringMatching(/^Only whoever recorded/) }],
  });
  expect(await stands()).toMatchObject({ said: 'Hard to read', answer: null });
  expect(await save('owner', { answer: 'We did', outcome: 'Rewritten' }, 'saving-0002')).toMatchObject({
    problems: [],
  });
  expect(await save('facilitator', { said: 'Far too hard to read' }, 'saving-0003')).toMatchObject({
    problems: [],
  });
  expect(await stands()).toMatchObject({ said: 'Far too hard to read', answer: 'We did', voices: 8 });
});

import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SignOffInput } from '../../../plan/content.ts';
import { handedOver } from '../../../plan/reminders/handed-over.ts';
import { readRows } from '../../../store/mirror.ts';
import { readNoticeLedger } from '../../../store/notice-ledger.ts';
import { readWaiting } from '../../../store/outbox.ts';
import { createUseCases } from '../../../workflow/create-use-cases.ts';
import type { UseCases } from '../../../workflow/use-cases.ts';
import { donePlan, signOffInput, THIRD } from '../../plan/co-production/helpers/reference-plan.ts';
import { actorOf } from '../helpers/fill-mirror.ts';
import { database, deps, openOwnProcess } from '../helpers/own-process.ts';

const PLAN = 'plan-1';
let useCases: UseCases;
const REFERENCE = donePlan();
openOwnProcess(REFERENCE);
beforeEach(() => {
  useCases = createUseCases(deps);
  deps.setClock('2022-03-14T09:00:00Z');
});

const asking = (by: string, submissionKey = 'sign-off-0001') => ({
  actor: actorOf(REFERENCE, by),
  planId: PLAN,
  submissionKey,
});
const signOff = (by: string, over: Partial<SignOffInput> = {}, submissionKey?: string) =>
  useCases.recordSignOff({ ...asking(by, submissionKey), signOff: signOffInput(over) });
const stageOf = async (key = 'rec-3') =>
  (await readRows(database, PLAN, 'Recommendations')).find((row) => row.key === key)?.row.stage;
const signOffs = async () => (await readRows(database, PLAN, 'Sign-offs')).map(({ row }) => row);
const answer = (by: string, stage: 'Complete' | 'In progress') =>
  useCases.answerItems({
    ...asking(by, `answer-by-${by}-${stage.length}`),
    meetingKey: null,
    answers: [{ ref: THIRD, stage, note: 'Protocol is out' }],
  });

describe('a group’s word', () => {
  test('makes it complete: its row, its history and the sign-off wait for SharePoint together', async () => {
    const first = await signOff('parent', { voices: '12', dissent: 'Too slow for some' });
    expect(first).toMatchObject({ problems: [], words: expect.stringContaining('is agreed, and complete') });
    expect(await signOff('parent', { voices: '12', dissent: 'Too slow for some' })).toEqual(first);
    expect(await stageOf()).toBe('Complete');
    expect(await signOffs()).toMatchObject([{ decision: 'Agreed', voices: 12, recordedBy: null }]);
    const waiting = await readWaiting(database, PLAN, 100);
    expect(waiting.map(({ list, kind }) => `${kind} ${list}`).toSorted()).toEqual([
      'create Sign-offs',
      'create Updates',
      'update Recommendations',
    ]);
    // Nothing of it says who of the group it was.
    expect(JSON.stringify(waiting.map(({ key, changes }) => [key, changes]))).not.toMatch(/\bparent\b/);
  });

  test('comes once: whoever is second is told that it does not wait any more', async () => {
    await signOff('parent');
    expect(
      await signOff('facilitator', { decision: 'Not agreed', reason: 'No' }, 'another-0002'),
    ).toMatchObject({
      problems: [{ field: 'ref', message: 'It does not wait for sign-off any more.' }],
    });
    expect(await signOffs()).toHaveLength(1);
  });

  test('of two at once the first counts', async () => {
    const results = await Promise.all([signOff('parent'), signOff('facilitator', {}, 'another-0001')]);
    expect(results.map(({ problems }) => problems.length).toSorted()).toEqual([0, 1]);
    expect(await signOffs()).toHaveLength(1);
  });

  test('not agreed opens it again; done again, it waits for the group again', async () => {
    await signOff('parent', { decision: 'Not agreed', reason: 'Nobody could read it' });
    expect(await stageOf()).toBe('In progress');
    await answer('owner', 'Complete');
    const page = await useCases.viewCoProduction(asking('facilitator'));
    expect(page.groups[0]?.toSignOff).toMatchObject([
      {
        label: '3',
        maySignOff: true,
        before: [{ decision: 'Not agreed', conditions: 'Nobody could read it' }],
      },
    ]);
    await signOff('facilitator', {}, 'again-0001');
    expect(await stageOf()).toBe('Complete');
  });

  test('with conditions and a day becomes an action that its owner is told of', async () => {
    await signOff('parent', {
      decision: 'Agreed with conditions',
      conditions: 'Say it in plain words',
      conditionsDue: '2022-04-29',
    });
    const [action] = await readRows(database, PLAN, 'Actions');
    expect(action?.row).toMatchObject({ owner: 'owner', forecastDue: '2022-04-29', recommendation: 'rec-3' });
    const ledger = await readNoticeLedger(database, [PLAN]);
    expect(ledger.handovers).toMatchObject([{ kind: 'given', by: '', ref: { key: action?.key } }]);
    const plan = await deps.plans.get(PLAN);
    if (plan === null) throw new Error('the plan is there');
    const [told] = handedOver(plan, '2022-03-15', ledger);
    expect([told?.to, told?.says?.()]).toEqual(['owner', 'Somebody gave it to you.']);
  });

  test('is that of the group and plan managers: others leave no trace', async () => {
    for (const by of ['owner', 'chair', 'other'])
      await expect(signOff(by)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await stageOf()).toBe('Done awaiting sign-off');
    expect(await signOffs()).toEqual([]);
    await signOff('manager');
    expect(await stageOf()).toBe('Complete');
  });
});

describe('without it', () => {
  test('the chair says in vain that it is complete, and is told who has the word', async () => {
    await answer('owner', 'In progress');
    expect(await answer('chair', 'Complete')).toMatchObject({
      savedCount: 1,
      remarks: ['3: done, and waits for Parents and carers to sign it off.'],
    });
    expect(await stageOf()).toBe('Done awaiting sign-off');
  });

  test('plan managers say which group is asked, and that none is: then the chair’s word is enough', async () => {
    const ask = (by: string, groupKey: string | null, key = 'asked-0001') =>
      useCases.askSignOff({ ...asking(by, key), ref: THIRD, groupKey });
    await expect(ask('chair', null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await ask('manager', 'send')).toMatchObject({ problems: [{ field: 'groupKey' }] });
    expect(await ask('manager', null)).toMatchObject({
      words: 'From now on the chair of its group signs 3 “Recommendation 3” off.',
    });
    await answer('chair', 'Complete');
    expect(await stageOf()).toBe('Complete');
    expect(await ask('manager', 'parents', 'asked-0002')).toMatchObject({ problems: [{ field: 'ref' }] });
  });
});

describe('the form', () => {
  const form = (by: string) => useCases.viewSignOffForm({ actor: actorOf(REFERENCE, by) });

  test('holds what waits for the groups of whoever asks; for nobody else anything', async () => {
    for (const by of ['facilitator', 'parent', 'manager'])
      expect(await form(by)).toMatchObject({
        planId: PLAN,
        asks: [{ label: '3', groupName: 'Parents and carers' }],
      });
    for (const by of ['owner', 'chair', 'other']) expect(await form(by)).toBeNull();
    await signOff('parent');
    expect(await form('facilitator')).toBeNull();
  });
});

describe('an impact check', () => {
  const check = (by: string, answered: string, submissionKey = `check-by-${by}`) =>
    useCases.checkImpact({
      ...asking(by, submissionKey),
      impact: { ref: THIRD, answer: answered, words: 'Exclusions have halved', evidenceUrl: '' },
    });

  test('its owner says that it works, the chair says so too: embedded, each as a word in its history', async () => {
    await signOff('parent');
    expect(await check('owner', 'It works')).toMatchObject({ problems: [{ field: 'answer' }] });
    deps.setClock('2022-06-14T09:00:00Z');
    expect(await check('owner', 'It works')).toMatchObject({ problems: [] });
    expect(await stageOf()).toBe('Complete');
    const page = await useCases.viewCoProduction(asking('chair'));
    expect(page.impact).toMatchObject([{ label: '3', state: 'to confirm', mayCheck: true }]);
    deps.setClock('2022-06-15T09:00:00Z');
    expect(await check('chair', 'It works')).toMatchObject({ words: expect.stringContaining('is embedded') });
    expect(await stageOf()).toBe('Embedded');
    const { history } = await useCases.viewItem({ ...asking('other'), ...THIRD, on: null });
    expect(history.map(({ byName }) => byName).slice(0, 3)).toEqual(['SEND chair', 'SEND group owner', null]);
  });

  test('of somebody of the group says nowhere who it was', async () => {
    await signOff('manager');
    deps.setClock('2022-06-14T09:00:00Z');
    await check('parent', 'It works');
    expect(await stageOf()).toBe('Embedded');
    const waiting = await readWaiting(database, PLAN, 100);
    expect(waiting.map(({ list }) => list)).toContain('Updates');
    expect(JSON.stringify(waiting.map(({ key, changes }) => [key, changes]))).not.toMatch(/\bparent\b/);
    const { history } = await useCases.viewItem({ ...asking('other'), ...THIRD, on: null });
    expect(history[0]).toMatchObject({
      byName: null,
      note: expect.stringMatching(/by Parents and carers: it works/),
    });
  });

  test('what no longer works is open again', async () => {
    await signOff('parent');
    await check('parent', 'It no longer works');
    expect(await stageOf()).toBe('In progress');
    await expect(check('other', 'It works')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

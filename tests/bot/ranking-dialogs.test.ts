import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MAX_CARD_BYTES, sizeOfCard } from '../../bot/cards/card.ts';
import { buildRankingDialog } from '../../bot/cards/ranking-dialog.ts';
import { buildReminderCard } from '../../bot/cards/reminder-card.ts';
import { AppError } from '../../plan/errors.ts';
import { execute, inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import {
  makeChoice,
  makeRankingForm,
  makeSignOffAsk,
  makeSignOffForm,
} from './helpers/make-co-production.ts';
import { cardContext, makeLine, makeReminder } from './helpers/make-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, buttonsOf, inputsOf, type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const state = () => running.useCases.coProduction;

interface Shown {
  readonly card: Json | null;
  readonly text: string | null;
}

const ask = async (name: string, data: unknown, place: object = inChannel): Promise<Shown> => {
  const response = await running.send({ ...place, ...invoke(name, { data }) });
  expect(response.status).toBe(200);
  const { task } = response.json as { task: { type: string; value: unknown } };
  if (task.type === 'message') return { card: null, text: String(task.value) };
  return { card: (task.value as { card: { content: Json } }).card.content, text: null };
};

/** The card that a command is answered with, or the words. */
const write = async (text: string, place: object = {}): Promise<Shown> => {
  await running.send({ ...place, text });
  const sent = running.teams.requests.filter(({ method }) => method === 'POST').at(-1)?.body;
  const [attachment] = (sent?.attachments ?? []) as { content: Json }[];
  return { card: attachment?.content ?? null, text: attachment ? null : String(sent?.text) };
};

const open = async (card: Json | null, at = 0): Promise<Json> => {
  const button = buttonsOf(card as Json)[at] as Json;
  const { card: dialog } = await ask('task/fetch', button.data);
  if (!dialog) throw new Error('no dialog opened');
  return dialog;
};

const press = (card: Json, button: string, typed: Json = {}) =>
  ask('task/submit', { ...(actionTitled(card, button).data as Json), ...valuesOf(card), ...typed });

const input = (card: Json, id: string) => inputsOf(card).find((one) => one.id === id);

describe('a ranking', () => {
  test('is asked for by message, and chosen from everything that is open, first to fifth', async () => {
    const dialog = await open((await write('rank')).card);
    expect(wordsOf(dialog)).toContain('Parents and carers: what matters most?');
    expect(inputsOf(dialog).map(({ label }) => label)).toEqual([
      'What matters most?',
      'And second? (optional)',
      'And third? (optional)',
      'And fourth? (optional)',
      'And fifth? (optional)',
    ]);
    expect(input(dialog, 'choice-1')?.choices).toHaveLength(31);
    expect(input(dialog, 'choice-2')).toMatchObject({ value: '-' });
  });

  test('is saved in the order that was chosen, without what was left out', async () => {
    const dialog = await open((await write('rank')).card);
    const { text } = await press(dialog, 'Save', { 'choice-1': 'rec-12', 'choice-3': 'rec-3' });
    expect(text).toBe('Recorded.');
    expect(running.useCases.called('rank')).toMatchObject([
      {
        actor,
        planId: 'plan-1',
        submissionKey: 'ranking-form-1',
        ranking: { groupKey: 'parents', choices: ['rec-12', '', 'rec-3', '', ''], voices: '' },
      },
    ]);
  });

  test('shows what the person chose before', async () => {
    state().ranking = makeRankingForm({ chosen: ['rec-7', 'rec-99'] });
    const dialog = await open((await write('rank')).card);
    expect([input(dialog, 'choice-1')?.value, input(dialog, 'choice-2')?.value]).toEqual(['rec-7', '-']);
  });

  test('keeps what was ranked on places that a form of many choices does not ask for', async () => {
    const recommendations = Array.from({ length: 120 }, (_, at) => makeChoice(at + 1));
    const chosen = [1, 2, 3, 4, 5].map((number) => `rec-${number}`);
    state().ranking = makeRankingForm({ recommendations, chosen });
    const dialog = await open((await write('rank')).card);
    expect(inputsOf(dialog)).toHaveLength(3);
    await press(dialog, 'Save', { 'choice-1': 'rec-4', 'choice-2': '-' });
    await press(dialog, 'Save', { 'choice-1': 'rec-9' });
    expect(running.useCases.called('rank')).toMatchObject([
      { ranking: { choices: ['rec-4', '', 'rec-3', '', 'rec-5'] } },
      { ranking: { choices: ['rec-9', 'rec-2', 'rec-3', 'rec-4', 'rec-5'] } },
    ]);
  });

  test('comes back as it was left, with what is wrong beside each choice', async () => {
    state().result = {
      words: '',
      problems: [{ field: 'choice-2', message: '3 is choice 1 already. Choose each once.' }],
      submissionKey: 'next',
    };
    const dialog = await open((await write('rank')).card);
    const { card } = await press(dialog, 'Save', { 'choice-1': 'rec-3', 'choice-2': 'rec-3' });
    expect(wordsOf(card as Json)).toMatch(/Nothing was saved yet[\s\S]*3 is choice 1 already/);
    expect(input(card as Json, 'choice-2')?.value).toBe('rec-3');
  });

  test('for people without Teams asks how many, and begins empty', async () => {
    const may = { rank: true, rankForOthers: true };
    state().ranking = makeRankingForm({ chosen: ['rec-7'], may });
    state().groups = state().groups.map((group) => ({ ...group, may }));
    const { card } = await write('rank');
    expect(buttonsOf(card as Json).map(({ title }) => title)).toEqual(['Choose', 'Record for other people']);
    const dialog = await open(card, 1);
    expect(input(dialog, 'choice-1')?.value ?? '').toBe('');
    const { card: again } = await press(dialog, 'Save', { 'choice-1': 'rec-3' });
    expect(wordsOf(again as Json)).toContain('Say how many people it is for.');
    await press(again as Json, 'Save', { 'choice-1': 'rec-3', voices: '12' });
    expect(running.useCases.called('rank')).toMatchObject([{ ranking: { voices: '12' } }]);
  });

  test('in the channel of another group is refused in words', async () => {
    expect((await write('rank', inChannel)).card).not.toBeNull();
    state().channel = { ...state().channel, groupKey: 'send', groupName: 'SEND' };
    const { text } = await write('rank', inChannel);
    expect(text).toMatch(/^This channel belongs to no reference group that you are in\./);
    state().groups = [];
    expect((await write('rank')).text).toMatch(/^You are in no reference group/);
  });

  test.each([
    [31, 'Recommendation with a title as long as any that stands in the plan that people rank here', 5],
    [120, 'A title', 3],
  ])('of %d choices fits into Teams’ limit', (count, title, questions) => {
    const recommendations = Array.from({ length: count }, (_, at) => makeChoice(at + 1, title));
    const card = buildRankingDialog(
      { form: makeRankingForm({ recommendations }), forOthers: false },
      cardContext,
    );
    expect(sizeOfCard(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
    expect(inputsOf(card)).toHaveLength(questions);
    for (const { choices } of inputsOf(card))
      expect((choices as Json[]).length).toBeGreaterThanOrEqual(count);
  });
});

describe('a sign-off', () => {
  const typed = {
    decision: 'Agreed with conditions',
    conditions: 'In plain words',
    voices: '12',
    dissent: 'Slow',
  };
  const signOff = {
    groupKey: 'parents',
    decision: 'Agreed with conditions',
    conditions: 'In plain words',
    conditionsDue: '',
    reason: '',
    dissent: 'Slow',
    voices: '12',
    checked: false,
  };

  test('is asked for by message, shows what is said to be done, and is recorded', async () => {
    const dialog = await open((await write('sign off')).card);
    expect(wordsOf(dialog)).toMatch(
      /Parents and carers: is it done\?[\s\S]*5 Share the budget: SEND group owner says that it is done · Mon 10 Jan 2022 · “Agreed by the schools forum”/,
    );
    const { text } = await press(dialog, 'Record it', typed);
    expect(text).toBe('Recorded.');
    expect(running.useCases.called('recordSignOff')).toMatchObject([
      { actor, planId: 'plan-1', signOff: { ...signOff, ref: { list: 'Recommendations', key: 'rec-5' } } },
    ]);
  });

  test('of several is that of the one chosen', async () => {
    const second = makeSignOffAsk({ ...makeChoice(7), groupKey: 'schools' });
    state().signOff = makeSignOffForm({ asks: [makeSignOffAsk(), second] });
    const dialog = await open((await write('sign off')).card);
    await press(dialog, 'Record it', { ...typed, item: 'Recommendations/rec-7' });
    expect(running.useCases.called('recordSignOff')).toMatchObject([
      { signOff: { ref: { key: 'rec-7' }, groupKey: 'schools' } },
    ]);
  });

  const noLonger = {
    words: '',
    problems: [{ field: 'ref', message: 'It does not wait for sign-off any more.' }],
    submissionKey: 'next',
  };

  test('that Teams delivers again has its answer, though nothing waits any more', async () => {
    const dialog = await open((await write('sign off')).card);
    for (const waiting of [null, makeSignOffForm({ asks: [makeSignOffAsk(makeChoice(7))] })]) {
      expect((await press(dialog, 'Record it', typed)).text).toBe('Recorded.');
      state().signOff = waiting;
    }
    expect((await press(dialog, 'Record it', typed)).text).toBe('Recorded.');
    const [first, ...copies] = running.useCases.called('recordSignOff');
    expect(copies).toEqual([first, first]);
  });

  test('of what was signed off meanwhile is not taken for the next one', async () => {
    const dialog = await open((await write('sign off')).card);
    state().result = noLonger;
    state().signOff = makeSignOffForm({ asks: [makeSignOffAsk(makeChoice(7))] });
    const { card } = await press(dialog, 'Record it', typed);
    expect(wordsOf(card as Json)).toContain('It does not wait any more.');
    expect(running.useCases.called('recordSignOff')).toMatchObject([{ signOff: { ref: { key: 'rec-5' } } }]);
    state().signOff = null;
    expect((await press(dialog, 'Record it', typed)).text).toBe('It does not wait for sign-off any more.');
  });

  test('comes back as it was left where something is missing', async () => {
    state().result = {
      words: '',
      problems: [{ field: 'reason', message: 'Say why, so that it can be put right.' }],
      submissionKey: 'next',
    };
    const dialog = await open((await write('sign off')).card);
    const { card } = await press(dialog, 'Record it', { decision: 'Not agreed', voices: '12' });
    expect(wordsOf(card as Json)).toContain('Say why, so that it can be put right.');
    expect(valuesOf(card as Json)).toMatchObject({ decision: 'Not agreed', voices: '12' });
  });

  test('of nothing says so, and a refusal is told in its words', async () => {
    state().signOff = null;
    expect((await write('sign off')).text).toMatch(/^Nothing that is done waits/);
    state().signOff = makeSignOffForm();
    const dialog = await open((await write('sign off')).card);
    const error = new AppError({ code: 'FORBIDDEN', message: 'no', userMessage: 'Only the group can.' });
    running.useCases.failNext(error);
    expect((await press(dialog, 'Record it', typed)).text).toContain('Only the group can.');
  });
});

describe('in a reminder', () => {
  const REF = { list: 'Recommendations', key: 'r3' } as const;
  const reminderOf = (why: 'group to sign off' | 'impact check') =>
    buildReminderCard(
      makeReminder({
        plans: [
          { planId: 'alp', planName: 'Plan', entries: [{ why, line: makeLine({ ref: REF }), words: null }] },
        ],
      }),
      cardContext,
    );
  const pressed = async (card: Json, title: string, typed: Json = {}): Promise<Json> => {
    const { verb, data } = actionTitled(card, title) as { verb: string; data: Json };
    const { json } = await running.send(execute({ verb, data }, typed as Record<string, string>));
    return (json as { value: Json }).value;
  };
  beforeEach(() => {
    const { people } = running.useCases;
    people.opened = { ...people.opened, signOffBy: 'parents' };
  });

  test('a group’s word is given in place', async () => {
    const form = await pressed(reminderOf('group to sign off') as Json, 'Sign off…');
    expect(inputsOf(form).map(({ id }) => id)).toEqual([
      'decision',
      'conditions',
      'conditionsDue',
      'whyNot',
      'dissent',
      'voices',
    ]);
    await pressed(form, 'Record it', { decision: 'Not agreed', whyNot: 'Nobody could read it' });
    expect(running.useCases.called('recordSignOff')).toMatchObject([
      {
        planId: 'alp',
        signOff: { ref: REF, groupKey: 'parents', decision: 'Not agreed', reason: 'Nobody could read it' },
      },
    ]);
  });

  test.each([
    ['It works', 'Save: it works', 'It works'],
    ['Not yet', 'Save: not yet', 'Not yet'],
    ['It no longer works', 'Open it again', 'It no longer works'],
  ])('an impact check is answered in place: %s', async (title, save, answer) => {
    const form = await pressed(reminderOf('impact check') as Json, title);
    await pressed(form, save, { words: 'The survey says so' });
    expect(running.useCases.called('checkImpact')).toMatchObject([
      { planId: 'alp', impact: { ref: REF, answer, words: 'The survey says so' } },
    ]);
  });
});

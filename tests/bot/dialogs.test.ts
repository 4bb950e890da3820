import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AppError } from '../../plan/errors.ts';
import * as dialog from './helpers/answer-dialog.ts';
import { inChannel, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { makeForm, makeQuestion } from './helpers/make-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, inputsOf, type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const { checkIn } = dialog;
const ask = (name: string, data: unknown) => dialog.ask(running, name, data);
const open = () => dialog.open(running);
const save = (card: Json, typed?: Json) => dialog.save(running, card, typed);

test('opens with a section for each item of the person’s, filled with its last answer', async () => {
  const card = await open();
  expect(running.useCases.called('askQuestions')).toEqual([
    {
      actor: { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null },
      planId: 'alp',
      meetingKey: 'send-2022-01-24',
    },
  ]);
  expect(wordsOf(card)).toMatch(/3 Protocol[\s\S]*12 Plan and money[\s\S]*A7 Share/);
  expect(valuesOf(card)).toMatchObject({ stage_0: 'In progress', note_2: 'Two schools still to comment' });
});

test('asks who is not an owner nothing, and says why', async () => {
  running.useCases.failNext(
    new AppError({
      code: 'NOT_FOUND',
      message: 'no',
      userMessage: 'Only members of the SEND group can answer.',
    }),
  );
  const { text } = await ask('task/fetch', actionTitled(checkIn, 'Answer mine').data);
  expect(text).toBe('Only members of the SEND group can answer.');
});

test('saves what was changed and what was ticked, leaves the rest alone, and says how many', async () => {
  const card = await open();
  const { text } = await save(card, {
    stage_0: 'Waiting on others',
    blocker_0: 'Finance',
    noChange_1: 'true',
  });
  expect(text).toBe('Saved 2 answers. SharePoint has them in a moment.');
  expect(running.useCases.called('answerItems')).toMatchObject([
    {
      meetingKey: 'send-2022-01-24',
      submissionKey: 'form-00000001',
      answers: [
        { ref: { key: 'r3' }, stage: 'Waiting on others', blocker: 'Finance' },
        { ref: { key: 'r12' }, noChange: true },
      ],
    },
  ]);
});

test('an answer counts for more than the tick that nothing changed', async () => {
  const card = await open();
  await save(card, { noChange_0: 'true', note_0: 'All schools agreed' });
  expect(running.useCases.called('answerItems')).toMatchObject([
    { answers: [{ ref: { list: 'Recommendations', key: 'r3' }, note: 'All schools agreed' }] },
  ]);
});

test('a group to wait on is chosen, and taken back', async () => {
  running.useCases.form = makeForm({
    questions: [
      makeQuestion(),
      makeQuestion({
        ref: { list: 'Actions', key: 'a7' },
        last: { ...makeQuestion().last, stage: 'Waiting on others', waitingOn: 'data' },
      }),
    ],
  });
  const card = await open();
  expect(valuesOf(card)).toMatchObject({ waitingOn_0: 'none', waitingOn_1: 'data' });
  await save(card, { waitingOn_0: 'finance', waitingOn_1: 'none' });
  expect(running.useCases.called('answerItems')).toMatchObject([
    { answers: [{ waitingOn: 'finance' }, { waitingOn: '' }] },
  ]);
});

test('clearing a field is an answer', async () => {
  const card = await open();
  await save(card, { note_0: '' });
  expect(running.useCases.called('answerItems')).toMatchObject([{ answers: [{ note: '' }] }]);
});

test('says so when nothing was changed, and saves nothing', async () => {
  const { card } = await save(await open());
  expect(wordsOf(card)).toContain('Nothing was changed, so nothing was saved.');
  expect(running.useCases.called('answerItems')).toEqual([]);
});

test('a submission that comes twice is answered alike, whether it was taken or not', async () => {
  const card = await open();
  for (const inputs of [{ noChange_0: 'true' }, {}, { confidence_0: 'Ultraviolet' }]) {
    expect(JSON.stringify(await save(card, inputs))).toBe(JSON.stringify(await save(card, inputs)));
  }
});

test('says that an update is late, that SharePoint is slow, and who answered too', async () => {
  const too = '3: SEND chair answered it at 10:02 too; both are kept in its history.';
  running.useCases.outcome = { isLate: true, isHeldUp: true, remarks: [too] };
  const { text } = await save(await open(), { noChange_0: 'true' });
  expect(text).toMatch(
    /^Saved 1 answer as a late update\. SharePoint takes longer than usual; .+ as soon as it can\. /,
  );
  expect(text).toContain(too);
});

describe('when an answer can’t be taken', () => {
  beforeEach(() => {
    running.useCases.check = ({ ref, reason }) =>
      ref.key === 'r12' && !reason
        ? [{ ref, label: '', field: 'reason', message: 'Say why it is Amber.' }]
        : [];
  });

  test('the others are saved, and the dialog comes back with all that was typed and what is wrong', async () => {
    const typed = {
      noChange_0: 'true',
      confidence_1: 'Amber',
      note_1: 'A long story\nin two lines',
      blocker_1: 'x',
    };
    const { card } = await save(await open(), typed);
    const words = wordsOf(card);
    expect(words).toMatch(
      /^[^\n]*check-in[\s\S]*Saved 1 answer\. 1 answer needs a change\. What you typed is kept\.\n12: Say why it is Amber\./,
    );
    expect(words).toMatch(/12 Plan[\s\S]*Please check: \nSay why it is Amber\.\nWhy\?[\s\S]*A7 Share/);
    expect(words).not.toContain('3 Protocol');
    expect(valuesOf(card)).toMatchObject({
      confidence_0: 'Amber',
      note_0: 'A long story\nin two lines',
      blocker_0: 'x',
      stage_0: 'In progress',
      note_1: 'Two schools still to comment',
    });
  });

  test('put right, it is saved with everything that was typed before', async () => {
    const { card } = await save(await open(), { confidence_1: 'Amber', note_1: 'A long story' });
    if (!card) throw new Error('the dialog closed');
    expect((await save(card, { reason_0: 'The bid was refused' })).text).toBe(
      'Saved 1 answer. SharePoint has it in a moment.',
    );
    expect(running.useCases.called('answerItems')[1]).toMatchObject({
      submissionKey: expect.stringMatching(/^after /),
      answers: [
        {
          ref: { list: 'Recommendations', key: 'r12' },
          confidence: 'Amber',
          note: 'A long story',
          reason: 'The bid was refused',
        },
      ],
    });
  });

  test('what may name a child is held back beside its field, and taken once somebody has looked again', async () => {
    running.useCases.check = ({ ref, note, checked }) =>
      note && !checked
        ? [{ ref, label: '12', field: 'note', message: 'This looks like an NHS number.', held: true }]
        : [];
    const { card } = await save(await open(), { noChange_0: 'true', note_1: 'See 943 476 5919' });
    if (!card) throw new Error('the dialog closed');
    expect(wordsOf(card)).toContain('Saved 1 answer. 1 answer needs a change.');
    const inputs = inputsOf(card);
    expect(inputs.find(({ id }) => id === 'note_0')).toMatchObject({
      value: 'See 943 476 5919',
      errorMessage: expect.anything(),
    });
    expect(inputs.map(({ id }) => id)).toEqual(expect.arrayContaining(['checked_0']));
    const again = (await save(card)).card;
    expect(wordsOf(again)).toContain('This looks like an NHS number.');
    expect((await save(card, { checked_0: 'true' })).text).toContain('Saved 1 answer.');
    expect(running.useCases.called('answerItems').at(-1)).toMatchObject({
      answers: [{ note: 'See 943 476 5919', checked: true }],
    });
  });

  test('and the tick stays when something else of the item is still wrong', async () => {
    running.useCases.check = ({ ref, note, checked, reason }) => [
      ...(note && !checked
        ? [{ ref, label: '12', field: 'note' as const, message: 'Look.', held: true }]
        : []),
      ...(reason ? [] : [{ ref, label: '12', field: 'reason' as const, message: 'Say why.' }]),
    ];
    const { card } = await save(await open(), { note_1: 'See 943 476 5919' });
    if (!card) throw new Error('the dialog closed');
    const { card: again } = await save(card, { checked_0: 'true' });
    if (!again) throw new Error('the dialog closed');
    expect(wordsOf(again)).not.toContain('Look.');
    expect(valuesOf(again)).toMatchObject({ checked_0: 'true' });
    expect((await save(again, { reason_0: 'A number of a case' })).text).toContain('Saved 1 answer.');
  });

  test('a field that can’t be read holds back its item only', async () => {
    const { card } = await save(await open(), { forecastDue_0: 'next week', noChange_2: 'true' });
    expect(running.useCases.called('answerItems')).toMatchObject([
      { answers: [{ ref: { list: 'Actions', key: 'a7' }, noChange: true }] },
    ]);
    expect(wordsOf(card)).toContain('3: Give the day you now expect it, like 2022-03-31.');
    expect(valuesOf(card)).toMatchObject({ forecastDue_0: 'next week' });
  });

  test('text beyond any limit of a card is kept too', async () => {
    const questions = Array.from({ length: 8 }, (_, index) =>
      makeQuestion({ ref: { list: 'Actions', key: `a${index}` }, label: `A${index}` }),
    );
    running.useCases.form = makeForm({ questions });
    running.useCases.check = ({ ref }) => [{ ref, label: '', field: 'note', message: 'Too long.' }];
    const first = await open();
    const shown = inputsOf(first).filter(({ id }) => String(id).startsWith('note_')).length;
    expect(shown).toBeLessThan(8);
    expect(inputsOf(first).filter(({ id }) => String(id).startsWith('noChange_'))).toHaveLength(8);
    const typed = Object.fromEntries(
      Array.from({ length: shown }, (_, index) => [`note_${index}`, `${index}${'x'.repeat(3_000)}`]),
    );
    const { card } = await save(first, typed);
    expect(valuesOf(card)).toMatchObject(typed);
  });
});

test('says how many are left where they did not all fit into one dialog', async () => {
  const questions = Array.from({ length: 80 }, (_, index) =>
    makeQuestion({ ref: { list: 'Actions', key: `a${index}` }, label: `A${index}` }),
  );
  running.useCases.form = makeForm({ questions });
  const { text } = await save(await open(), { noChange_0: 'true' });
  expect(text).toMatch(/^Saved 1 answer\. .+ \d\d more items wait: press “Answer mine” again\.$/);
});

describe('what is no form of ours is refused in words', () => {
  test.each([undefined, null, 'x', {}, { milepost: { v: 2 } }])('data %j', async (data) => {
    for (const name of ['task/fetch', 'task/submit']) {
      expect((await ask(name, data)).text).toContain('can’t be read any more');
    }
    expect(running.useCases.calls.every(({ name }) => name === 'seeConversation')).toBe(true);
  });

  test('nor does a button open what another one saves', async () => {
    const { data } = actionTitled(checkIn, 'Answer mine');
    expect((await ask('task/submit', data)).text).toContain('can’t be read');
    expect((await ask('task/fetch', actionTitled(checkIn, 'No change for all mine').data)).text).toContain(
      'can’t be read',
    );
    expect(running.useCases.calls.every(({ name }) => name === 'seeConversation')).toBe(true);
  });
});

test('where an app knows no dialogs, it says where to answer', async () => {
  await running.send({ ...inChannel, text: undefined, value: actionTitled(checkIn, 'Answer mine').data });
  expect(running.teams.requests).toMatchObject([{ body: { text: expect.stringContaining('my actions') } }]);
});

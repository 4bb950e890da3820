import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildCheckInCard } from '../../bot/cards/check-in-card.ts';
import { buildSavedCard } from '../../bot/cards/saved-card.ts';
import { AppError } from '../../plan/errors.ts';
import { execute, inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext, makeCheckIn } from './helpers/make-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const checkIn = buildCheckInCard(makeCheckIn(), cardContext);
const saved = buildSavedCard({ planId: 'alp', heading: 'Saved 1 answer.', paragraphs: [] }, cardContext);

/** Presses a button of a card; answers the card or words that come back. */
const press = async (card: unknown, title: string, inputs: Json = {}, over: Json = {}) => {
  const response = await running.send({ ...execute(actionTitled(card, title), inputs), ...over });
  expect(response.status).toBe(200);
  const { statusCode, type, value } = response.json as { statusCode: number; type: string; value: unknown };
  expect(statusCode).toBe(200);
  if (type === 'application/vnd.microsoft.card.adaptive') return { card: value as Json, text: null };
  expect(type).toBe('application/vnd.microsoft.activity.message');
  return { card: null, text: String(value) };
};

/** What stands in the inputs of a card, as Teams would send it. */
/** The person's items, as their own chat shows them. */
const openMyActions = async (): Promise<Json> => {
  const { card } = await press(saved, 'Show my actions');
  if (!card) throw new Error('no card came back');
  return card;
};

describe('No change for all mine', () => {
  test('answers for the person Teams names, with the card’s key, and shows the card as it now stands', async () => {
    const { card } = await press(checkIn, 'No change for all mine', {}, inChannel);
    expect(running.useCases.called('answerNoChange')).toEqual([
      {
        actor: { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null },
        planId: 'alp',
        meetingKey: 'send-2022-01-24',
        submissionKey: 'key-00000001',
      },
    ]);
    expect(wordsOf(card)).toContain('3 of 3 answered');
    expect(actionTitled(card, 'No change for all mine').data).toMatchObject({
      milepost: { submissionKey: expect.stringMatching(/^after /) },
    });
    expect(running.teams.requests).toEqual([]);
  });

  test('says what could not be saved', async () => {
    running.useCases.check = ({ ref }) =>
      ref.key === 'r12' ? [{ ref, label: '12', field: 'reason', message: 'Say why it is Amber.' }] : [];
    const { text } = await press(checkIn, 'No change for all mine');
    expect(text).toBe(
      'Saved 2 answers. SharePoint has them in a moment. 12: Say why it is Amber. Use “Answer mine” for the rest.',
    );
  });

  test('that is delivered twice is answered with the same card; who answered too is told', async () => {
    const first = await press(checkIn, 'No change for all mine');
    expect(JSON.stringify(await press(checkIn, 'No change for all mine'))).toBe(JSON.stringify(first));
    running.reset();
    const too = '3: SEND chair answered it at 10:02 too; both are kept in its history.';
    running.useCases.outcome = { remarks: [too] };
    expect((await press(checkIn, 'No change for all mine')).text).toContain(too);
  });

  test('says so when nothing is the person’s', async () => {
    running.useCases.form = { ...running.useCases.form, questions: [] };
    expect((await press(checkIn, 'No change for all mine')).text).toContain('Nothing of yours is waiting');
  });

  test('comes as a message where the app knows no Action.Execute, and is answered in words or a card', async () => {
    const { data } = actionTitled(checkIn, 'No change for all mine').fallback as Json;
    await running.send({ ...inChannel, text: undefined, value: data });
    expect(running.useCases.called('answerNoChange')).toMatchObject([{ submissionKey: 'key-00000001' }]);
    expect(running.teams.requests).toMatchObject([
      { body: { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }] } },
    ]);
  });
});

describe('my actions, in place', () => {
  test('shows one item’s questions, filled with its last answer, and the others as rows', async () => {
    const card = await openMyActions();
    expect(valuesOf(card)).toMatchObject({
      stage_0: 'In progress',
      confidence_0: 'Green',
      forecastDue_0: '2022-01-31',
      note_0: 'Two schools still to comment',
      blocker_0: '',
      show: 'Recommendations/r12',
    });
    expect(wordsOf(card)).toMatch(/12 \nPlan and money[\s\S]*A7 \nShare[\s\S]*3 Protocol/);
  });

  test('saves only what was changed, and goes on to the next item', async () => {
    const card = await openMyActions();
    const typed = {
      ...valuesOf(card),
      confidence_0: 'Amber',
      reason_0: 'One school left ',
      note_0: 'Two schools still to comment\r\n',
    };
    const { card: next } = await press(card, 'Save answer', typed);
    expect(running.useCases.called('answerItems')).toEqual([
      {
        actor: { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null },
        planId: 'alp',
        meetingKey: null,
        submissionKey: 'form-00000001',
        answers: [
          { ref: { list: 'Recommendations', key: 'r3' }, confidence: 'Amber', reason: 'One school left' },
        ],
      },
    ]);
    expect(wordsOf(next)).toContain('Saved 1 answer.');
    expect(wordsOf(next)).toMatch(/12 Plan and money[^\n]*\n[\s\S]*Stage/);
  });

  test('ends with a card that says all is answered', async () => {
    let card: Json | null = await openMyActions();
    for (const _ of ['r3', 'r12', 'a7']) card = (await press(card, 'No change')).card;
    expect(running.useCases.called('answerItems').map(({ answers }) => answers)).toEqual([
      [{ ref: { list: 'Recommendations', key: 'r3' }, noChange: true }],
      [{ ref: { list: 'Recommendations', key: 'r12' }, noChange: true }],
      [{ ref: { list: 'Actions', key: 'a7' }, noChange: true }],
    ]);
    expect(wordsOf(card)).toContain('You answered 3, 12 and A7 here.');
    expect(wordsOf(card)).toContain('Nothing else here is waiting for you.');
    expect(wordsOf((await press(card, 'Show my actions')).card)).toContain('3 items of yours are open');
  });

  test('keeps what was typed when it can’t be saved, and takes it once it is put right', async () => {
    running.useCases.check = ({ ref, reason }) =>
      reason ? [] : [{ ref, label: '3', field: 'reason', message: 'Say why it is Red.' }];
    const card = await openMyActions();
    const { card: again } = await press(card, 'Save answer', {
      ...valuesOf(card),
      confidence_0: 'Red',
      blocker_0: 'No money',
    });
    expect(wordsOf(again)).toMatch(
      /1 answer needs a change[\s\S]*3: Say why it is Red\.[\s\S]*Please check: \nSay why it is Red\.\nWhy\?/,
    );
    expect(valuesOf(again)).toMatchObject({
      confidence_0: 'Red',
      blocker_0: 'No money',
      stage_0: 'In progress',
    });

    const { card: next } = await press(again, 'Save answer', {
      ...valuesOf(again),
      reason_0: 'The lead left',
    });
    expect(running.useCases.called('answerItems')[1]).toMatchObject({
      submissionKey: expect.stringMatching(/^after /),
      answers: [{ confidence: 'Red', blocker: 'No money', reason: 'The lead left' }],
    });
    expect(wordsOf(next)).toContain('Saved 1 answer.');
  });

  test('says so when nothing was changed, and asks no use case to save', async () => {
    const card = await openMyActions();
    expect(wordsOf((await press(card, 'Save answer', valuesOf(card))).card)).toContain('Nothing was changed');
    expect(running.useCases.called('answerItems')).toEqual([]);
  });

  test.each([
    [{ forecastDue_0: '31/03/2022' }, 'like 2022-03-31'],
    [{ forecastDue_0: '2022-02-30' }, 'like 2022-03-31'],
    [{ forecastDue_0: '' }, 'like 2022-03-31'],
    [{ stage_0: 'Nearly there' }, 'Choose a stage'],
    [{ confidence_0: 'Purple' }, 'Choose Green, Amber or Red'],
  ])('%j is told in words beside the field', async (typed, words) => {
    const card = await openMyActions();
    const { card: again } = await press(card, 'Save answer', {
      ...valuesOf(card),
      note_0: 'A new note',
      ...typed,
    });
    expect(wordsOf(again)).toContain(words);
    expect(valuesOf(again)).toMatchObject({ note_0: 'A new note', ...typed });
    expect(running.useCases.called('answerItems')).toEqual([]);
  });

  test('shows the item that was chosen; one that is gone gives way to the first', async () => {
    const card = await openMyActions();
    const shown = (await press(card, 'Show that item', { show: 'Actions/a7' })).card;
    expect(actionTitled(shown, 'Save answer').data).toMatchObject({ milepost: { ref: { key: 'a7' } } });
    const first = (await press(card, 'Show that item', { show: 'Actions/gone' })).card;
    expect(actionTitled(first, 'Save answer').data).toMatchObject({ milepost: { ref: { key: 'r3' } } });
  });

  test.each([
    ['No change', {}],
    ['Save answer', { note_0: 'Agreed' }],
    ['Save answer', {}],
    ['Save answer', { confidence_0: 'Ultraviolet' }],
  ])('“%s” with %j that is delivered twice is answered with the same card', async (title, typed) => {
    const card = await openMyActions();
    const inputs = { ...valuesOf(card), ...typed };
    const first = await press(card, title, inputs);
    expect(JSON.stringify(await press(card, title, inputs))).toBe(JSON.stringify(first));
  });

  test('tells who answered too, with the next item and at the end', async () => {
    const too = '3: SEND chair answered it at 10:02 too; both are kept in its history.';
    running.useCases.outcome = { remarks: [too] };
    let card: Json | null = await openMyActions();
    for (const _ of ['r3', 'r12', 'a7']) {
      card = (await press(card, 'No change')).card;
      expect(wordsOf(card)).toContain(too);
    }
  });

  test('holds back what may name a child, and takes it once somebody has looked again', async () => {
    running.useCases.check = ({ ref, note, checked }) =>
      note && !checked
        ? [{ ref, label: '3', field: 'note', message: 'This looks like an NHS number.', held: true }]
        : [];
    const card = await openMyActions();
    const held = await press(card, 'Save answer', { ...valuesOf(card), note_0: 'See 943 476 5919' });
    expect(wordsOf(held.card)).toContain('This looks like an NHS number.');
    const inputs = { ...valuesOf(held.card), checked_0: 'true' };
    expect(inputs).toMatchObject({ note_0: 'See 943 476 5919' });
    expect(wordsOf((await press(held.card, 'Save answer', inputs)).card)).toContain('Saved 1 answer.');
  });
});

describe('data that can’t be read is refused in words, and no use case is asked', () => {
  const good = { v: 1, verb: 'no-change-all', planId: 'alp', meetingKey: 'm', submissionKey: 'key-00000001' };
  const data: Record<string, unknown> = {
    nothing: undefined,
    'no data of ours': { other: 1 },
    text: 'milepost',
    'another version': { milepost: { ...good, v: 2 } },
    'an unknown verb': { milepost: { ...good, verb: 'delete-plan' } },
    'no plan': { milepost: { ...good, planId: undefined } },
    'a plan of a wrong type': { milepost: { ...good, planId: 7 } },
    'no submission key': { milepost: { ...good, submissionKey: '' } },
    'a key without end': { milepost: { ...good, submissionKey: 'k'.repeat(10_000) } },
    'an item of an unknown list': { milepost: { ...good, ref: { list: 'Owners', key: 'x' } } },
    'an input without end': { milepost: good, note_0: 'x'.repeat(30_000) },
    'an input of a wrong type': { milepost: good, note_0: { $ne: null } },
    'inputs without end': {
      milepost: good,
      ...Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`note_${index}`, ''])),
    },
    'items without end': {
      milepost: {
        ...good,
        asked: Array.from({ length: 500 }, () => ({
          ref: { list: 'Actions', key: 'x' },
          label: '',
          shown: {},
        })),
      },
    },
    'no meeting where one is needed': { milepost: { ...good, meetingKey: undefined } },
    'no item where one is needed': { milepost: { ...good, verb: 'no-change-item' } },
    'no form where one is needed': { milepost: { ...good, verb: 'answer-item' } },
  };
  const asked = () => running.useCases.calls.filter(({ name }) => name !== 'seeConversation');

  test.each(Object.entries(data))('%s', async (_name, value) => {
    const answer = await press({ a: { type: 'Action.Execute', title: 'x', verb: 'v', data: value } }, 'x');
    expect(answer.text).toContain('can’t be read any more');
    expect(asked()).toEqual([]);
  });

  test.each([undefined, null, 7, {}, { action: 'x' }])('an invoke with the value %j', async (value) => {
    const response = await running.send(invoke('adaptiveCard/action', value));
    expect(response).toMatchObject({
      status: 200,
      json: { value: expect.stringContaining('can’t be read') },
    });
    expect(asked()).toEqual([]);
  });
});

test('takes nobody’s word for who they are', async () => {
  const action = actionTitled(checkIn, 'No change for all mine');
  await press(checkIn, 'No change for all mine', { actor: 'somebody-else', entraObjectId: 'somebody-else' });
  expect(action.data).not.toHaveProperty('actor');
  expect(running.useCases.called('answerNoChange')).toMatchObject([{ actor: { entraObjectId: PERSON_ID } }]);
});

test('a refusal is told in words, and the card stays', async () => {
  running.useCases.failNext(
    new AppError({ code: 'STALE', message: 'closed', userMessage: 'This check-in is closed.' }),
  );
  expect(await press(checkIn, 'No change for all mine')).toEqual({
    card: null,
    text: 'This check-in is closed.',
  });
});

test('a fault is one sentence with a reference', async () => {
  running.useCases.failNext(new Error('database is gone'));
  const { text } = await press(checkIn, 'No change for all mine');
  expect(text).toMatch(/^Something went wrong\. .* reference to whoever looks after Milepost: \w{8}\.$/);
});

describe('another page', () => {
  const paged = buildCheckInCard(
    makeCheckIn({ view: { list: 'asked', page: 2 }, pageCount: 3, askedCount: 20 }),
    cardContext,
  );

  test.each([
    ['Previous page', { list: 'asked', page: 1 }],
    ['Next page', { list: 'asked', page: 3 }],
    ['6 more are on course and need no word', { list: 'on course', page: 1 }],
  ])('“%s” is asked for, and shown to whoever pressed only', async (title, view) => {
    const { card } = await press(paged, title, {}, inChannel);
    expect(running.useCases.called('viewCheckIn')).toMatchObject([
      { actor: { entraObjectId: PERSON_ID }, planId: 'alp', meetingKey: 'send-2022-01-24', view },
    ]);
    expect(wordsOf(card)).toContain('SEND group check-in');
    expect(running.teams.requests).toEqual([]);
  });

  test('leads back from what is on course', async () => {
    const course = buildCheckInCard(makeCheckIn({ view: { list: 'on course', page: 1 } }), cardContext);
    await press(course, 'Back to what needs a word');
    expect(running.useCases.called('viewCheckIn')).toMatchObject([{ view: { list: 'asked', page: 1 } }]);
  });
});

test('an unknown invoke leads nowhere', async () => {
  expect(await running.send(invoke('composeExtension/query', {}))).toMatchObject({ status: 200 });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildOpenFormsCard } from '../../bot/cards/open-forms-card.ts';
import type { SaidData } from '../../bot/cards/submission.ts';
import { AppError } from '../../plan/errors.ts';
import { BOT_ID, inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { makeEngagementForm } from './helpers/make-engagements.ts';
import { makeMeasuresView, makeMeasureView } from './helpers/make-measures.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, buttonsOf, inputsOf, type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const planId = 'alp-improvement';

const ask = async (name: string, data: unknown): Promise<{ card: Json | null; text: string | null }> => {
  const response = await running.send({ ...inChannel, ...invoke(name, { data }) });
  expect(response.status).toBe(200);
  const { task } = response.json as { task: { type: string; value: unknown } };
  if (task.type === 'message') return { card: null, text: String(task.value) };
  return { card: (task.value as { card: { content: Json } }).card.content, text: null };
};

const open = async (data: Partial<SaidData> & Pick<SaidData, 'verb'>): Promise<Json> => {
  const button = { title: 'Open', data: { submissionKey: 'a-button-01', planId, ...data } };
  const card = buildOpenFormsCard({
    heading: 'Form',
    hint: '',
    choices: [{ of: null, buttons: [button] }],
  });
  const shown = await ask('task/fetch', (buttonsOf(card)[0] as Json).data);
  if (!shown.card) throw new Error(shown.text ?? 'no dialog opened');
  return shown.card;
};
const press = (card: Json, typed: Json = {}) =>
  ask('task/submit', { ...(actionTitled(card, 'Record it').data as Json), ...valuesOf(card), ...typed });
const input = (card: Json, id: string) => inputsOf(card).find((one) => one.id === id);
const say = (text: string) => running.send({ text });
const mention = (text: string) =>
  running.send({
    ...inChannel,
    text: `<at>Milepost</at> ${text}`,
    entities: [{ type: 'mention', text: '<at>Milepost</at>', mentioned: { id: BOT_ID, name: 'Milepost' } }],
  });

describe('an entry of the engagement log', () => {
  const typed = { title: 'Heads', on: '2022-01-07', said: 'Sooner', theme: 'theme-1', voices: '14' };

  test('asks whom one met, what they said and what came of it, each with its label', async () => {
    const card = await open({ verb: 'log-engagement' });
    expect(inputsOf(card).map(({ id }) => id)).toEqual([
      'title',
      'on',
      'voices',
      'purpose',
      'said',
      'theme',
      'answer',
      'outcome',
    ]);
    expect(input(card, 'title')).toMatchObject({ value: 'Parents and carers' });
    expect(wordsOf(card)).toMatch(/do not name children, parents or carers/);
  });

  test('is saved as it was typed; no choice is none', async () => {
    const { text } = await press(await open({ verb: 'log-engagement' }), typed);
    expect(text).toBe('Recorded Parents and carers in the engagement log.');
    expect(running.useCases.called('saveEngagement')).toEqual([
      {
        actor,
        planId,
        submissionKey: 'engagement-form-1',
        engagementKey: null,
        engagement: { ...typed, purpose: '', outcome: '', answer: '' },
      },
    ]);
  });

  test('comes back as it was left, with what is wrong beside it and the tick to look again', async () => {
    running.useCases.engagements.result = {
      words: '',
      problems: [{ field: 'said', message: 'This looks like a pupil’s UPN.', held: true }],
      submissionKey: 'next',
    };
    const { card } = await press(await open({ verb: 'log-engagement' }), typed);
    expect(input(card as Json, 'said')).toMatchObject({ value: 'Sooner' });
    expect(input(card as Json, 'checked')).toBeDefined();
    expect(wordsOf(card as Json)).toContain('This looks like a pupil’s UPN.');
    await press(card as Json, { ...typed, checked: 'true' });
    expect(running.useCases.called('saveEngagement').at(-1)).toMatchObject({ engagement: { checked: true } });
  });

  test('who may not is told, and no dialog opens', async () => {
    running.useCases.failNext(
      new AppError({ code: 'FORBIDDEN', message: 'no', userMessage: 'Only others.' }),
    );
    await expect(open({ verb: 'log-engagement' })).rejects.toThrow('Only others.');
  });
});

describe('what came of it', () => {
  const entries = [{ key: 'engagement-1', words: 'Parents and carers, 5 Jan 2022: Hard to read' }];
  beforeEach(() => {
    running.useCases.engagements.forms = [makeEngagementForm({ open: entries })];
  });

  test('is added to the entry that was chosen, if nobody has said so yet', async () => {
    const card = await open({ verb: 'outcome' });
    expect(input(card, 'entry')).toMatchObject({ value: 'engagement-1' });
    await press(card, { answer: 'We did', outcome: 'Rewritten' });
    expect(running.useCases.called('saveEngagement')).toMatchObject([
      {
        engagementKey: 'engagement-1',
        base: { answer: '', outcome: '' },
        engagement: { title: 'Parents and carers', answer: 'We did', outcome: 'Rewritten' },
      },
    ]);
  });

  const answerMeanwhile = () => {
    const { input: asked } = makeEngagementForm();
    const answered = { ...asked, said: 'Hard to read', answer: 'We did', outcome: 'Rewritten' };
    running.useCases.engagements.forms = [makeEngagementForm({ input: answered, open: [] })];
  };

  test('takes the place of nothing that somebody said meanwhile, and loses no word', async () => {
    const card = await open({ verb: 'outcome' });
    answerMeanwhile();
    const typed = { answer: 'We could not', outcome: 'No money' };
    const shown = (await press(card, typed)).card as Json;
    expect(wordsOf(shown)).toContain('Somebody has said so meanwhile: “We did: Rewritten”.');
    expect(valuesOf(shown)).toMatchObject({ entry: 'engagement-1', ...typed });
    expect(running.useCases.called('saveEngagement')).toEqual([]);
  });

  test('is not said twice by whoever presses twice', async () => {
    const card = await open({ verb: 'outcome' });
    answerMeanwhile();
    const { text } = await press(card, { answer: 'We did', outcome: 'Rewritten ' });
    expect(text).toBe('That is what the engagement log says.');
  });

  test('is asked for where nothing was chosen', async () => {
    const { card } = await press(await open({ verb: 'outcome' }), { outcome: 'Rewritten' });
    expect(wordsOf(card as Json)).toContain('Choose what came of it.');
    expect(running.useCases.called('saveEngagement')).toEqual([]);
  });
});

describe('a comment', () => {
  test.each([
    ['-', { ref: null, theme: '' }],
    ['theme/theme-1', { ref: null, theme: 'theme-1' }],
    ['Actions/action-7', { ref: { list: 'Actions', key: 'action-7' }, theme: '' }],
  ])('about %s is sent as it is meant', async (about, meant) => {
    const card = await open({ verb: 'comment', groupKey: 'parents' });
    const value = ((inputsOf(card)[0]?.choices as Json[] | undefined) ?? []).map((choice) => choice.value);
    expect(value).toHaveLength(4);
    await press(card, {
      about: about.includes('Actions') ? value[3] : about,
      words: 'Hard to read',
      voices: '8',
    });
    expect(running.useCases.called('comment')).toMatchObject([
      {
        submissionKey: 'comment-form-1',
        comment: { groupKey: 'parents', words: 'Hard to read', voices: '8', ...meant },
      },
    ]);
  });
});

describe('a reading', () => {
  test('is asked for of the measures the person may record, and tells where it leads', async () => {
    running.useCases.measures.views = [
      makeMeasuresView({
        measures: [
          makeMeasureView(),
          makeMeasureView({ key: 'other', title: 'Exclusions', mayRecord: false }),
        ],
      }),
    ];
    const card = await open({ verb: 'reading' });
    expect(input(card, 'measure')?.choices).toEqual([{ title: 'Specialist placements', value: 'measure-1' }]);
    expect(input(card, 'on')).toMatchObject({ value: '2022-01-10' });
    const { text } = await press(card, { value: '126', on: '2022-01-07' });
    expect(text).toMatch(/^Recorded Specialist placements: 126 .* Too early to say/);
    expect(running.useCases.called('recordReading')).toEqual([
      {
        actor,
        planId,
        submissionKey: 'reading-form-1',
        reading: { measure: 'measure-1', value: '126', on: '2022-01-07' },
      },
    ]);
  });

  test('far from the others is asked about once', async () => {
    running.useCases.measures.result = {
      ...running.useCases.measures.result,
      problems: [{ field: 'value', message: '4500 is far from 96.', held: true }],
    };
    const { card } = await press(await open({ verb: 'reading' }), { value: '4500' });
    expect(input(card as Json, 'sure')).toBeDefined();
    await press(card as Json, { sure: 'true' });
    expect(running.useCases.called('recordReading').at(-1)).toMatchObject({
      reading: { value: '4500', sure: true },
    });
  });
});

describe('what one writes for them', () => {
  test.each([
    ['log', 'viewEngagementForms'],
    ['comment', 'viewCommentForms'],
    ['reading', 'listMeasures'],
  ] as const)('“%s” offers a button, in a channel and in one’s own chat', async (text, asked) => {
    await say(text);
    await mention(text);
    expect(running.useCases.called(asked)).toHaveLength(2);
    expect(JSON.stringify(running.teams.requests)).toContain('task/fetch');
  });

  test('whoever may not is told who may', async () => {
    running.useCases.engagements.forms = [];
    running.useCases.engagements.comments = [];
    running.useCases.measures.views = [];
    for (const text of ['log', 'comment', 'reading']) await say(text);
    expect(wordsSent(running.teams)).toEqual([
      expect.stringMatching(/people of reference groups/),
      expect.stringMatching(/in no reference group/),
      expect.stringMatching(/plan managers do/),
    ]);
  });
});

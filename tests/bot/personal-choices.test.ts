import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AwayState, buildAwayCard } from '../../bot/cards/away-card.ts';
import { inChannel } from './helpers/make-activity.ts';
import { cardContext } from './helpers/make-content.ts';
import { makePersonal } from './helpers/make-personal-content.ts';
import { press as pressIn, reminder, reminderFor, titles } from './helpers/own-chat.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { type Json, valuesOf, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(reset);

function reset(): void {
  running.reset();
  running.useCases.people.reminder = reminderFor();
}

const press = (card: unknown, title: string, inputs: Json = {}, over: Json = {}) =>
  pressIn(running, card, title, inputs, over);
const said = () => wordsSent(running.teams);

describe('snooze', () => {
  test('from a reminder lets choose how long, and goes back to it', async () => {
    const { card } = await press(reminder(), 'Snooze my reminders');
    expect(valuesOf(card)).toEqual({ choice: '2022-01-25', until: '' });
    const { card: done } = await press(card, 'Snooze', { choice: '2022-01-27', until: '' });
    expect(running.useCases.called('snooze')).toMatchObject([
      { until: '2022-01-27', submissionKey: 'own-00000001' },
    ]);
    expect(wordsOf(done)).toContain('✓ Done.');
    const { card: back } = await press(done, 'Back to the reminder');
    expect(titles(back)).toEqual(titles(reminder()));
  });

  test('until another day, kept where it is refused; and undone', async () => {
    running.useCases.people.problems = [{ field: 'until', message: 'That day has come already.' }];
    const { card } = await press(reminder(), 'Snooze my reminders');
    const typed = { choice: 'other', until: '2022-01-03' };
    const { card: again } = await press(card, 'Snooze', typed);
    expect(valuesOf(again)).toEqual(typed);
    expect(wordsOf(again)).toContain('That day has come already.');
    running.useCases.people = {
      ...running.useCases.people,
      problems: [],
      personal: makePersonal({ snoozedUntil: '2022-01-27' }),
    };
    const { card: held } = await press(reminder(), 'Snooze my reminders');
    expect(wordsOf(held)).toContain('held back until Thu 27 Jan 2022');
    await press(held, 'Let them come again');
    expect(running.useCases.called('snooze').at(-1)).toMatchObject({ until: null });
  });

  test.each([
    ['snooze 3 days', '2022-01-27'],
    ['Snooze until Monday.', '2022-01-31'],
  ])('written “%s” is until %s', async (text, until) => {
    await running.send({ text });
    expect(running.useCases.called('snooze')).toMatchObject([{ until }]);
  });

  test('written alone shows the card; what can’t be read is explained', async () => {
    await running.send({ text: 'snooze' });
    await running.send({ text: 'snooze for ever' });
    expect(said()).toEqual([
      expect.stringMatching(/Snooze my reminders[\s\S]*Until tomorrow/),
      expect.stringContaining('Say how long'),
    ]);
    expect(running.useCases.called('snooze')).toEqual([]);
  });
});

describe('away', () => {
  test.each([
    ['away until 14 Feb', { from: '2022-01-24', to: '2022-02-14' }],
    ['away 7 to 11 March', { from: '2022-03-07', to: '2022-03-11' }],
    ['I’m away tomorrow', { from: '2022-01-25', to: '2022-01-25' }],
    ['I’m on leave next week', { from: '2022-01-31', to: '2022-02-04' }],
    ['away for two weeks', { from: '2022-01-24', to: '2022-02-06' }],
  ])('written “%s” is entered, and leaves who stands in', async (text, days) => {
    running.useCases.people.personal = makePersonal({ deputy: 'send-chair' });
    await running.send({ text });
    expect(running.useCases.called('setAway')).toMatchObject([{ away: { ...days, deputy: 'send-chair' } }]);
    expect(said()).toEqual([expect.stringContaining('✓ Done.')]);
  });

  test('written alone opens a form; what is refused comes back as it was left', async () => {
    running.useCases.people.problems = [{ field: 'to', message: 'This is before the first day.' }];
    const { card } = await press(reminder(), 'Go on', { more: 'away' });
    expect(valuesOf(card)).toEqual({ from: '2022-01-24', to: '', deputy: 'nobody' });
    const typed = { from: '2022-02-07', to: '2022-02-01', deputy: 'finance-lead' };
    const { card: again } = await press(card, 'Save', typed);
    expect(running.useCases.called('setAway')).toMatchObject([{ away: typed }]);
    expect(valuesOf(again)).toEqual(typed);
    expect(wordsOf(again)).toContain('This is before the first day.');
  });

  test('nobody stands in where nobody is chosen; back ends it, by a button or a word', async () => {
    running.useCases.people.personal = makePersonal({ away: { from: '2022-01-17', to: '2022-01-28' } });
    const { card } = await press(reminder(), 'Go on', { more: 'away' });
    expect(wordsOf(card)).toContain('You are away until Fri 28 Jan 2022');
    await press(card, 'Change it', { ...valuesOf(card) });
    expect(running.useCases.called('setAway')).toMatchObject([{ away: { deputy: '' } }]);
    await press(card, 'I’m back');
    await running.send({ text: 'back' });
    expect(running.useCases.called('setAway').slice(1)).toMatchObject([{ away: null }, { away: null }]);
  });

  test('is headed by what stands: who is back is not headed as away, and nothing refused as if it were saved', () => {
    const away = { from: '2022-01-17', to: '2022-01-28' };
    const cardOf = (...about: [Parameters<typeof makePersonal>[0], AwayState?]) =>
      wordsOf(buildAwayCard(makePersonal(about[0]), cardContext, about[1])).split('\n')[0];
    expect(cardOf({})).toBe('I’m away');
    expect(cardOf({ away }, { words: ['You are away.'] })).toBe('You are away until Fri 28 Jan 2022');
    expect(cardOf({}, { words: ['Welcome back.'] })).toBe('You are back');
    expect(cardOf({ away }, { problems: [{ field: 'to', message: 'That day has passed.' }] })).toBe(
      'I’m away',
    );
  });

  test.each([
    ['away for ages', 'setAway'],
    ['snooze for ages', 'snooze'],
  ] as const)('“%s” can’t be read: each example that the answer gives can', async (text, useCase) => {
    await running.send({ text });
    const examples = [...(said()[0] ?? '').matchAll(/“([^”]+ [^”]+)”/gu)].map(([, example]) => example ?? '');
    expect(examples).toHaveLength(3);
    expect(running.useCases.called(useCase)).toEqual([]);
    for (const example of examples) await running.send({ text: example });
    expect(running.useCases.called(useCase)).toHaveLength(3);
  });
});

describe('settings', () => {
  test('are shown as they are, and saved as ticked', async () => {
    running.useCases.people.personal = makePersonal({ isDirector: true });
    const { card } = await press(reminder(), 'Go on', { more: 'settings' });
    expect(valuesOf(card)).toEqual({
      quietFrom: '',
      quietTo: '',
      workDays: '1,2,3,4,5',
      muted: '',
      activityFeed: 'false',
    });
    await press(card, 'Save', {
      quietFrom: '16:00',
      quietTo: '10:00',
      workDays: '1,2',
      muted: 'due soon,waiting on you',
      activityFeed: 'true',
    });
    expect(running.useCases.called('saveSettings')).toMatchObject([
      {
        settings: {
          quietFrom: '16:00',
          quietTo: '10:00',
          workDays: ['1', '2'],
          muted: ['due soon', 'waiting on you'],
          activityFeed: true,
        },
      },
    ]);
  });

  test('that can’t be come back as they were left', async () => {
    running.useCases.people.problems = [{ field: 'workDays', message: 'Choose at least one day.' }];
    await running.send({ text: 'settings' });
    const { card } = await press(reminder(), 'Go on', { more: 'settings' });
    const { card: again } = await press(card, 'Save', {
      quietFrom: '16:00',
      quietTo: '10:00',
      workDays: '',
      muted: '',
    });
    expect(valuesOf(again)).toMatchObject({ quietFrom: '16:00', workDays: '' });
    expect(wordsOf(again)).toContain('Choose at least one day.');
    expect(wordsOf(again)).not.toContain('activity feed');
  });
});

test.each(['away', 'back', 'snooze', 'settings'])('%s in a channel says where', async (text) => {
  await running.send({ ...inChannel, text });
  expect(said()).toEqual([expect.stringContaining('in our own chat')]);
});

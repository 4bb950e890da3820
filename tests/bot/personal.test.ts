import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildReminderCard } from '../../bot/cards/reminder-card.ts';
import type { ReminderContent, ReminderReason } from '../../plan/content.ts';
import { inChannel, invoke } from './helpers/make-activity.ts';
import { cardContext, makeReminder } from './helpers/make-content.ts';
import { makeOpened } from './helpers/make-personal-content.ts';
import { press as pressIn, reminder, reminderFor, titles } from './helpers/own-chat.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, inputsOf, type Json, ofType, valuesOf, wordsOf } from './helpers/walk-card.ts';
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
const answers = () =>
  running.useCases.called('answerItems').map((ask) => (ask.answers as readonly unknown[])[0]);
const said = () => wordsSent(running.teams);
/** What can be pressed beside the buttons. */
const linksOf = (card: unknown) =>
  ofType(card, 'TextRun').flatMap(({ selectAction }) => (selectAction as Json | undefined)?.title ?? []);
const REF = { list: 'Recommendations', key: 'r3' };

describe('a reminder', () => {
  test('opens its first item with four buttons, says why each is there, and leads on', () => {
    const card = reminder();
    expect(linksOf(card)).toEqual(['Not mine', 'Snooze my reminders']);
    expect(titles(card)).toEqual(['On track', 'Done', 'New date', 'Blocked', 'Go on', 'Open in the plan']);
    expect(wordsOf(card)).toMatch(
      /3 \nProtocol[\s\S]*due soon[\s\S]*A sentence besides\.[\s\S]*12 \nPlan and money/,
    );
    const [choice] = inputsOf(card);
    expect((choice?.choices as Json[] | undefined)?.map(({ title }) => title)).toEqual([
      '12 Plan and money',
      'Answer it in full',
      'I’m away',
      'Reminder settings',
    ]);
  });

  test.each<[ReminderReason, string[]]>([
    ['waiting on you', []],
    ['not theirs', ['Give it to…']],
    ['escalated', ['Done', 'New date', 'Blocked', 'Give it to…']],
    ['to sign off', ['Agree it is done', 'Not yet']],
    ['nobody owns it', ['Give it to…']],
  ])('of what is %s offers %j', (why, offered) => {
    const card = reminder(why);
    expect(titles(card)).toEqual([...offered, 'Go on', 'Open in the plan']);
    expect(linksOf(card)).toEqual(['Snooze my reminders']);
  });

  test('a milestone that nobody owns can’t be given: it belongs to whoever owns its recommendation', () => {
    const content = reminderFor('nobody owns it');
    const [plan] = content.plans;
    const [first] = plan?.entries ?? [];
    const line = { ...first?.line, ref: { list: 'Milestones', key: 'm1' } };
    const plans = [{ ...plan, entries: [{ ...first, line }] }];
    const card = buildReminderCard({ ...content, plans } as ReminderContent, cardContext);
    expect(titles(card)).not.toContain('Give it to…');
  });

  test('On track is one press; then the next item is open, and after the last there is nothing more', async () => {
    const { card } = await press(reminder(), 'On track');
    expect(answers()).toEqual([{ ref: REF, noChange: true }]);
    expect(wordsOf(card)).toMatch(/1 item needs a word[\s\S]*Saved 1 answer[\s\S]*Plan and money/);
    expect(wordsOf(card)).not.toContain('Protocol');
    const { card: last } = await press(card, 'On track');
    expect(answers()[1]).toEqual({ ref: { list: 'Recommendations', key: 'r12' }, noChange: true });
    expect(wordsOf(last)).toMatch(/Saved 1 answer[\s\S]*Nothing more today/);
  });

  test('On track of what nobody had stated says that it is Green now, and lets that be changed', async () => {
    const { last } = makeOpened();
    running.useCases.people.opened = makeOpened({ last: { ...last, confidence: null } });
    const { card } = await press(reminder(), 'On track');
    expect(answers()).toEqual([{ ref: REF, confidence: 'Green' }]);
    expect(wordsOf(card)).toMatch(
      /Saved 1 answer[\s\S]*Change that answer[\s\S]*its confidence is Green now/,
    );
    const { data } = actionTitled(card, 'Change that answer');
    expect(data).toMatchObject({
      show: 'Recommendations/r3',
      milepost: { verb: 'show-item', planId: 'alp' },
    });
    const { card: whole } = await press(card, 'Change that answer');
    expect(valuesOf(whole)).toMatchObject({ stage_0: 'In progress', confidence_0: 'Green' });
    expect(wordsOf(whole)).toContain('Protocol');
  });

  test('what was not an answer is not offered to be changed', async () => {
    const { card: form } = await press(reminder(), 'Not mine');
    const { card } = await press(form, 'Say it is not mine');
    expect(wordsOf(card)).not.toContain('Change that answer');
  });

  test('On track of what waited on others puts it in progress, and says so', async () => {
    const { last } = makeOpened();
    running.useCases.people.opened = makeOpened({ last: { ...last, stage: 'Waiting on others' } });
    const { card } = await press(reminder(), 'On track');
    expect(answers()).toEqual([{ ref: REF, stage: 'In progress', confidence: 'Green' }]);
    expect(wordsOf(card)).toMatch(/Saved 1 answer[\s\S]*is In progress now: nothing is in its way/);
  });

  test('a press is for the item’s plan, by the person Teams names, with the card’s key', async () => {
    await press(reminder(), 'On track');
    expect(running.useCases.called('answerItems')).toMatchObject([
      { planId: 'alp', meetingKey: null, submissionKey: 'key-00000001' },
    ]);
  });

  test('Done asks for evidence, and takes a link or words', async () => {
    const { card } = await press(reminder(), 'Done');
    expect(Object.keys(valuesOf(card))).toEqual(['evidenceUrl', 'note']);
    expect(answers()).toEqual([]);
    await press(card, 'Save: done', { evidenceUrl: '', note: 'Signed on 20 Jan' });
    expect(answers()).toEqual([{ ref: REF, stage: 'Complete', note: 'Signed on 20 Jan' }]);
  });

  test('New date asks when and why; a refusal of the plan keeps what was typed', async () => {
    running.useCases.check = ({ ref, reason }) =>
      reason ? [] : [{ ref, label: '3', field: 'reason', message: 'Say why it is expected later.' }];
    const { card } = await press(reminder(), 'New date');
    expect(valuesOf(card)).toEqual({ forecastDue: '2022-01-31', reason: '' });
    const { card: again } = await press(card, 'Save the new date', { forecastDue: '2022-02-28', reason: '' });
    expect(valuesOf(again)).toEqual({ forecastDue: '2022-02-28', reason: '' });
    expect(wordsOf(again)).toMatch(/Nothing was saved yet[\s\S]*Say why it is expected later/);
    const { card: next } = await press(again, 'Save the new date', {
      forecastDue: '2022-02-28',
      reason: 'A school joined late',
    });
    expect(answers().at(-1)).toEqual({
      ref: REF,
      forecastDue: '2022-02-28',
      reason: 'A school joined late',
    });
    expect(wordsOf(next)).toContain('Plan and money');
  });

  test('Blocked asks by whom: a group or words, one of them at least', async () => {
    const { card } = await press(reminder(), 'Blocked');
    expect(valuesOf(card)).toEqual({ waitingOn: 'none', blocker: '' });
    const { card: again } = await press(card, 'Save: blocked', { waitingOn: 'none', blocker: ' ' });
    expect(wordsOf(again)).toContain('Choose the group it waits on');
    expect(answers()).toEqual([]);
    await press(again, 'Save: blocked', { waitingOn: 'finance', blocker: 'Who pays' });
    expect(answers()).toEqual([
      { ref: REF, stage: 'Waiting on others', waitingOn: 'finance', blocker: 'Who pays' },
    ]);
  });

  test('On track asks for a new date of what is overdue, and for the reason where the plan wants one', async () => {
    running.useCases.people.opened = makeOpened({ overdue: true });
    const { card } = await press(reminder('overdue'), 'On track');
    expect(wordsOf(card)).toContain('It was due before today. Say when you now expect it.');
    expect(Object.keys(valuesOf(card))).toEqual(['forecastDue', 'reason']);

    reset();
    const { opened } = running.useCases.people;
    running.useCases.people.opened = { ...opened, last: { ...opened.last, confidence: 'Red' } };
    running.useCases.check = ({ ref, reason }) =>
      reason ? [] : [{ ref, label: '3', field: 'reason', message: 'Say why confidence changes.' }];
    const { card: asks } = await press(reminder(), 'On track');
    expect(Object.keys(valuesOf(asks))).toEqual(['reason']);
    await press(asks, 'Save: on track', { reason: 'The schools answered' });
    expect(answers().at(-1)).toEqual({ ref: REF, confidence: 'Green', reason: 'The schools answered' });
  });

  test('what may name a child is held back until the person has looked again', async () => {
    running.useCases.check = ({ ref, checked }) =>
      checked ? [] : [{ ref, label: '3', field: 'note', message: 'Leave out who it is.', held: true }];
    const { card } = await press(reminder(), 'Done');
    const { card: held } = await press(card, 'Save: done', { note: 'Sam did it', evidenceUrl: '' });
    expect(valuesOf(held)).toMatchObject({ note: 'Sam did it', checked: 'false' });
    await press(held, 'Save: done', { note: 'Sam did it', evidenceUrl: '', checked: 'true' });
    expect(answers().at(-1)).toMatchObject({ note: 'Sam did it', checked: true });
  });

  test('Back and another item keep everything open that is', async () => {
    const { card } = await press(reminder(), 'Done');
    const { card: back } = await press(card, 'Back');
    expect(titles(back)).toEqual(titles(reminder()));
    const { card: other } = await press(back, 'Go on', { more: '1' });
    expect(wordsOf(other)).toMatch(/2 items need[\s\S]*12 \nPlan and money[\s\S]*3 \nProtocol/);
  });

  test('Agree it is done completes it; Not yet asks what is missing', async () => {
    await press(reminder('to sign off'), 'Agree it is done');
    expect(answers()).toEqual([{ ref: REF, stage: 'Complete' }]);
    const { card } = await press(reminder('to sign off'), 'Not yet');
    await press(card, 'Save: not yet', { note: 'No minutes' });
    expect(answers()[1]).toEqual({ ref: REF, stage: 'In progress', note: 'No minutes' });
  });

  test('is not mine is said with or without words, and is told what follows', async () => {
    const { card } = await press(reminder(), 'Not mine');
    expect(inputsOf(card)[0]?.label).toBe(
      'Whose is it, or why not yours? (optional) The group can read this.',
    );
    expect(Object.keys(valuesOf(card))).toEqual(['words']);
    const { card: next } = await press(card, 'Say it is not mine', { words: 'Finance’s' });
    expect(running.useCases.called('sayNotMine')).toMatchObject([
      { planId: 'alp', ref: REF, words: 'Finance’s', checked: false, submissionKey: 'view-0000001' },
    ]);
    expect(wordsOf(next)).toMatch(/✓ Done\.[\s\S]*Plan and money/);
  });

  test('is given to somebody by the people picker; what is wrong stands beside the choice', async () => {
    running.useCases.people.problems = [{ field: 'to', message: 'Choose who it goes to.' }];
    const { card } = await press(reminder('not theirs'), 'Give it to…');
    expect(inputsOf(card).map(({ label }) => label)).toContain(
      'What should they know? (optional) The group can read this.',
    );
    expect(inputsOf(card)[0]).toMatchObject({
      id: 'to',
      'choices.data': { type: 'Data.Query', dataset: expect.stringContaining('graph.microsoft.com/users') },
    });
    const { card: again } = await press(card, 'Give it', { to: '', words: 'You know it' });
    expect(valuesOf(again)).toMatchObject({ words: 'You know it' });
    expect(wordsOf(again)).toContain('Choose who it goes to.');
    running.useCases.people.problems = [];
    await press(again, 'Give it', { to: 'finance-lead', words: 'You know it' });
    expect(running.useCases.called('giveItem').at(-1)).toMatchObject({ ref: REF, to: 'finance-lead' });
  });

  test('can be answered in full, with all questions of the item', async () => {
    const { card } = await press(reminder(), 'Go on', { more: 'full' });
    expect(valuesOf(card)).toMatchObject({ stage_0: 'In progress', confidence_0: 'Green' });
  });

  test('that is old says what waits no more', async () => {
    running.useCases.people.reminder = makeReminder({ plans: [] });
    const { card } = await press(reminder(), 'Go on', { more: '1' });
    expect(wordsOf(card)).toMatch(/Nothing of this reminder waits for you any more[\s\S]*Nothing more today/);
    const plans = reminderFor().plans.map((plan) => ({ ...plan, entries: plan.entries.slice(1) }));
    running.useCases.people.reminder = makeReminder({ plans });
    const { card: other } = await press(reminder(), 'Go on', { more: '0' });
    expect(wordsOf(other)).toMatch(/does not wait for you any more[\s\S]*Plan and money/);
  });

  test('works in the person’s own chat only, and not in a dialog', async () => {
    expect((await press(reminder(), 'On track', {}, inChannel)).text).toBe(
      'This works in our own chat only.',
    );
    const { data } = actionTitled(reminder(), 'On track');
    const { json } = await running.send(invoke('task/submit', { data }));
    expect(JSON.stringify(json)).toContain('can’t be read');
    expect(answers()).toEqual([]);
  });

  test('a press that comes as a message is answered with a card', async () => {
    const { data } = actionTitled(reminder(), 'On track').fallback as Json;
    await running.send({ text: undefined, value: data });
    expect(answers()).toEqual([{ ref: REF, noChange: true }]);
    expect(said()).toEqual([expect.stringContaining('Plan and money')]);
  });
});

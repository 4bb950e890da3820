import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildCheckInCard } from '../../bot/cards/check-in-card.ts';
import { buildNoticeCard } from '../../bot/cards/notice-card.ts';
import { AppError } from '../../plan/errors.ts';
import { makeSummary } from './helpers/every-summary-card.ts';
import { BOT_ID, CHANNEL_ID, inChannel, invoke, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { cardContext, makeCheckIn } from './helpers/make-content.ts';
import { makeMeetingContent } from './helpers/make-meeting-content.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';
import { actionTitled, inputsOf, type Json, wordsOf } from './helpers/walk-card.ts';
import { wordsSent } from './helpers/words-sent.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const MEETING = 'send@2022-01-24';
const actor = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, email: null };
const ask = { actor, planId: 'alp', meetingKey: MEETING };
const checkIn = buildCheckInCard(makeCheckIn({ meetingKey: MEETING }), cardContext);
const badInput = (userMessage: string) => new AppError({ code: 'BAD_INPUT', message: 'no', userMessage });

const send = async (name: string, data: unknown): Promise<{ card: Json | null; text: string | null }> => {
  const response = await running.send({ ...inChannel, ...invoke(name, { data }) });
  expect(response.status).toBe(200);
  const { task } = response.json as { task: { type: string; value: unknown } };
  if (task.type === 'message') return { card: null, text: String(task.value) };
  return { card: (task.value as { card: { content: Json } }).card.content, text: null };
};
const openManaging = () => send('task/fetch', actionTitled(checkIn, 'More…').data);
const press = (card: Json | null, title: string, typed: Json = {}) =>
  send('task/submit', { ...(actionTitled(card, title).data as Json), ...typed });
const inputValue = (card: unknown, id: string) => inputsOf(card).find((input) => input.id === id)?.value;

describe('the dialog behind “More…”', () => {
  test('offers the chair to close the check-in, to move the meeting from where it stands, and to cancel it', async () => {
    const { card } = await openManaging();
    expect(running.useCases.called('viewMeeting')).toEqual([ask]);
    expect([inputValue(card, 'on'), inputValue(card, 'time')]).toEqual(['2022-01-24', '10:00']);
    for (const title of ['Close the check-in now', 'Move the meeting', 'Cancel the meeting'])
      expect(actionTitled(card, title)).toMatchObject({ type: 'Action.Submit' });
  });

  test('says who can to somebody who can’t, and offers nothing', async () => {
    running.useCases.meetings.meeting = makeMeetingContent({ mayManage: false });
    expect(await openManaging()).toEqual({
      card: null,
      text: 'Only the chair of the SEND group and plan managers can close its check-in, or move or cancel its meetings.',
    });
  });

  test.each([
    ['Closed', /is closed/],
    ['Cancelled', /was cancelled/],
  ] as const)('says that a meeting is %s', async (state, words) => {
    running.useCases.meetings.meeting = makeMeetingContent({ state });
    expect((await openManaging()).text).toMatch(words);
  });

  test('does not offer to close what is not open', async () => {
    running.useCases.meetings.meeting = makeMeetingContent({ state: 'Planned' });
    expect(wordsOf((await openManaging()).card)).not.toContain('Close the check-in now');
  });

  test('closes, whatever stands in the other inputs', async () => {
    const { card } = await openManaging();
    const { text } = await press(card, 'Close the check-in now', { on: '', time: '' });
    expect(running.useCases.called('closeCheckIn')).toEqual([ask]);
    expect(text).toMatch(/SEND group for Mon 24 Jan 2022, 10:00 is closed/);
  });

  test('moves to the day and time chosen', async () => {
    const { card } = await openManaging();
    const { text } = await press(card, 'Move the meeting', { on: '2022-01-26', time: '14:00' });
    expect(running.useCases.called('moveMeeting')).toEqual([{ ...ask, on: '2022-01-26', time: '14:00' }]);
    expect(text).toMatch(/^The SEND group meets on/);
  });

  test('comes back as it was left where the meeting can’t move there, and says why', async () => {
    const { card } = await openManaging();
    running.useCases.failNext(badInput('Mon 18 Apr 2022 is a bank holiday (Easter Monday).'));
    const again = await press(card, 'Move the meeting', { on: '2022-04-18', time: '14:00' });
    expect([inputValue(again.card, 'on'), inputValue(again.card, 'time')]).toEqual(['2022-04-18', '14:00']);
    expect(wordsOf(again.card)).toContain('Mon 18 Apr 2022 is a bank holiday (Easter Monday).');
  });

  test('cancels once the person has said that they are sure', async () => {
    const { card } = await openManaging();
    const sure = await press(card, 'Cancel the meeting');
    expect(running.useCases.called('cancelMeeting')).toEqual([]);
    expect(wordsOf(sure.card)).toMatch(
      /Cancel the meeting of Mon 24 Jan 2022, 10:00\?[\s\S]*The next meeting stands/,
    );
    const { text } = await press(sure.card, 'Yes, cancel the meeting');
    expect(running.useCases.called('cancelMeeting')).toEqual([ask]);
    expect(text).toMatch(/is cancelled/);
  });

  test('passes on a refusal', async () => {
    const { card } = await openManaging();
    const refusal = 'Only the chair of the SEND group and plan managers can close its check-in.';
    running.useCases.failNext(new AppError({ code: 'NOT_FOUND', message: 'no', userMessage: refusal }));
    expect((await press(card, 'Close the check-in now')).text).toBe(refusal);
  });
});

describe('written in the channel', () => {
  const write = async (text: string) => {
    const entities = [
      { type: 'mention', text: '<at>Milepost</at>', mentioned: { id: BOT_ID, name: 'Milepost' } },
    ];
    await running.send({ ...inChannel, text: `<at>Milepost</at> ${text}`, entities });
    return wordsSent(running.teams).at(-1);
  };

  test('“close check in” closes the open one, and says so where none is open', async () => {
    expect(await write('close check-in')).toMatch(/is closed/);
    expect(running.useCases.called('viewChannelMeeting')).toEqual([{ actor, channelId: CHANNEL_ID }]);
    expect(running.useCases.called('closeCheckIn')).toEqual([ask]);
    running.useCases.meetings.meeting = makeMeetingContent({ meetingKey: null, state: null });
    expect(await write('Close check in.')).toBe('The SEND group has no check-in open.');
    expect(running.useCases.called('closeCheckIn')).toHaveLength(1);
  });

  test.each([
    ['move meeting 26 Jan 2022 14:00', '2022-01-26', '14:00'],
    ['Move meeting to Wed 26 January at 2pm', '2022-01-26', '14:00'],
    ['move the meeting 2022-01-26', '2022-01-26', '10:00'],
  ])('“%s” moves the next one', async (text, on, time) => {
    expect(await write(text)).toMatch(/^The SEND group meets on/);
    expect(running.useCases.called('viewNextMeeting')).toEqual([
      { actor, channelId: CHANNEL_ID, held: true },
    ]);
    expect(running.useCases.called('moveMeeting')).toEqual([{ ...ask, on, time }]);
  });

  test.each(['move meeting', 'move meeting soon'])('“%s” says how to say it', async (text) => {
    expect(await write(text)).toMatch(/move meeting 26 Jan 2022 14:00/);
    expect(running.useCases.called('moveMeeting')).toEqual([]);
  });

  test('why it can’t move there is said', async () => {
    running.useCases.failNext(badInput('Sat 1 Jan 2022, 10:00 has passed.'));
    expect(await write('move meeting 1 Jan 2022')).toBe('Sat 1 Jan 2022, 10:00 has passed.');
  });

  test.each(['skip meeting', 'cancel meeting', 'Cancel the meeting!'])(
    '“%s” cancels the next one',
    async (text) => {
      const words = await write(text);
      expect(running.useCases.called('cancelMeeting')).toEqual([ask]);
      expect(words).toMatch(/is cancelled[\s\S]*The next meeting stands: Mon 7 Feb 2022, 10:00\.$/);
    },
  );

  test('“skip meeting” with a day cancels that one', async () => {
    await write('skip meeting 7 Feb');
    expect(running.useCases.called('viewNextMeeting').at(-1)).toEqual({
      actor,
      channelId: CHANNEL_ID,
      on: '2022-02-07',
    });
    expect(await write('skip meeting some day')).toMatch(/say which one/);
    expect(running.useCases.called('cancelMeeting')).toHaveLength(1);
  });

  test('“skip meeting” said again cancels no other, and says how to', async () => {
    running.useCases.meetings.meeting = makeMeetingContent({ state: 'Cancelled' });
    expect(await write('skip meeting')).toMatch(/To cancel that one too, write “skip meeting 2022-02-07”\.$/);
    expect(running.useCases.called('cancelMeeting')).toEqual([ask]);
  });

  test.each(['close check in', 'move meeting 26 Jan', 'skip meeting'])(
    '“%s” elsewhere says where',
    async (text) => {
      await running.send({ text });
      expect(wordsSent(running.teams)).toEqual([expect.stringContaining('in the group’s channel')]);
    },
  );
});

describe('the summary card', () => {
  const { card, summary } = buildNoticeCard(makeSummary(), cardContext);

  test('reads as a chair would read it out', () => {
    const titles = [
      '5 of 6 answered',
      'There: ',
      'Decided',
      'Completed',
      'Later than planned',
      'New actions',
    ];
    const words = wordsOf(card);
    const order = [...titles, 'Waiting on others', 'Not answered', 'Next meeting: '].map((title) =>
      words.indexOf(title),
    );
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(words).toMatch(/4 [\s\S]*Mar 2022 → May 2022[\s\S]*Two schools late/);
    expect(words).toMatch(/waits on Finance since 10 Jan 2022 · “Who funds it”/);
    expect(summary).toBe('SEND group: summary of the meeting, Mon 24 Jan 2022, 10:00. 5 of 6 answered');
  });

  test('leaves out what did not happen', () => {
    const quiet = makeSummary({
      completed: [],
      slipped: [],
      decisions: [],
      attendeeNames: [],
      nextMeetingWords: null,
    });
    const words = wordsOf(buildNoticeCard(quiet, cardContext).card);
    for (const title of ['Completed', 'Later than planned', 'Decided', 'There: ', 'Next meeting'])
      expect(words).not.toContain(title);
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CHANNEL_ID, inChannel, PERSON_ID, TENANT_ID } from './helpers/make-activity.ts';
import { type RunningBot, startBot } from './helpers/start-bot.ts';

let running: RunningBot;
beforeAll(async () => {
  running = await startBot();
});
afterAll(() => running.stop());
beforeEach(() => running.reset());

const event = (name: string) => ({
  type: 'event',
  name,
  text: undefined,
  value: {
    MeetingType: 'Scheduled',
    Title: 'SEND fortnightly',
    Id: 'bWVldGluZw==',
    JoinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    StartTime: '2022-01-24T10:00:12Z',
  },
});
const START = event('application/vnd.microsoft.meetingStart');
const inMeeting = {
  // As Microsoft's example has it: the kind of conversation is left out.
  conversation: { id: '19:meeting_abc@thread.v2', isGroup: true, tenantId: TENANT_ID },
  channelData: { tenant: { id: TENANT_ID }, source: null, meeting: { id: 'bWVldGluZw==' } },
};
const started = { tenantId: TENANT_ID, entraObjectId: PERSON_ID, title: 'SEND fortnightly' };

test('a meeting that starts in a chat of its own is followed, without a channel', async () => {
  expect((await running.send({ ...START, ...inMeeting })).status).toBe(200);
  expect(running.useCases.called('startMeeting')).toEqual([{ ...started, channelId: null }]);
});

test.each([
  ['as a channel', inChannel],
  [
    'by its id alone',
    {
      conversation: { id: `${CHANNEL_ID};messageid=1`, isGroup: true, tenantId: TENANT_ID },
      channelData: { tenant: { id: TENANT_ID }, meeting: { id: 'bWVldGluZw==' } },
    },
  ],
])('one in a channel, told %s, with its channel', async (_how, where) => {
  await running.send({ ...START, ...where });
  expect(running.useCases.called('startMeeting')).toEqual([{ ...started, channelId: CHANNEL_ID }]);
});

test('the chat of a meeting is not taken for the person’s own chat, and nothing is said there', async () => {
  await running.send({ ...START, ...inMeeting });
  expect(running.useCases.called('seeConversation')).toEqual([]);
  expect(running.teams.requests).toEqual([]);
});

test.each([{ Title: 7 }, null, undefined, 'x'])(
  'a start that says %p of itself is followed all the same',
  async (value) => {
    expect((await running.send({ ...START, ...inMeeting, value })).status).toBe(200);
    expect(running.useCases.called('startMeeting')).toEqual([{ ...started, title: null, channelId: null }]);
  },
);

test('other events are passed over in silence', async () => {
  await running.send({ ...event('application/vnd.microsoft.meetingEnd'), ...inMeeting });
  expect(running.useCases.called('startMeeting')).toEqual([]);
  expect(running.teams.requests).toEqual([]);
});

test('one that can’t be followed is logged without names, and Teams is told nothing', async () => {
  running.useCases.failNext(new Error('database away'));
  expect((await running.send({ ...START, ...inMeeting })).status).toBe(200);
  expect(running.logLines.join()).toContain('could not be followed');
  expect(running.logLines.join()).not.toMatch(/SEND fortnightly|Somebody/);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { resetSandbox } from '../../../sandbox/controls/reset.ts';
import {
  DATA_CHANNEL,
  GROUPS_TEAM,
  openSandboxAndBot,
  readMessages,
  type SandboxAndBot,
} from '../teams/sandbox-and-bot.ts';

/** A worker of the test runner has a parent too, which would be waited for. */
const ALONE = { connected: false, on() {}, once() {}, off() {} };

describe('meetings of Teams', () => {
  let both: SandboxAndBot;

  beforeEach(async () => {
    both = await openSandboxAndBot();
  });
  afterEach(() => both.close());

  const hold = (body: object) => both.sandbox.post('/sandbox/meetings', { persona: 'data-chair', ...body });

  test('one in a channel has a post there, and the bot hears of its start and its end in that thread', async () => {
    const { status, body } = await hold({
      event: 'start',
      conversationId: DATA_CHANNEL,
      title: 'Fortnightly',
    });
    expect([status, body.status]).toEqual([200, 200]);
    const [post] = await readMessages(both.sandbox);
    expect(post).toMatchObject({ id: body.meeting.threadId, text: 'Meeting started: Fortnightly' });

    const { directory } = both.sandbox.world;
    const chair = directory.personas.find(({ id }) => id === 'data-chair');
    const thread = `${DATA_CHANNEL};messageid=${post.id}`;
    expect(both.bot.received[0]).toMatchObject({
      type: 'event',
      name: 'application/vnd.microsoft.meetingStart',
      from: { id: chair?.teamsUserId, aadObjectId: chair?.entraObjectId },
      conversation: { id: thread, conversationType: 'channel', isGroup: true, tenantId: directory.tenantId },
      channelData: {
        tenant: { id: directory.tenantId },
        channel: { id: DATA_CHANNEL },
        team: { id: GROUPS_TEAM },
        source: null,
        meeting: { id: Buffer.from(`0#${thread}#0`).toString('base64') },
      },
      value: {
        MeetingType: 'Scheduled',
        Title: 'Fortnightly',
        Id: thread,
        StartTime: body.meeting.startedAt,
        JoinUrl: expect.stringContaining('https://teams.microsoft.com/l/meetup-join/'),
      },
    });

    expect((await both.sandbox.get('/sandbox/meetings')).body).toEqual([body.meeting]);
    expect((await hold({ event: 'start', conversationId: DATA_CHANNEL })).status).toBe(409);
    const ended = await hold({ persona: 'data-owner', event: 'end', conversationId: DATA_CHANNEL });
    expect(ended.body.meeting).toMatchObject({ id: body.meeting.id, endedAt: expect.any(String) });
    expect(both.bot.received[1]).toMatchObject({
      name: 'application/vnd.microsoft.meetingEnd',
      from: { name: 'Data group owner' },
      value: { Id: thread, EndTime: ended.body.meeting.endedAt },
    });
    expect(both.bot.received[1]?.value).not.toHaveProperty('StartTime');
    expect((await readMessages(both.sandbox))[0].text).toBe('Meeting ended: Fortnightly');
    expect((await both.sandbox.get('/sandbox/meetings')).body).toEqual([]);
  });

  test('one of its own is a group chat that the bot hears of and the sandbox shows nowhere', async () => {
    const { body } = await hold({ event: 'start' });
    const { id, conversationId } = body.meeting;
    expect(conversationId).toMatch(/^19:meeting_\w+@thread\.v2$/);
    expect(both.bot.received[0]).toMatchObject({
      conversation: { id: conversationId, conversationType: 'groupChat', isGroup: true },
      channelData: { meeting: { id } },
      value: { Id: conversationId, Title: 'Meeting' },
    });
    expect(both.bot.received[0]?.channelData).not.toHaveProperty('team');
    expect((await both.sandbox.get('/sandbox/conversations?persona=data-chair')).body).not.toContainEqual(
      expect.objectContaining({ id: conversationId }),
    );
    expect((await hold({ event: 'end', meetingId: id })).body.meeting.id).toBe(id);
  });

  test('is refused to who is not in the channel, in a chat, where there is none, and where nobody would hear', async () => {
    const outside = await hold({ persona: 'outsider', event: 'start', conversationId: DATA_CHANNEL });
    expect(outside.status).toBe(403);
    const { body: chat } = await both.sandbox.post('/sandbox/conversations', { persona: 'data-chair' });
    expect((await hold({ event: 'start', conversationId: chat.id })).status).toBe(409);
    expect((await hold({ event: 'end', conversationId: DATA_CHANNEL })).status).toBe(404);
    expect((await hold({ event: 'end' })).body.error.expected).toEqual([
      'conversationId or meetingId: of a meeting that runs',
    ]);
    expect((await hold({ event: 'pause' })).status).toBe(400);
    await hold({ event: 'start', conversationId: DATA_CHANNEL });
    const ending = await hold({ persona: 'outsider', event: 'end', conversationId: DATA_CHANNEL });
    expect(ending.status).toBe(403);

    await resetSandbox(both.sandbox.world, ALONE);
    const unheard = await hold({ event: 'start', conversationId: DATA_CHANNEL });
    expect(unheard.body.error.message).toContain('Milepost is not installed here');
  });

  test('a bot that is away is told of by its status; the meeting runs all the same', async () => {
    await both.bot.close();
    const { body } = await hold({ event: 'start', conversationId: DATA_CHANNEL });
    expect(body.status).toBe(502);
    expect((await both.sandbox.get('/sandbox/meetings')).body).toHaveLength(1);
  });
});

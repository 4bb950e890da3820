import { expect, test } from '@jest/globals';
import {
  type Conversation,
  findChannelConversation,
  findPersonalConversation,
  saveConversation,
} from '../../../store/conversations.ts';
import type { Suite } from './suite.ts';

const chat = (overrides: Partial<Conversation> = {}): Conversation => ({
  tenantId: 't',
  conversationId: 'chat-1',
  kind: 'personal',
  serviceUrl: 'https://smba.example/emea/',
  botId: '28:bot',
  teamId: null,
  channelId: null,
  entraObjectId: 'person-1',
  teamsUserId: '29:person-1',
  reachable: true,
  chatGone: false,
  ...overrides,
});
const channel = (overrides: Partial<Conversation> = {}): Conversation =>
  chat({
    conversationId: '19:send',
    kind: 'channel',
    teamId: 'team-1',
    channelId: '19:send',
    entraObjectId: null,
    teamsUserId: null,
    ...overrides,
  });

export const conversationsSuite: Suite = (open) => {
  test('says whether somebody has become reachable', async () => {
    const { database } = open();
    expect(await saveConversation(database, chat())).toBe(true);
    expect(await saveConversation(database, chat())).toBe(false);
    expect(await saveConversation(database, chat({ reachable: false }))).toBe(false);
    expect(await findPersonalConversation(database, 't', 'person-1')).toMatchObject({ reachable: false });
    expect(await saveConversation(database, chat())).toBe(true);
  });

  test('the newest address counts, and what is not said again stays known', async () => {
    const { database } = open();
    await saveConversation(database, chat());
    const serviceUrl = 'https://smba.example/uk/';
    await saveConversation(database, chat({ serviceUrl, entraObjectId: null, teamsUserId: null }));
    expect(await findPersonalConversation(database, 't', 'person-1')).toEqual(chat({ serviceUrl }));
  });

  test('finds a person by tenant and directory id, in a personal chat only', async () => {
    const { database } = open();
    await saveConversation(database, chat({ conversationId: 'group-chat', kind: 'groupChat' }));
    expect(await findPersonalConversation(database, 't', 'person-1')).toBeNull();
    await saveConversation(database, chat());
    expect(await findPersonalConversation(database, 't', 'person-1')).toMatchObject({
      conversationId: 'chat-1',
    });
    expect(await findPersonalConversation(database, 'other', 'person-1')).toBeNull();
    expect(await findPersonalConversation(database, 't', 'person-2')).toBeNull();
  });

  test('finds a channel by itself, else by its team, never that of another tenant or team', async () => {
    const { database } = open();
    await saveConversation(database, channel());
    await saveConversation(database, channel({ conversationId: '19:data', channelId: '19:data' }));
    expect(await findChannelConversation(database, 't', '19:send', 'team-1')).toMatchObject({
      channelId: '19:send',
    });
    expect(await findChannelConversation(database, 't', '19:new', 'team-1')).toMatchObject({
      teamId: 'team-1',
    });
    expect(await findChannelConversation(database, 't', '19:new', 'team-2')).toBeNull();
    expect(await findChannelConversation(database, 't', '19:new', null)).toBeNull();
    expect(await findChannelConversation(database, 'other', '19:send', 'team-1')).toBeNull();
  });

  test('where a channel was never seen, one of its team that can be reached says where', async () => {
    const { database } = open();
    await saveConversation(database, channel({ conversationId: '19:general', channelId: '19:general' }));
    await saveConversation(
      database,
      channel({ conversationId: '19:gone', channelId: '19:gone', reachable: false }),
    );
    expect(await findChannelConversation(database, 't', '19:new', 'team-1')).toMatchObject({
      channelId: '19:general',
    });
    expect(await findChannelConversation(database, 't', '19:gone', 'team-1')).toMatchObject({
      reachable: false,
    });
  });
};

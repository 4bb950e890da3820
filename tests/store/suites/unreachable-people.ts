import { expect, test } from '@jest/globals';
import { forgetChat, replaceChat, saveConversation } from '../../../store/conversations.ts';
import { replaceRows } from '../../../store/mirror.ts';
import { savePlanSite } from '../../../store/plan-sites.ts';
import {
  findReach,
  forgetUnreachable,
  readUnreachableOwners,
  saveUnreachable,
} from '../../../store/unreachable-people.ts';
import { makeOwner } from '../../helpers/make-plan.ts';
import type { Suite } from './suite.ts';

const AT = '2022-01-24T09:00:00Z';
const ANNA = { tenantId: 't', entraObjectId: 'Anna-1' };
const CHAT = {
  tenantId: 't',
  conversationId: 'chat-1',
  kind: 'personal',
  serviceUrl: 'https://smba.example/emea/',
  botId: '28:bot',
  teamId: null,
  channelId: null,
  entraObjectId: 'anna-1',
  teamsUserId: '29:anna',
  reachable: true,
} as const;

export const unreachablePeopleSuite: Suite = (open) => {
  test('nothing is known of somebody who was never seen', async () => {
    const { database } = open();
    expect(await findReach(database, ANNA)).toEqual({
      conversationId: null,
      isChatGone: false,
      refusal: null,
    });
  });

  test('whoever Teams refuses is remembered, however their id is written, until something comes from them', async () => {
    const { database } = open();
    await saveConversation(database, CHAT);
    await saveUnreachable(database, { ...ANNA, code: 'MessageWritesBlocked', at: AT });
    expect(await findReach(database, ANNA)).toEqual({
      conversationId: 'chat-1',
      isChatGone: false,
      refusal: 'MessageWritesBlocked',
    });
    expect(await findReach(database, { ...ANNA, tenantId: 'other' })).toMatchObject({ refusal: null });
    expect(await saveConversation(database, CHAT)).toBe(true);
    await forgetUnreachable(database, { ...ANNA, now: AT });
    expect(await findReach(database, ANNA)).toMatchObject({ refusal: null });
  });

  test('a chat that is gone is replaced by the one that is opened next, or is there again', async () => {
    const { database } = open();
    await saveConversation(database, CHAT);
    await forgetChat(database, ANNA);
    expect(await findReach(database, ANNA)).toMatchObject({ conversationId: null, isChatGone: true });
    await replaceChat(database, { ...ANNA, conversationId: 'chat-2' });
    expect(await findReach(database, ANNA)).toMatchObject({ conversationId: 'chat-2', isChatGone: false });
    await forgetChat(database, ANNA);
    await replaceChat(database, { ...ANNA, conversationId: 'chat-2' });
    expect(await findReach(database, ANNA)).toMatchObject({ conversationId: 'chat-2', isChatGone: false });
    await forgetChat(database, ANNA);
    await saveConversation(database, { ...CHAT, conversationId: 'chat-2' });
    expect(await findReach(database, ANNA)).toMatchObject({ conversationId: 'chat-2', isChatGone: false });
  });

  test('of a plan, those of its owners whom Teams refuses', async () => {
    const { database } = open();
    for (const planId of ['p', 'q']) {
      await savePlanSite(database, { planId, name: planId, sitePath: planId, siteId: planId, siteUrl: '' });
      const { key, itemId, ...row } = makeOwner({ entraObjectId: planId === 'p' ? 'ANNA-1' : 'bert-1' });
      await replaceRows(database, planId, 'Owners', [{ key, itemId, etag: null, row, problems: [] }]);
    }
    await saveUnreachable(database, { ...ANNA, code: 'ConversationNotFound', at: AT });
    expect(await readUnreachableOwners(database, { planId: 'p', tenantId: 't' })).toEqual([
      { ownerKey: 'owner', code: 'ConversationNotFound' },
    ]);
    expect(await readUnreachableOwners(database, { planId: 'q', tenantId: 't' })).toEqual([]);
    expect(await readUnreachableOwners(database, { planId: 'p', tenantId: 'other' })).toEqual([]);
  });
};

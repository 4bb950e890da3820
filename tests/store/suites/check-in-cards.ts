import { expect, test } from '@jest/globals';
import {
  type CheckInCard,
  claimDirtyCards,
  markCardsDirty,
  markDirtyAgain,
  markSuperseded,
  recordDrawn,
  saveCard,
} from '../../../store/check-in-cards.ts';
import type { Suite } from './suite.ts';

const card = (overrides: Partial<CheckInCard> = {}): CheckInCard => ({
  planId: 'p',
  meetingKey: 'send@2022-01-24',
  conversationId: '19:send',
  activityId: 'a1',
  serviceUrl: 'https://smba.example/emea/',
  drawn: null,
  ...overrides,
});

export const checkInCardsSuite: Suite = (open) => {
  test('is drawn again once after any number of changes, and only for its own meeting', async () => {
    const { database } = open();
    await saveCard(database, card());
    await saveCard(database, card());
    await saveCard(database, card({ activityId: 'a2', meetingKey: 'data@2022-01-25' }));
    expect(await claimDirtyCards(database)).toEqual([]);
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    expect(await claimDirtyCards(database)).toEqual([card()]);
    expect(await claimDirtyCards(database)).toEqual([]);
    await markDirtyAgain(database, card());
    expect(await claimDirtyCards(database)).toEqual([card()]);
  });

  test('remembers what it shows', async () => {
    const { database } = open();
    await saveCard(database, card());
    await recordDrawn(database, card(), 'digest');
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    expect(await claimDirtyCards(database)).toEqual([card({ drawn: 'digest' })]);
  });

  test('is taken by one of several that draw', async () => {
    const { database, other } = open();
    await saveCard(database, card());
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    const taken = await Promise.all([database, other, database, other].map((db) => claimDirtyCards(db)));
    expect(taken.flat()).toEqual([card()]);
  });

  test('is drawn no more once another stands for it', async () => {
    const { database } = open();
    await saveCard(database, card());
    await saveCard(database, card({ activityId: 'a2' }));
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    await markSuperseded(database, card());
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    expect(await claimDirtyCards(database)).toEqual([card({ activityId: 'a2' })]);
  });
};

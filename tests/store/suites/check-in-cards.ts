import { expect, test } from '@jest/globals';
import {
  type CheckInCard,
  claimDirtyCards,
  markCardsDirty,
  markDirtyAgain,
  markSuperseded,
  readCards,
  saveCard,
} from '../../../store/check-in-cards.ts';
import type { Suite } from './suite.ts';

const card = (overrides: Partial<CheckInCard> = {}): CheckInCard => ({
  planId: 'p',
  meetingKey: 'send@2022-01-24',
  conversationId: '19:send',
  activityId: 'a1',
  serviceUrl: 'https://smba.example/emea/',
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
    await markSuperseded(database, card());
    await markCardsDirty(database, 'p', 'send@2022-01-24');
    expect(await readCards(database, 'p', 'send@2022-01-24')).toEqual([card({ activityId: 'a2' })]);
    expect(await claimDirtyCards(database)).toEqual([card({ activityId: 'a2' })]);
  });
};

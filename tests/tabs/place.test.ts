import { describe, expect, test } from '@jest/globals';
import { type PlaceFacts, placeOf } from '../../tabs/hosting/place.ts';

const CHANNEL = '19:8f69c34a033d548389523143c3a7333d@thread.tacv2';
const content = { page: { frameContext: 'content' } };
const sidePanel = { page: { frameContext: 'sidePanel' }, meeting: { id: 'm1' } };

const PLACES: readonly (readonly [string, PlaceFacts, ReturnType<typeof placeOf>])[] = [
  ['the app of one person', content, { kind: 'personal', channelId: null }],
  ['a tab of a channel', { ...content, channel: { id: CHANNEL } }, { kind: 'shared', channelId: CHANNEL }],
  [
    'a tab of a chat',
    { ...content, chat: { id: '19:meeting_1@thread.v2' } },
    { kind: 'shared', channelId: null },
  ],
  [
    'a tab that is set up',
    { page: { frameContext: 'settings' }, channel: { id: CHANNEL } },
    { kind: 'configuration', channelId: CHANNEL },
  ],
  [
    'beside the meeting of a channel, known by its thread',
    { ...sidePanel, chat: { id: `${CHANNEL};messageid=1641808800000` } },
    { kind: 'side panel', channelId: CHANNEL },
  ],
  [
    'beside a meeting of its own',
    { ...sidePanel, chat: { id: '19:meeting_1@thread.v2' } },
    { kind: 'side panel', channelId: null },
  ],
];

describe('where Teams shows the page', () => {
  test.each(PLACES)('%s', (_where, facts, place) => expect(placeOf(facts)).toEqual(place));
});

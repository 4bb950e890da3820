import { expect, test } from '@jest/globals';
import { lastChangeOf } from '../../graph/site-lists/item.ts';

const OWN_APP_ID = '11111111-aaaa-bbbb-cccc-222222222222';

test.each([
  ['a person', { user: { id: 'p-1' } }, { entraObjectId: 'p-1', byUs: false }],
  ['Milepost', { application: { id: OWN_APP_ID.toUpperCase() } }, { entraObjectId: null, byUs: true }],
  ['Milepost, beside a user who is nobody', { user: {}, application: { id: OWN_APP_ID } }, { byUs: true }],
  [
    'a person through a flow',
    { user: { email: 'ann@alp.example' }, application: { id: 'flow' } },
    { email: 'ann@alp.example', byUs: false },
  ],
  ['another application', { application: { id: 'flow' } }, { entraObjectId: null, byUs: false }],
  ['nobody it names', undefined, { entraObjectId: null, email: null, byUs: false }],
])('a change is told to be by %s', (_who, lastModifiedBy, expected) => {
  const item = { lastModifiedBy, lastModifiedDateTime: '2022-01-10T09:30:05Z' };
  expect(lastChangeOf(item, OWN_APP_ID)).toMatchObject({ at: '2022-01-10T09:30:05Z', ...expected });
});

test('whoever does not say which application it is, made no change itself; a moment may be none', () => {
  const item = { lastModifiedBy: { application: { id: OWN_APP_ID } }, lastModifiedDateTime: 'lately' };
  expect(lastChangeOf(item, null)).toMatchObject({ at: null, byUs: false });
});

import { expect, test } from '@jest/globals';
import { createCardPool } from '../../bench/parts/fuzz/card-pool.ts';
import { FUZZ_KINDS, makeRequest } from '../../bench/parts/fuzz/make-request.ts';
import { submissionData } from '../../bot/cards/submission.ts';
import { createRandom } from '../../sandbox/core/random.ts';

const person = { name: 'Somebody', entraObjectId: 'e-1', teamsUserId: '29:1', chatId: 'a:1' };
const senders = [{ kind: 'member' as const, person, fields: {} }];
const data = submissionData({ verb: 'save-answers', planId: 'plan-1', submissionKey: 'key-00000001' });
const content = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'note_0' },
    { type: 'Input.ChoiceSet', id: 'stage_0', value: 'Complete' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Save', data }],
};

const random = createRandom(1);
const pool = createCardPool(random);
pool.take({ contentType: 'application/vnd.microsoft.card.adaptive', content }, person, 'chat');
const requests = Array.from({ length: 2_000 }, () =>
  makeRequest({ senders, pool, serviceUrl: 'http://127.0.0.1/' }, random),
);

test('makes requests of every kind, most of them JSON, and never fails itself', () => {
  expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(FUZZ_KINDS));
  const isJson = ({ body }: { readonly body: string }) => {
    try {
      JSON.parse(body);
      return true;
    } catch {
      return false;
    }
  };
  expect(requests.filter(isJson).length).toBeGreaterThan(1_900);
});

test('types into inputs that stand empty on the card, too', () => {
  const typed = requests.filter(({ kind }) => kind === 'text typed into a card');
  expect(typed.some(({ body }) => body.includes('"note_0":"'))).toBe(true);
});

import { expect, test } from '@jest/globals';
import { forgetSent, keepDraft, readDraft } from '../../tabs/forms/drafts.ts';

test('of what was sent only what was typed since stays, and begins with what stands there now', () => {
  const sent = { said: 'Sam', voices: '12', choices: ['r2', 'r4'] };
  const typed = { said: 'Sam’s school', voices: '12', choices: ['r4', 'r2'], outcome: 'Nothing yet' };
  keepDraft('form', { typed, base: { said: '', voices: '', choices: [], outcome: '' } });
  expect(forgetSent('form', sent, { ...sent, outcome: 'As before', title: 'Parents' })).toBe(true);
  expect(readDraft('form')).toEqual({
    // In a ranking the order is what it says.
    typed: { said: 'Sam’s school', choices: ['r4', 'r2'], outcome: 'Nothing yet' },
    base: { said: 'Sam', choices: ['r2', 'r4'], outcome: 'As before' },
  });
});

test('of what was sent and left alone since nothing stays', () => {
  const typed = { said: 'Sam', choices: ['r2', 'r4'] };
  keepDraft('form', { typed, base: {} });
  expect(forgetSent('form', { ...typed, choices: [...typed.choices] })).toBe(false);
  expect(readDraft('form')).toEqual({ typed: {}, base: {} });
});

import { expect, test } from '@jest/globals';
import { remember } from '../../plan/calendar/remember.ts';

test('what was worked out is worked out once, and anew when too much was kept', () => {
  const remembered = remember<string>();
  let made = 0;
  const ask = (name: string) =>
    remembered(name, () => {
      made += 1;
      return `made of ${name}`;
    });
  expect([ask('a'), ask('b'), ask('a')]).toEqual(['made of a', 'made of b', 'made of a']);
  expect(made).toBe(2);
  for (let number = 0; number < 20_000; number += 1) ask(String(number));
  const before = made;
  expect(ask('a')).toBe('made of a');
  expect(made).toBe(before + 1);
});

import { expect, test } from '@jest/globals';
import { due } from '../../bench/due.ts';

test('what is due is decided at every size, and no fortnight of ten years is lost', async () => {
  const { broken, rows } = await due.run({ size: 'quick', databases: [], seed: 1 });
  expect(broken).toEqual([]);
  expect(rows).toHaveLength(2);
});

import { expect, test } from '@jest/globals';
import { meetings } from '../../bench/meetings.ts';

test('the cards of a meeting of a group of eight keep to Teams’ size', async () => {
  const { broken, rows } = await meetings.run({ size: 'quick', databases: [], seed: 1 });
  expect(broken).toEqual([]);
  expect(rows).toHaveLength(3);
});

import { expect, test } from '@jest/globals';
import { kills } from '../../bench/kills.ts';

test('processes that share the sending are killed: nothing is lost or sent twice, within Teams’ limits', async () => {
  const { broken } = await kills.run({ size: 'quick', databases: ['postgres'], seed: 20_220_110 });
  expect(broken).toEqual([]);
}, 600_000);

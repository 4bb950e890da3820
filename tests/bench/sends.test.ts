import { expect, test } from '@jest/globals';
import { sends } from '../../bench/sends.ts';

test('what Teams does wrong is told apart: one post a try, and nothing that may have arrived is repeated', async () => {
  const { broken } = await sends.run({ size: 'quick', databases: ['postgres'], seed: 20_220_110 });
  expect(broken).toEqual([]);
}, 600_000);

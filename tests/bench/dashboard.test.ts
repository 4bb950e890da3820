import { expect, test } from '@jest/globals';
import { dashboard } from '../../bench/dashboard.ts';

test('every look at the dashboard is answered, what is known is not sent again, and every live tab is told', async () => {
  const { broken, rows } = await dashboard.run({ size: 'quick', databases: [], seed: 1 });
  expect(broken).toEqual([]);
  expect(rows).toHaveLength(10);
});

import { expect, test } from '@jest/globals';
import { year } from '../../bench/year.ts';

test('two replicas whose clocks differ plan every notice once, one message a person and day, within hours', async () => {
  const { broken, rows } = await year.run({ size: 'quick', databases: ['postgres'], seed: 20_220_110 });
  expect(broken).toEqual([]);
  expect(rows.map(([kind]) => kind)).toEqual(['alert', 'check-in', 'digest', 'reminder', 'summary']);
}, 600_000);

import { test } from '@jest/globals';
import { faults } from '../../bench/faults.ts';
import { holdsOnEveryDatabase } from './holds-on-every-database.ts';

test(
  'everything is written once, in order and never too early while Graph throttles, fails and drops connections',
  () => holdsOnEveryDatabase(faults),
  600_000,
);

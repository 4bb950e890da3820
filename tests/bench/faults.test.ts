import { test } from '@jest/globals';
import { faults } from '../../bench/faults.ts';
import { holdsOn } from './holds-on.ts';

test(
  'everything is written once, in order and never too early while Graph throttles, fails and drops connections',
  // What Graph does wrong does not depend on the database.
  () => holdsOn(['postgres'], faults),
  600_000,
);

import { test } from '@jest/globals';
import { outage } from '../../bench/outage.ts';
import { holdsOn } from './holds-on.ts';

test(
  'after three weeks nobody is told everything at once: one message each, in working hours, nothing stale',
  // What is due is decided in the same way on either database.
  () => holdsOn(['pglite'], outage),
  600_000,
);

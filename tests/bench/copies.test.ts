import { test } from '@jest/globals';
import { copies } from '../../bench/copies.ts';
import { holdsOn } from './holds-on.ts';

test(
  'what is delivered several times changes the plan once and is answered the same each time',
  // Where statements of several connections really meet.
  () => holdsOn(['postgres'], copies),
  600_000,
);

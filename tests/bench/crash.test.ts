import { test } from '@jest/globals';
import { crash } from '../../bench/crash.ts';
import { holdsOnEveryDatabase } from './holds-on-every-database.ts';

test(
  'nothing accepted is lost or applied twice when the server is killed at random moments',
  () => holdsOnEveryDatabase(crash),
  600_000,
);

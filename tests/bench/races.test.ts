import { test } from '@jest/globals';
import { races } from '../../bench/races.ts';
import { holdsOn } from './holds-on.ts';

test(
  'no field is lost when people edit the rows that others answer about, and every clash is told once',
  // Who decided last does not depend on the database.
  () => holdsOn(['postgres'], races),
  600_000,
);

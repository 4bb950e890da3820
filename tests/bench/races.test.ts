import { test } from '@jest/globals';
import { races } from '../../bench/races.ts';
import { holdsOnEveryDatabase } from './holds-on-every-database.ts';

test(
  'no field is lost when people edit the rows that others answer about, and every clash is told once',
  () => holdsOnEveryDatabase(races),
  600_000,
);

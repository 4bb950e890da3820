import { test } from '@jest/globals';
import { largeLists } from '../../bench/large-lists.ts';
import { holdsOnEveryDatabase } from './holds-on-every-database.ts';

test(
  'one changed row costs one delta call a list, in one request',
  () => holdsOnEveryDatabase(largeLists),
  600_000,
);

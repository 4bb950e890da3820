import { test } from '@jest/globals';
import { largeLists } from '../../bench/large-lists.ts';
import { holdsOn } from './holds-on.ts';

// What is asked of Graph is the same on either database; how long it takes is seen at the full size.
test(
  'one changed row costs one delta call a list, in one request',
  () => holdsOn(['postgres'], largeLists),
  600_000,
);

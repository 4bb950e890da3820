import { test } from '@jest/globals';
import { slowGraph } from '../../bench/slow-graph.ts';
import { holdsOn } from './holds-on.ts';

test(
  'answers are taken, shown on the channel’s card and written while every call to Graph takes long',
  () => holdsOn(['postgres'], slowGraph),
  600_000,
);

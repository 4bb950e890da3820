import { test } from '@jest/globals';
import { fuzz } from '../../bench/fuzz.ts';
import { holdsOn } from './holds-on.ts';

test(
  'nothing that can be sent to the bot breaks it, or comes back as markup',
  () => holdsOn(['postgres'], fuzz),
  600_000,
);

import { test } from '@jest/globals';
import { crash } from '../../bench/crash.ts';
import { holdsOn } from './holds-on.ts';

test(
  'nothing accepted is lost or applied twice when the server is killed at random moments',
  // Killed, a server of PostgreSQL's own keeps what it has; an embedded database must show it.
  () => holdsOn(['pglite'], crash),
  600_000,
);

import { join } from 'node:path';

/** Where Node keeps what it compiled of the packages and of us: compiling is most of what a start waits for. */
export const COMPILE_CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'node');

import type { TestDatabase } from '../databases.ts';

/** Tests of one part of the store, for whichever database `open` answers; it is empty when a test begins. */
export type Suite = (open: () => TestDatabase) => void;

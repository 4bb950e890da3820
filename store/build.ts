import { makeBlankDatabase } from './blank-database.ts';

/** Makes, into `store/dist`, the blank database that new ones are copies of. Does nothing when it is there. */
await makeBlankDatabase();

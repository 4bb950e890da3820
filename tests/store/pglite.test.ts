import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import { emptyDatabase, openTestPglite, type TestDatabase } from './databases.ts';
import { SUITES } from './suites/index.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestPglite();
});
afterAll(() => opened?.close());
beforeEach(() => emptyDatabase(opened.database));

for (const [part, suite] of Object.entries(SUITES)) {
  describe(`${part} on PGlite`, () => suite(() => opened));
}

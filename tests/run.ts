/**
 * `npm test`: everything that must hold, one heading each, ending in the line `N passed, N failed`, where N
 * counts Jest's tests and one for each other stage. A failed stage does not stop the next: all faults are
 * seen in one go. `npm run check` (`--static`) looks at the source only.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withPostgres } from './helpers/postgres.ts';
import { withTempDir } from './helpers/temp-dir.ts';
import { makeBlankPostgres } from './helpers/test-database.ts';
import { runNode } from './run/run-node.ts';
import { runStage } from './run/run-stage.ts';
import { BUILD_STAGES, jestArgs, PGLITE_TOO, STATIC_STAGES } from './run/stages.ts';
import { addTallies, type JestReport, summaryLine, type Tally, tallyJest } from './run/tally.ts';

const ROOT = dirname(import.meta.dirname);

/** What one Jest run is about; without `paths`, everything. */
interface JestRun {
  readonly name: string;
  readonly paths?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

async function runJest({ name, paths, env }: JestRun): Promise<Tally> {
  console.log(`\n=== ${name} ===`);
  return withTempDir(async (dir) => {
    const reportFile = join(dir, 'jest.json');
    const exitCode = await runNode({ args: jestArgs(reportFile, paths), cwd: ROOT, env });
    return tallyJest({ report: await readReport(reportFile), exitCode });
  });
}

/** `null` when Jest did not get as far as writing one. */
async function readReport(file: string): Promise<JestReport | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as JestReport);
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--static')) {
  console.error('npm test takes no arguments. To run some tests: npm run test:only -- tests/plan');
  process.exit(2);
}

const stages = option === '--static' ? STATIC_STAGES : [...STATIC_STAGES, ...BUILD_STAGES];
const tallies: Tally[] = [];
for (const stage of stages) tallies.push(await runStage({ stage, root: ROOT, say: console.log }));
if (option !== '--static') {
  tallies.push(
    await withPostgres(async (url) => {
      await makeBlankPostgres(url);
      return runJest({ name: 'Tests', env: { TEST_DATABASE: url } });
    }),
  );
  tallies.push(
    await runJest({ name: 'Tests on PGlite', paths: PGLITE_TOO, env: { TEST_DATABASE: 'pglite' } }),
  );
}

const total = addTallies(tallies);
console.log('');
for (const remark of total.remarks) console.log(remark);
console.log(summaryLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;

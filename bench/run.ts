import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { answers } from './answers.ts';
import type { Benchmark, RunOptions } from './benchmark.ts';
import { copies } from './copies.ts';
import { crash } from './crash.ts';
import { dashboard } from './dashboard.ts';
import { due } from './due.ts';
import { faults } from './faults.ts';
import { fuzz } from './fuzz.ts';
import { graphCost } from './graph-cost.ts';
import { kills } from './kills.ts';
import { largeLists } from './large-lists.ts';
import { meetings } from './meetings.ts';
import { outage } from './outage.ts';
import { DATABASE_KINDS, type DatabaseKind } from './parts/database.ts';
import { killDescendants } from './parts/processes.ts';
import { toMarkdown, toPlainText } from './parts/table.ts';
import { races } from './races.ts';
import { sends } from './sends.ts';
import { slowGraph } from './slow-graph.ts';
import { startUp } from './start-up.ts';
import { year } from './year.ts';

/** In the order they run. */
const BENCHMARKS: readonly Benchmark[] = [
  startUp,
  answers,
  graphCost,
  dashboard,
  meetings,
  due,
  year,
  outage,
  sends,
  kills,
  crash,
  copies,
  fuzz,
  faults,
  races,
  largeLists,
  slowGraph,
];

/** The day on which the sample plan begins. */
const DEFAULT_SEED = 20_220_110;

/** `npm run bench [-- name…] [--quick] [--markdown] [--database pglite|postgres|both] [--seed N]`; see README.md. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      database: { type: 'string', default: 'both' },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
    },
  });
  const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
  if (unknown.length > 0) {
    const names = BENCHMARKS.map(({ name }) => name).join(', ');
    return refuse(`There is no benchmark ${unknown.join(', ')}. There are: ${names}.`);
  }
  const databases = databasesNamed(values.database);
  if (databases === null) {
    return refuse(`--database is ${values.database}. Give one of: ${DATABASE_KINDS.join(', ')}, both.`);
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) return refuse(`--seed is ${values.seed}. Give a whole number.`);
  if (existsSync('.env')) {
    return refuse(
      'There is a file .env here, so Milepost would start with its settings, perhaps against a real tenant. ' +
        'Move it away while benchmarks run.',
    );
  }

  const wanted = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const print = values.markdown ? toMarkdown : toPlainText;
  const memoryGb = Math.round(totalmem() / 1024 ** 3);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${memoryGb} GB, ${process.platform}.`);
  if (values.quick) console.log('Quick: small counts, to try the code. The figures mean nothing.');
  const options: RunOptions = { size: values.quick ? 'quick' : 'full', databases, seed };
  let exitCode = 0;
  for (const benchmark of wanted) {
    const startedMs = performance.now();
    const table = await benchmark.run(options);
    const tookSeconds = Math.round((performance.now() - startedMs) / 1_000);
    console.log(`\n${print(benchmark, table)}\n(${benchmark.name} took ${tookSeconds} s)`);
    if (table.broken.length > 0) exitCode = 1;
  }
  return exitCode;
}

/** `null` for a name that is none. */
function databasesNamed(name: string): readonly DatabaseKind[] | null {
  if (name === 'both') return DATABASE_KINDS;
  const found = DATABASE_KINDS.filter((kind) => kind === name);
  return found.length === 0 ? null : found;
}

function refuse(why: string): number {
  console.error(why);
  return 1;
}

/** Whatever happens, nothing that a benchmark started goes on running. */
async function end(code: number): Promise<never> {
  await killDescendants(process.pid);
  process.exit(code);
}

process.once('SIGINT', () => void end(130));
process.once('SIGTERM', () => void end(143));
try {
  await end(await main());
} catch (error) {
  console.error(error);
  await end(1);
}

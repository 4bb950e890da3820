import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { answers } from './answers.ts';
import type { Benchmark } from './benchmark.ts';
import { crash } from './crash.ts';
import { graphCost } from './graph-cost.ts';
import { killDescendants } from './parts/processes.ts';
import { toMarkdown, toPlainText } from './parts/table.ts';
import { startUp } from './start-up.ts';

/** In the order they run. */
const BENCHMARKS: readonly Benchmark[] = [startUp, answers, graphCost, crash];

/** `npm run bench [-- name…] [--quick] [--markdown]`; see README.md. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !BENCHMARKS.some((one) => one.name === name));
  if (unknown.length > 0) {
    const names = BENCHMARKS.map(({ name }) => name).join(', ');
    return refuse(`There is no benchmark ${unknown.join(', ')}. There are: ${names}.`);
  }
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
  let exitCode = 0;
  for (const benchmark of wanted) {
    const startedMs = performance.now();
    const table = await benchmark.run(values.quick ? 'quick' : 'full');
    const tookSeconds = Math.round((performance.now() - startedMs) / 1_000);
    console.log(`\n${print(benchmark, table)}\n(${benchmark.name} took ${tookSeconds} s)`);
    if (table.broken.length > 0) exitCode = 1;
  }
  return exitCode;
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

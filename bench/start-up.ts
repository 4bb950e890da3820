import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { withTempDir } from '../tests/helpers/temp-dir.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { environmentFor, findPlace } from './parts/environment.ts';
import { descendantsOf, kill } from './parts/processes.ts';
import { median } from './parts/statistics.ts';

const RUNS: Readonly<Record<Size, number>> = { full: 3, quick: 1 };
/** How long a start may take before it counts as failed. */
const PATIENCE_MS = 120_000;
/** From "Ready" until memory is read: what was needed for starting alone has been let go by then. */
const IDLE_MS = 10_000;
const STOP_MS = 15_000;

/** The processes of `npm start`, by what their command holds. */
const PROCESSES = [
  { name: 'launcher', command: /server\/launch\.ts/ },
  { name: 'Milepost', command: /server\/main\.ts/ },
  { name: 'sandbox', command: /sandbox\/main\.ts/ },
] as const;

interface Start {
  readonly readyMs: number;
  /** By the names in `PROCESSES`. */
  readonly rssMib: Readonly<Record<string, number>>;
}

/** `npm start` on an empty data directory, and again on the one it left. */
export const startUp: Benchmark = {
  name: 'start-up',
  title: 'From `npm start` to "Ready"',
  run,
};

async function run({ size }: RunOptions): Promise<Table> {
  const first: Start[] = [];
  const second: Start[] = [];
  for (let count = 0; count < RUNS[size]; count += 1) {
    await withTempDir(async (dataDirectory) => {
      first.push(await startOnce(dataDirectory));
      second.push(await startOnce(dataDirectory));
    });
  }
  const row = (name: string, starts: readonly Start[]) => [
    name,
    `${(median(starts.map(({ readyMs }) => readyMs)) / 1_000).toFixed(1)} s`,
    ...PROCESSES.map(
      (one) => `${median(starts.map(({ rssMib }) => rssMib[one.name] ?? Number.NaN)).toFixed(0)} MiB`,
    ),
  ];
  return {
    columns: ['start', 'until "Ready"', ...PROCESSES.map(({ name }) => `RSS ${name}`)],
    rows: [row('first, empty data directory', first), row('second', second)],
    notes: [
      `Medians of ${RUNS[size]} runs. The first start makes the database, the lists and the certificate, and imports the plan.`,
      `RSS is read with ps, ${IDLE_MS / 1_000} s after "Ready", with nobody using it. npm's own process is left out.`,
    ],
    broken: [],
  };
}

async function startOnce(dataDirectory: string): Promise<Start> {
  const place = await findPlace(dataDirectory);
  const startedMs = performance.now();
  const child = spawn('npm', ['start'], {
    env: { ...environmentFor(place) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await readyLine(child);
    const readyMs = performance.now() - startedMs;
    await sleep(IDLE_MS);
    return { readyMs, rssMib: await readMemory(child) };
  } finally {
    await stop(child);
  }
}

/** Settles at the line "Ready". */
async function readyLine(child: ChildProcess): Promise<void> {
  const ready = Promise.withResolvers<void>();
  const patience = setTimeout(
    () => ready.reject(new Error(`\`npm start\` was not ready within ${PATIENCE_MS / 1_000} s.`)),
    PATIENCE_MS,
  );
  child.once('error', ready.reject);
  child.once('exit', () => ready.reject(new Error('`npm start` ended before it was ready.')));
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('Ready')) ready.resolve();
    });
  }
  await ready.promise.finally(() => clearTimeout(patience));
}

async function readMemory({ pid = 0 }: ChildProcess): Promise<Start['rssMib']> {
  const running = await descendantsOf(pid);
  return Object.fromEntries(
    PROCESSES.flatMap(({ name, command }) => {
      // npm's shell has the same words in its command; the program itself is the last.
      const found = running.findLast((one) => command.test(one.command));
      return found === undefined ? [] : [[name, found.rssKib / 1_024]];
    }),
  );
}

/** Stops it as Ctrl-C would; what is still there after a while is killed. */
async function stop(child: ChildProcess): Promise<void> {
  const { pid, exitCode } = child;
  if (pid === undefined || exitCode !== null) return;
  const running = await descendantsOf(pid);
  const ended = once(child, 'exit');
  const launcher = running.findLast(({ command }) => PROCESSES[0].command.test(command));
  if (launcher !== undefined) process.kill(launcher.pid, 'SIGTERM');
  await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
  for (const one of running) kill(one.pid);
  kill(pid);
}

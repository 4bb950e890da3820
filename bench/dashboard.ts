import { withBrowser } from '../tests/helpers/browser.ts';
import { buildTabIfStale } from '../tests/tabs/built-tab.ts';
import type { Benchmark, RunOptions, Size, Table } from './benchmark.ts';
import { askOverview, type Look, oneByOne, paced } from './parts/dashboard/ask-overviews.ts';
import { timeFirstFigure } from './parts/dashboard/first-figure.ts';
import { measureLiveTabs } from './parts/dashboard/live-tabs.ts';
import { measureScript } from './parts/dashboard/sent-script.ts';
import { type DashboardWorker, withDashboard } from './parts/dashboard/start-worker.ts';
import { median, percentile } from './parts/statistics.ts';

interface Counts {
  readonly plans: number;
  readonly items: number;
  /** Looks at each plan. */
  readonly looks: number;
  readonly openings: number;
  /** Live tabs of each plan's viewer. */
  readonly tabs: number;
}

const COUNTS: Readonly<Record<Size, Counts>> = {
  full: { plans: 100, items: 300, looks: 5, openings: 7, tabs: 10 },
  quick: { plans: 3, items: 30, looks: 2, openings: 1, tabs: 2 },
};
/** A hundred bodies whose directors all look within the same five seconds. */
const LOOKS_A_SECOND = 20;
const AIM_MS = 100;
const SCRIPT_LIMIT_BYTES = 250 * 1_024;

/** How quick the dashboard is, for its server and for whoever opens it. */
export const dashboard: Benchmark = {
  name: 'dashboard',
  title: 'The dashboard: its API, what is sent, the first figure, and live tabs',
  async run(options) {
    await buildTabIfStale();
    return withDashboard(COUNTS[options.size], (worker) => measure(worker, options));
  },
};

async function measure(worker: DashboardWorker, { size }: RunOptions): Promise<Table> {
  const { plans, items, looks, openings, tabs } = COUNTS[size];
  const { viewers } = worker;
  const first = await oneByOne(viewers, (viewer) => askOverview(worker, viewer));
  const marks = new Map(viewers.map(({ planId }, at) => [planId, first[at]?.mark ?? null]));
  const often = Array.from({ length: looks }, () => viewers).flat();
  const again = await paced(often, LOOKS_A_SECOND, (viewer) => askOverview(worker, viewer));
  const known = await paced(often, LOOKS_A_SECOND, (viewer) =>
    askOverview(worker, viewer, marks.get(viewer.planId)),
  );
  const changed = await oneByOne(viewers, async (viewer) => {
    await worker.change([viewer.planId]);
    return askOverview(worker, viewer);
  });
  const live = await measureLiveTabs(worker, tabs);
  const script = measureScript();
  const figureMs = await withBrowser((browser) =>
    oneByOne(viewers.slice(0, openings), (viewer) => timeFirstFigure(browser, worker, viewer)),
  );
  const wrong = [...first, ...again, ...changed].filter(({ status }) => status !== 200).length;
  const sentAgain = known.filter(({ status }) => status !== 304).length;
  return {
    columns: ['what', 'p50', 'p95'],
    rows: [
      looksRow('overview, first since the start', first),
      looksRow(`overview, ${LOOKS_A_SECOND} a second`, again),
      looksRow(`overview that is known, ${LOOKS_A_SECOND} a second`, known),
      looksRow('overview, first after a change', changed),
      row('first figure, processor slowed down 4 times', figureMs),
      ['JavaScript before the first paint, gzipped', kilobytes(script.first), ''],
      ['JavaScript in all, gzipped', kilobytes(script.inAll), ''],
      ['memory that 100 live tabs use in the server', mebibytes(live.usedMibPer100), ''],
      [`what its process holds in RAM with ${live.count}`, mebibytes(live.heldMib), ''],
      [`${live.count} live tabs are told of a change`, `${live.toldMs.toFixed(0)} ms`, ''],
    ],
    notes: [
      `${plans} plans of ${items} items, each spoken of three times, in one process with PGlite in memory; nothing is asked of Graph. Aim: p95 of ${AIM_MS} ms; at ${LOOKS_A_SECOND} a second it was ${percentile(msOf(again), 95).toFixed(0)} ms.`,
      'First figure: from opening the tab in a browser with nothing kept until the colours are counted on it, over the same machine. A live tab is looked after once a second.',
      'Memory of live tabs: what more objects and buffers take once all but the first of each plan are opened, after what is used no more was let go. What the process holds hardly moves: it has room left from the looks before.',
    ],
    broken: [
      ...(wrong > 0 ? [`${wrong} overviews were not answered.`] : []),
      ...(sentAgain > 0 ? [`${sentAgain} overviews that were known were sent again.`] : []),
      ...(live.untold > 0 ? [`${live.untold} live tabs were not told of a change.`] : []),
      ...(script.first > SCRIPT_LIMIT_BYTES
        ? [`${kilobytes(script.first)} are sent before the first paint.`]
        : []),
    ],
  };
}

function msOf(looks: readonly Look[]): readonly number[] {
  return looks.map(({ ms }) => ms);
}

function looksRow(name: string, looks: readonly Look[]): readonly string[] {
  return row(name, msOf(looks));
}

function row(name: string, times: readonly number[]): readonly string[] {
  return [name, `${median(times).toFixed(0)} ms`, `${percentile(times, 95).toFixed(0)} ms`];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_024).toFixed(0)} KB`;
}

function mebibytes(mib: number): string {
  return `${mib.toFixed(1)} MiB`;
}

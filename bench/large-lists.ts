import { LIST_NAMES } from '../plan/glossary.ts';
import type { Benchmark, RunOptions, Size } from './benchmark.ts';
import { type Installation, withInstallation } from './parts/installation.ts';
import { memoryOf } from './parts/processes.ts';
import { countDeltaCalls, graphRequestsOf, logOf } from './parts/request-log.ts';
import { openSite, type RowWrite, type Site } from './parts/site.ts';
import { type Outcome, runTrial } from './parts/trial.ts';

/** Rows made of each list: history grows, plans do not. */
const ROWS: Readonly<Record<Size, Readonly<Record<string, number>>>> = {
  full: { Updates: 16_000, Actions: 2_000, Readings: 1_000, 'Engagement log': 1_000 },
  // More than one page of history, which is what a short list cannot show.
  quick: { Updates: 450, Actions: 40, Readings: 20, 'Engagement log': 20 },
};
/** Rows that are changed between two readings, of Actions. */
const CHANGED: Readonly<Record<Size, number>> = { full: 1_000, quick: 20 };
const LISTS = LIST_NAMES.length;
/** The list that was changed may be read once more, alone, when SharePoint tells of the change. */
const NOTIFIED = 1;

/** What it takes to read large lists, at first and from then on. */
export const largeLists: Benchmark = {
  name: 'large-lists',
  title: 'Large lists: reading all of them, and what changed',
  run: (options) =>
    runTrial(options, {
      columns: [
        'reading',
        'rows',
        'seconds',
        'rows a second',
        'requests',
        'delta calls',
        'resource units',
        'memory',
      ],
      notes: [
        `Rows made: ${Object.entries(ROWS[options.size])
          .map(([list, count]) => `${count} in ${list}`)
          .join(
            ', ',
          )}. First reading: with an empty database, as after losing it. Seconds: the whole round, from the clock's call to its answer, with everything else that Milepost looks at each minute.`,
        'Memory: RSS of the server’s process after the round, and the most it ever held. One delta call a list, all in one request; when SharePoint tells of a change, that list is asked once more, alone.',
      ],
      measure: (database) =>
        // Nothing is read but when the trial says so.
        withInstallation({ database, settings: { MILEPOST_SYNC_SECONDS: '3600' } }, (installation) =>
          measure(installation, options),
        ),
    }),
};

interface Round {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  readonly requests: number;
  readonly deltaCalls: number;
  readonly resourceUnits: number;
  readonly memory: string;
}

async function measure(installation: Installation, { size }: RunOptions): Promise<Outcome> {
  const site = await openSite(installation.sandboxUrl);
  await site.writeMany(await rowsToMake(site, size));
  const rows = await countRows(site);

  await installation.stopServer();
  await installation.loseDatabase();
  await installation.startServer();
  const first = await readOnce(installation, 'first', rows);

  const changed = (await site.readRows('Actions')).slice(-CHANGED[size]);
  await site.writeMany(changed.map(({ id }) => changeOf(Number(id), 'Changed with many others.')));
  const many = await readOnce(installation, 'many changed', changed.length);
  await site.writeMany([changeOf(Number(changed[0]?.id), 'Changed alone.')]);
  const one = await readOnce(installation, 'one changed', 1);
  const none = await readOnce(installation, 'none changed', 0);
  return {
    rows: [first, many, one, none].map(cellsOf),
    notes: [],
    broken: [one, none].flatMap(({ name, deltaCalls, requests }) =>
      deltaCalls - LISTS === requests - 1 && requests <= 1 + NOTIFIED
        ? []
        : [`${name}: ${requests} requests with ${deltaCalls} delta calls, not 1 with ${LISTS}.`],
    ),
  };
}

/** One round of reading. */
async function readOnce(installation: Installation, name: string, rows: number): Promise<Round> {
  const { result: seconds, requests: all } = await logOf(installation, async () => {
    const startedMs = performance.now();
    const { listener } = await installation.moveClock('PT0S');
    if (listener !== 'answered') throw new Error(`The round was not done: the server ${listener}.`);
    return (performance.now() - startedMs) / 1_000;
  });
  const requests = graphRequestsOf(all);
  const memory = memoryOf(installation.serverPid());
  return {
    name,
    rows,
    seconds,
    requests: requests.length,
    deltaCalls: countDeltaCalls(requests),
    resourceUnits: requests.reduce((sum, { resourceUnits = 0 }) => sum + resourceUnits, 0),
    memory: memory === null ? '' : `${memory.nowMib.toFixed(0)} MiB (at most ${memory.peakMib.toFixed(0)})`,
  };
}

function cellsOf({ name, rows, seconds, requests, deltaCalls, resourceUnits, memory }: Round): string[] {
  return [
    name,
    String(rows),
    seconds.toFixed(1),
    (rows / seconds).toFixed(0),
    ...[requests, deltaCalls, resourceUnits].map(String),
    memory,
  ];
}

/** Each row of history speaks of one of the first actions. */
async function rowsToMake(site: Site, size: Size): Promise<readonly RowWrite[]> {
  const [owner, group] = [(await site.readRows('Owners'))[0]?.id, (await site.readRows('Groups'))[0]?.id];
  const note = 'The working group has met and agreed the next step with everybody who has a part in it. ';
  const due = '2022-12-16T12:00:00Z';
  const fieldsOf: Readonly<Record<string, (number: number) => RowWrite['fields']>> = {
    Updates: (number) => ({
      Title: `Action ${number}: In progress`,
      ItemList: 'Actions',
      ItemId: 1 + (number % 100),
      ByLookupId: owner,
      At: '2022-01-05T10:00:00Z',
      Stage: 'In progress',
      Confidence: 'Green',
      ForecastDue: due,
      Note: note.repeat(3),
      AnswerId: `made/${number}`,
    }),
    Actions: (number) => ({
      Title: `Action ${number}`,
      Details: note.repeat(2),
      OwnerLookupId: owner,
      GroupLookupId: group,
      Stage: 'In progress',
      BaselineDue: due,
      ForecastDue: due,
      DuePrecision: 'Day',
      LatestNote: note,
    }),
    Readings: (number) => ({ Title: `Reading ${number}`, Value: number, On: due }),
    'Engagement log': (number) => ({ Title: `Meeting ${number}`, On: due, Purpose: note, Outcome: note }),
  };
  return Object.entries(ROWS[size]).flatMap(([list, count]) =>
    Array.from({ length: count }, (_, index) => ({ list, id: null, fields: fieldsOf[list]?.(index) ?? {} })),
  );
}

async function countRows(site: Site): Promise<number> {
  const counts = [];
  for (const list of LIST_NAMES) counts.push((await site.readItems(list)).length);
  return counts.reduce((sum, count) => sum + count, 0);
}

function changeOf(id: number, details: string): RowWrite {
  return { list: 'Actions', id, fields: { Details: details } };
}

/** One program that must end well for the check to pass. */
export interface Stage {
  readonly name: string;
  /** Arguments for Node: a script of the repository or of an installed package, and its own. */
  readonly args: readonly string[];
  /** Only run when something in `sources` is newer than what stands in `output`; paths from the root. */
  readonly onlyWhenStale?: { readonly sources: readonly string[]; readonly output: string };
}

/** Look at the source only; a few seconds together. */
export const STATIC_STAGES: readonly Stage[] = [
  { name: 'Types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  {
    name: 'Lint and format',
    args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off', '.'],
  },
  {
    name: 'Dependency rules',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      '.',
    ],
  },
];

/** Build what tests begin with: databases are copied, pages opened. `npm ci` has built it; this catches edits since. */
export const BUILD_STAGES: readonly Stage[] = [
  // It looks by itself whether anything has changed.
  { name: 'Build of the blank database', args: ['--no-warnings', 'store/build.ts'] },
  {
    name: 'Build of the tab',
    args: ['tabs/build.ts'],
    onlyWhenStale: { sources: ['tabs', 'plan', 'package-lock.json'], output: 'tabs/dist' },
  },
  {
    name: "Build of the sandbox's page",
    args: ['sandbox/page/build.ts'],
    onlyWhenStale: { sources: ['sandbox/page', 'package-lock.json'], output: 'sandbox/page/dist' },
  },
];

/** Folders with tests that open a database: they run on PGlite with all the others, and once more on PostgreSQL. */
export const DATABASE_FOLDERS: readonly string[] = ['tests/workflow', 'tests/isolation', 'tests/server'];

/**
 * Of these, what is long and about something else than the database: commands, addresses, files, random edits, rows, and
 * plans, who may do what, and what Teams and SharePoint do. It runs on PGlite only; on PostgreSQL by hand.
 */
const ONLY_ON_PGLITE = [
  'tests/server/provision',
  'tests/server/server.test',
  'tests/workflow/import-drafts',
  'tests/workflow/lists-state',
  'tests/workflow/out-of-hours',
  'tests/server/http-server',
  'tests/workflow/import-documents',
  'tests/workflow/meetings-by-hand',
  'tests/workflow/meeting-record-written',
  'tests/workflow/sync-in-rubbish',
  'tests/workflow/export-round-trip',
  'tests/workflow/write-back-races',
  'tests/workflow/channels-in-teams',
  'tests/workflow/calendar/calendar-in-site',
  'tests/workflow/reminders',
  'tests/isolation/two-sites',
  'tests/isolation/bot',
  'tests/isolation/use-cases',
];

/** Jest's own arguments; its figures are read from `reportFile`. Without `folders`, everything runs. */
export function jestArgs(reportFile: string, folders: readonly string[] = []): readonly string[] {
  return [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    // A missing snapshot is a failure, not something to write and pass.
    '--ci',
    // Jest takes what follows this option for more patterns, so another option comes next.
    ...(folders.length === 0 ? [] : [`--testPathIgnorePatterns=${ONLY_ON_PGLITE.join('|')}`]),
    // Tests that start Milepost wait as often as they work: two cores have room for three.
    '--maxWorkers=3',
    '--json',
    `--outputFile=${reportFile}`,
    ...folders,
  ];
}

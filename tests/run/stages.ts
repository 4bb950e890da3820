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
  { name: 'Types', args: ['node_modules/typescript-native/bin/tsc', '-p', '.'] },
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

/**
 * Tests that run on PostgreSQL with all the others, and once more on PGlite, the database of a small installation, which
 * has one connection for everything: a way through each of the loops. That every statement means the same on both is
 * proved by `tests/store`, and the product is started on PGlite in `tests/e2e`.
 */
export const PGLITE_TOO: readonly string[] = [
  'tests/server/background',
  'tests/workflow/answers',
  'tests/workflow/check-ins',
  'tests/workflow/delivery.test',
  'tests/workflow/once',
  'tests/workflow/sync-in.test',
  'tests/workflow/write-back.test',
];

/** Jest's own arguments; its figures are read from `reportFile`. Without `paths`, everything runs. */
export function jestArgs(reportFile: string, paths: readonly string[] = []): readonly string[] {
  return [
    '--experimental-vm-modules',
    '--no-warnings',
    // Each file compiles PGlite anew and uses it for seconds: optimising it costs more than it brings.
    '--liftoff-only',
    `--import=${new URL('with-kept-code.ts', import.meta.url)}`,
    'node_modules/jest/bin/jest.js',
    // A missing snapshot is a failure, not something to write and pass.
    '--ci',
    // Tests that start Milepost wait as often as they work: two cores have room for four.
    '--maxWorkers=4',
    '--json',
    `--outputFile=${reportFile}`,
    ...paths,
  ];
}

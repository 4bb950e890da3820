/** How many things were checked and how that went. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Plain sentences about failures that no program printed itself. */
  readonly remarks: readonly string[];
}

/** The part of Jest's JSON report that counts. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Skipped: `test.skip`, or left out by a `test.only`. */
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all; none of their tests is counted elsewhere. */
  readonly numRuntimeErrorTestSuites: number;
  /** Files that failed, also through a hook such as `afterAll`, which fails no test. */
  readonly success: boolean;
}

/**
 * What a Jest run comes to. A skipped test counts as failed, a file that can't be run as one failed test,
 * and a run that ended badly for a reason of its own (no report, no tests, a failed hook) as one more.
 */
export function tallyJest({
  report,
  exitCode,
}: {
  /** `null` when Jest wrote none. */
  report: JestReport | null;
  exitCode: number;
}): Tally {
  if (report === null) return { passed: 0, failed: 1, remarks: ['Jest ended without a report.'] };
  const passed = report.numPassedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const broken = report.numRuntimeErrorTestSuites;
  const failed = report.numFailedTests + skipped + broken;
  const remarks = [
    ...(skipped > 0 ? [`${skipped} skipped: a skipped test counts as failed. Mend it or delete it.`] : []),
    ...(broken > 0 ? [`${broken} test files could not be run.`] : []),
  ];
  if (failed > 0) return { passed, failed, remarks };
  if (passed === 0) return { passed, failed: 1, remarks: ['Jest found no test to run.'] };
  if (exitCode !== 0 || !report.success) {
    return { passed, failed: 1, remarks: [`Every test passed, yet Jest ended with code ${exitCode}.`] };
  }
  return { passed, failed: 0, remarks };
}

/** Adds up, keeping the remarks in order. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    remarks: tallies.flatMap(({ remarks }) => remarks),
  };
}

/** The very last line of `npm test`; other programs read it. */
export function summaryLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

import { describe, expect, test } from '@jest/globals';
import { addTallies, type JestReport, summaryLine, tallyJest } from './tally.ts';

const GOOD: JestReport = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  success: true,
};

function tally(changes: Partial<JestReport>, exitCode = 0) {
  return tallyJest({ report: { ...GOOD, ...changes }, exitCode });
}

describe('a Jest run', () => {
  test('passes when every test passed', () => {
    expect(tally({})).toEqual({ passed: 12, failed: 0, remarks: [] });
  });

  test('counts failed tests', () => {
    expect(tally({ numFailedTests: 2, success: false }, 1)).toMatchObject({ passed: 12, failed: 2 });
  });

  test('counts a skipped test and a test still to be written as failed, and says so', () => {
    const { failed, remarks } = tally({ numPendingTests: 2, numTodoTests: 1 });
    expect(failed).toBe(3);
    expect(remarks.join()).toContain('3 skipped');
  });

  test('counts a file that could not be run as failed, and says so', () => {
    const { failed, remarks } = tally({ numRuntimeErrorTestSuites: 1, success: false }, 1);
    expect(failed).toBe(1);
    expect(remarks.join()).toContain('could not be run');
  });

  test('fails when there was no test at all', () => {
    expect(tally({ numPassedTests: 0 })).toMatchObject({ passed: 0, failed: 1 });
  });

  test('fails when Jest wrote no report', () => {
    expect(tallyJest({ report: null, exitCode: 1 })).toMatchObject({ passed: 0, failed: 1 });
  });

  test('fails when Jest ended badly although every test passed', () => {
    expect(tally({}, 7)).toMatchObject({ passed: 12, failed: 1 });
    expect(tally({ success: false })).toMatchObject({ passed: 12, failed: 1 });
  });
});

test('the last line adds stages and tests', () => {
  const stage = { passed: 1, failed: 0, remarks: [] };
  const broken = { passed: 0, failed: 1, remarks: ['Types failed.'] };
  const total = addTallies([stage, broken, tally({ numFailedTests: 1, success: false }, 1)]);
  expect(summaryLine(total)).toBe('13 passed, 2 failed');
  expect(total.remarks).toEqual(['Types failed.']);
});

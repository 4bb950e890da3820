import { describe, expect, test } from '@jest/globals';
import { summaryOfReport } from '../../../plan/board-reports/report-card.ts';
import type { BoardSummaryContent, ReportSectionId } from '../../../plan/content.ts';
import { makeEventfulPlan } from './helpers/eventful-plan.ts';
import { makeEdit, makeReport } from './helpers/make-report.ts';

const report = makeReport(makeEventfulPlan());

const linesIn = (summary: BoardSummaryContent, id: ReportSectionId) =>
  summary.sections?.find((section) => section.id === id)?.lines.map(({ text }) => text);

describe('a report as a card', () => {
  test('says what the report says, in its order, with the rows of its tables in words', () => {
    const summary = summaryOfReport(report, []);
    expect(summary).toMatchObject({ headline: report.headline, now: report.now, correction: null });
    expect(summary.sections?.map(({ id }) => id)).toEqual([
      'asked',
      'confidence',
      'changed',
      'themes',
      'next',
      'risks',
      'measures',
      'co-production',
    ]);
    expect(linesIn(summary, 'changed')).toContainEqual(
      expect.stringMatching(
        /^2 Write .* · First promised: Mar 2022 · Expected now: May 2022 · Why, and what will put it right: Two schools/,
      ),
    );
  });

  test('stands in the words that were approved, those for the board alone too', () => {
    const edits = [makeEdit('asked', { words: 'Decide on:\n- the analyst\nInternal: not before May.' })];
    expect(summaryOfReport(report, edits, 'A slip.').correction).toBe('A slip.');
    expect(linesIn(summaryOfReport(report, edits), 'asked')).toEqual([
      'Decide on:',
      'the analyst',
      'Internal: not before May.',
    ]);
  });

  test('says how much of a section it leaves out', () => {
    const edits = [makeEdit('risks', { words: 'One.\n'.repeat(20) })];
    const risks = summaryOfReport(report, edits).sections?.find(({ id }) => id === 'risks');
    expect([risks?.lines.length, risks?.moreLines]).toEqual([12, 8]);
  });
});

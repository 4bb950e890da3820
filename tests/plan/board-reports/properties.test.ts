import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildReport } from '../../../plan/board-reports/build-report.ts';
import { easyReadPaper } from '../../../plan/board-reports/easy-read.ts';
import { notePaper } from '../../../plan/board-reports/public-note.ts';
import { summaryOfReport } from '../../../plan/board-reports/report-card.ts';
import { publicHeadline } from '../../../plan/board-reports/report-headline.ts';
import { reportPaper } from '../../../plan/board-reports/report-paper.ts';
import { type BoardReportData, REPORT_SECTIONS, type ReportEdit } from '../../../plan/content.ts';
import { RAGS, STAGES } from '../../../plan/glossary.ts';
import type { Plan } from '../../../plan/plan.ts';
import { ANY_CHARACTER } from '../../helpers/any-character.ts';
import {
  at,
  makeAction,
  makeGroup,
  makeMeasure,
  makeMilestone,
  makePlan,
  makeReading,
  makeRecommendation,
  makeTheme,
  makeUpdate,
} from '../../helpers/make-plan.ts';
import { makeEdit } from './helpers/make-report.ts';
import { headingsOf, textOf } from './helpers/paper-text.ts';

const RUNS = { numRuns: 25 };
const NOW = at('2022-02-07T09:00:00Z');
/** What somebody typed of an item; never to be read by the public. */
const OFFICERS = 'SECRET';

const board = makeGroup({
  key: 'board',
  title: 'Board',
  kind: 'Board',
  everyWeeks: null,
  everyMonths: 2,
  firstMeeting: '2022-02-14',
});

const day = fc.constantFrom('2021-12-31', '2022-01-31', '2022-02-28', '2022-03-31', '2022-12-31');
const words = fc
  .tuple(
    fc.string({ unit: ANY_CHARACTER, maxLength: 60 }),
    fc.constantFrom('', '\n', '\n- ', '\r\nInternal: '),
  )
  .map(([text, middle]) => `${OFFICERS} ${text}${middle}${OFFICERS}`);

const state = fc.record({
  stage: fc.option(fc.constantFrom(...STAGES)),
  confidence: fc.option(fc.constantFrom(...RAGS)),
  baselineDue: fc.option(day),
  forecastDue: fc.option(day),
  theme: fc.constantFrom('theme-1', 'theme-2', 'gone', null),
  latestNote: fc.option(words),
});

const update = fc.record({
  at: fc.constantFrom('2022-01-10T10:00:00Z', '2022-02-01T10:00:00Z'),
  itemKey: fc.integer({ min: 1, max: 6 }).map((number) => `rec-${number}`),
  stage: fc.option(fc.constantFrom(...STAGES)),
  previousStage: fc.option(fc.constantFrom(...STAGES)),
  previousConfidence: fc.option(fc.constantFrom(...RAGS)),
  previousForecastDue: fc.option(day),
  note: fc.option(words),
  reason: fc.option(words),
  blocker: fc.option(words),
});

/** Plans with anything in them that lists may hold. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    recommendations: fc.array(state, { maxLength: 30 }),
    actions: fc.array(fc.record({ stage: state.map(({ stage }) => stage), title: words }), { maxLength: 4 }),
    milestones: fc.array(day, { maxLength: 12 }),
    updates: fc.array(update, { maxLength: 12 }),
    measures: fc.array(fc.option(fc.integer({ min: 0, max: 900 })), { maxLength: 9 }),
  })
  .map(({ recommendations, actions, milestones, updates, measures }) =>
    makePlan({
      groups: [makeGroup(), board],
      themes: [makeTheme(), makeTheme({ key: 'theme-2', title: 'Careers', sortOrder: 2 })],
      recommendations: recommendations.map((over, at) => makeRecommendation({ ...over, number: at + 1 })),
      actions: actions.map((over, at) =>
        makeAction({ ...over, key: `action-${at}`, itemId: at, completedOn: '2022-01-20' }),
      ),
      milestones: milestones.map((due, at) =>
        makeMilestone({ key: `milestone-${at}`, itemId: at, baselineDue: due, forecastDue: due }),
      ),
      updates: updates.map((over, at) => makeUpdate({ ...over, key: `update-${at}`, answerId: `${at}` })),
      measures: measures.map((_, at) => makeMeasure({ key: `m-${at}`, title: `Measure ${at}` })),
      readings: measures.map((value, at) =>
        makeReading({ key: `r-${at}`, measure: `m-${at}`, value, on: '2022-02-01' }),
      ),
    }),
  );

const edits: fc.Arbitrary<readonly ReportEdit[]> = fc
  .uniqueArray(
    fc.record({
      section: fc.constantFrom(...REPORT_SECTIONS),
      words: fc.option(
        fc.string({ unit: ANY_CHARACTER }).map((text) => `Fine.\nInternal: ${OFFICERS} ${text}`),
      ),
      isInternal: fc.constantFrom(null, true),
    }),
    { selector: ({ section }) => section },
  )
  .map((all) => all.map(({ section, ...over }) => makeEdit(section, over)));

const reportOf = (plan: Plan, previous: BoardReportData | null = null): BoardReportData =>
  buildReport(
    plan,
    board,
    { meetingOn: '2022-02-14', periodFrom: '2021-12-14', periodTo: '2022-02-14', previous },
    NOW,
  );

const sum = (figures: readonly (string | undefined)[]) =>
  figures.reduce((all, figure) => all + Number(figure), 0);

describe('whatever the lists hold', () => {
  test('every section is there, in order, and says something', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const report = reportOf(plan);
        expect(report.sections.map(({ id }) => id)).toEqual([...REPORT_SECTIONS]);
        for (const section of report.sections) expect(section.words.trim()).not.toBe('');
        const paper = reportPaper(report, [], { version: null, correction: null, approvedWords: null });
        expect(headingsOf(paper)).toEqual(report.sections.map(({ title }) => title));
      }),
      RUNS,
    );
  });

  test('every figure adds up', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { now, facts, sections } = reportOf(plan);
        const { green, amber, red, complete, undated } = now;
        expect(green + amber + red + complete + undated).toBe(facts.total);
        const rows = sections.find(({ id }) => id === 'themes')?.tables[0]?.rows ?? [];
        const texts = rows.map((cells) => cells.slice(1).map(({ text }) => text));
        for (const row of texts) expect(sum(row.slice(0, -1))).toBe(Number(row.at(-1)));
        for (const column of texts[0]?.keys() ?? [])
          expect(sum(texts.slice(0, -1).map((row) => row[column]))).toBe(Number(texts.at(-1)?.[column] ?? 0));
        expect(Number(texts.at(-1)?.at(-1) ?? 0)).toBe(facts.total);
      }),
      RUNS,
    );
  });

  test('the headline is whole sentences, for the board and for the public', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const report = reportOf(plan);
        for (const said of [report.headline, publicHeadline(report), reportOf(plan, report).headline]) {
          expect(said).toMatch(/^[A-Z].*\.$/);
          expect(said).not.toMatch(/ {2}|\.\.| \.|undefined|null|NaN| and\.|[Oo]ne items|\b[2-9]\d* item /);
        }
      }),
      RUNS,
    );
  });

  test('a list names every source, or says how many more there are', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { sections } = reportOf(plan);
        const asked = sections.find(({ id }) => id === 'asked');
        const entries = asked?.words.split('\n').filter((line) => line.startsWith('- ')) ?? [];
        const more = Number(/^- and (\d+) more/.exec(entries.at(-1) ?? '')?.[1] ?? 0);
        expect(entries.length - (more > 0 ? 1 : 0) + more).toBe(asked?.sources.length);
      }),
      RUNS,
    );
  });

  test('the same plan at the same moment gives the same report, and it survives being stored', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const report = reportOf(plan);
        const again = reportOf(structuredClone(plan));
        expect(again).toEqual(report);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(reportOf(plan, JSON.parse(JSON.stringify(report)))).toEqual(reportOf(plan, report));
      }),
      RUNS,
    );
  });

  test('nothing that officers wrote, and nothing internal, is in note or easy read', () => {
    fc.assert(
      fc.property(plans, edits, (plan, made) => {
        const report = reportOf(plan);
        for (const paper of [notePaper(report, made), easyReadPaper(report, made)])
          expect(textOf(paper)).not.toContain(OFFICERS);
      }),
      RUNS,
    );
  });

  test('easy read is in short sentences', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const sentences = easyReadPaper(reportOf(plan), [])
          .blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
          .flatMap((text) => text.split(/(?<=[.:])\s/));
        for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(12);
      }),
      RUNS,
    );
  });

  test('the card is small enough for Teams', () => {
    const edited = REPORT_SECTIONS.map((section) =>
      makeEdit(section, { words: '- €x\nlong '.repeat(2_000) }),
    );
    fc.assert(
      fc.property(plans, fc.boolean(), (plan, isEdited) => {
        const summary = summaryOfReport(reportOf(plan), isEdited ? edited : []);
        expect(Buffer.byteLength(JSON.stringify(summary))).toBeLessThan(20_000);
      }),
      RUNS,
    );
  });
});

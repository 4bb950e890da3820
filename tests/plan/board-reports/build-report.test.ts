import { describe, expect, test } from '@jest/globals';
import { buildReport } from '../../../plan/board-reports/build-report.ts';
import { reportNow } from '../../../plan/board-reports/report-now.ts';
import { type BoardReportData, REPORT_SECTIONS } from '../../../plan/content.ts';
import type { Plan } from '../../../plan/plan.ts';
import {
  afterAnswer,
  at,
  makeEngagement,
  makeGroup,
  makePlan,
  recommendation,
} from '../../helpers/make-plan.ts';
import { makeSamplePlan } from '../../helpers/make-sample-plan.ts';
import { FEBRUARY, FIRST_MEETING, makeEventfulPlan, sendBoard } from './helpers/eventful-plan.ts';
import { makeReport, wordsOf } from './helpers/make-report.ts';

const answered = makeEngagement({
  key: 'engagement-2',
  title: 'Heads',
  on: '2022-01-20',
  said: 'Meet in the evening',
  answer: 'We could not',
  outcome: 'Staff are paid until five',
  voices: 3,
});
const earlier = makeEngagement({ key: 'engagement-3', on: '2021-11-01' });

const APRIL = at('2022-04-04T09:00:00Z');

/** The second report, made in April from the first as it was frozen. */
function secondReport(plan: Plan, previous = makeReport(makeEventfulPlan())) {
  const ask = { meetingOn: '2022-04-11', periodFrom: '2022-02-15', periodTo: '2022-04-11', previous };
  return buildReport(plan, sendBoard(plan), ask, APRIL);
}

describe('a board’s first report', () => {
  const report = makeReport(makeEventfulPlan());

  test('says for which meeting it is, which time it covers and as of when', () => {
    expect(report).toMatchObject({
      boardName: 'SEND Improvement Board',
      meetingWords: 'Meeting on Mon 14 Feb 2022',
      periodWords: '14 Dec 2021 to 14 Feb 2022',
      asAtWords: 'Mon 7 Feb 2022, 09:00',
      beforeWords: 'on 14 Dec 2021',
    });
    expect(report.sections.map(({ id }) => id)).toEqual([...REPORT_SECTIONS]);
  });

  test('opens with how it stands, what changed and how much is asked', () => {
    expect(report.headline).toBe(
      'Mostly on course. In this period one item was completed, one item slipped and three items turned Red. Four items need the board.',
    );
  });

  test('asks first for what waits, then for what is Red, one ask a line', () => {
    expect(wordsOf(report, 'asked').split('\n')).toEqual([
      '- 4 Move all ALP records onto one system (due Mar 2022): Waits on others. Finance: who funds the data analyst.',
      '- 2 Write a graduated response protocol with schools (Red, first promised Mar 2022, now expected May 2022): Two schools still to comment.',
      '- 3 Agree a protocol between the ALP hub and SEND teams (Red, overdue since 31 Jan 2022): Done, as its owner says, and waiting for sign-off.',
      '- 12 Plan and fund ALP for pupils with SEND until new places open (Red, due Mar 2022): No provider found.',
    ]);
  });

  test('gives confidence now and before, and why', () => {
    expect(wordsOf(report, 'confidence').split('\n')).toEqual([
      'Overall Amber: feasible, with significant issues that can be resolved. Mostly on course. Before, on 14 Dec 2021: Green (0 Red, 0 Amber, 22 Green, 9 complete).',
      'Why: of 21 open recommendations, 1 is overdue (3); 1 is expected later than first promised (2); 1 waits on others (4); 1 is Red in its owner’s confidence (12); 1 has dates and confidence that contradict each other (12).',
    ]);
  });

  test('tells what was reached, what turned Red with its corrective action, and what slipped', () => {
    expect(wordsOf(report, 'changed').split('\n')).toEqual([
      'Reached:',
      '- 24 Agree how high-cost SEND placements are approved',
      'Expected later than before: one item. Newly Red of these: 2.',
      'Newly Red, with why and what will put it right:',
      '- 3 Agree a protocol between the ALP hub and SEND teams: No corrective action was given yet. Since then: Signed by all partners.',
      '- 12 Plan and fund ALP for pupils with SEND until new places open: No provider found. Since then: A second round of tenders opens in February.',
    ]);
  });

  test('shows the date first promised apart from the one now expected', () => {
    const [table] = report.sections.find(({ id }) => id === 'changed')?.tables ?? [];
    expect(table?.columns).toEqual([
      'Item',
      'First promised',
      'Expected now',
      'Why, and what will put it right',
    ]);
    expect(table?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      [
        '2 Write a graduated response protocol with schools (newly Red)',
        'Mar 2022',
        'May 2022',
        'Two schools still to comment',
      ],
    ]);
  });

  test('counts by theme, and all themes together', () => {
    const [table] = report.sections.find(({ id }) => id === 'themes')?.tables ?? [];
    expect(table?.rows).toHaveLength(7);
    expect(table?.rows.at(-1)?.map(({ text }) => text)).toEqual(['All themes', '17', '1', '3', '10', '31']);
  });

  test('names what is due until the board meets again, not what groups do in between', () => {
    const lines = wordsOf(report, 'next').split('\n');
    expect(lines[0]).toBe('Due by 11 Apr 2022:');
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toMatch(/^- and \d+ more: M\d/);
    expect(lines.join(' ')).not.toContain('A7');
  });

  test('names who is waited for, since when, and what is Amber', () => {
    expect(wordsOf(report, 'risks').split('\n')).toEqual([
      'Waiting on others: 4 on Finance since 24 Jan 2022.',
      'Amber, and may turn Red:',
      '- 10 Give budget holders working controls: Staff absence.',
    ]);
  });

  test('gives each measure its value, target and course', () => {
    const section = report.sections.find(({ id }) => id === 'measures');
    expect(section?.words).toBe('One measure, with readings.');
    expect(section?.tables[0]?.rows[0]?.map(({ text }) => text)).toEqual([
      'Specialist placements',
      '96 placements on 7 Feb 2022',
      '450 by Sep 2023',
      expect.stringContaining('At its pace since 10 Jan 2022'),
    ]);
  });

  test('tells what groups said in the period, and what came of it', () => {
    const said = { ...makeEventfulPlan(), engagements: [makeEngagement(), answered, earlier] };
    expect(wordsOf(makeReport(said), 'co-production').split('\n')).toEqual([
      '- Heads (3 people) said: Meet in the evening. We could not: Staff are paid until five.',
      '- Parents and carers (12 people) said: The words are hard to read. We are still looking at it.',
    ]);
  });

  test('prints what the plan means by the colours', () => {
    const plan = makeEventfulPlan();
    const confidenceMeanings = { Green: 'sure', Amber: 'doubtful', Red: 'lost' };
    const reworded = { ...plan, settings: { ...plan.settings, confidenceMeanings, toleranceDays: 21 } };
    const key = makeReport(reworded).sections.find(({ id }) => id === 'key');
    expect(key?.words).toContain('the plan tolerates 21 days');
    expect(key?.tables[0]?.rows.map((cells) => cells[2]?.text)).toEqual(['sure', 'doubtful', 'lost']);
  });

  test('names the items that each section comes from', () => {
    const sources = Object.fromEntries(
      report.sections.map(({ id, sources: all }) => [id, all.map(({ label }) => label).join(' ')]),
    );
    expect(sources).toMatchObject({ asked: '4 2 3 12', changed: '24 2 3 12', risks: '4 10' });
    expect(report.sections.find(({ id }) => id === 'themes')?.sources).toHaveLength(31);
  });

  test('keeps what officers wrote from the public, unless somebody decides otherwise', () => {
    expect(report.sections.filter(({ isInternal }) => isInternal).map(({ id }) => id)).toEqual([
      'asked',
      'changed',
      'risks',
    ]);
  });
});

describe('a second report', () => {
  /** After February: 2 is complete, 24 is open again, 12 is Green; the first report said otherwise. */
  function laterPlan(): Plan {
    const given = { by: 'director@alp.example', now: at('2022-03-07T10:00:00Z') };
    let plan = makeEventfulPlan();
    plan = afterAnswer(plan, {
      ...given,
      ref: recommendation(24),
      stage: 'In progress',
      reason: 'Two councils left the panel',
    });
    return afterAnswer(plan, {
      ...given,
      ref: recommendation(12),
      confidence: 'Green',
      reason: 'A provider was found',
    });
  }

  test('opens with what changed since the first', () => {
    const report = secondReport(laterPlan());
    expect(report.headline).toMatch(
      /^Off course\. It was “mostly on course” in the report of 7 Feb 2022\. Since then /,
    );
    expect(report.headline).toContain('one item was opened again');
    expect(report.beforeWords).toBe('in the report of 7 Feb 2022');
    expect(report.sections[2]?.title).toBe('What changed since the last report');
    expect(wordsOf(report, 'changed')).toContain(
      'Reopened:\n- 24 Agree how high-cost SEND placements are approved',
    );
  });

  test('compares with what the first said, whatever became of the lists since', () => {
    const first = makeReport(makeEventfulPlan());
    const wrong = { ...first, now: { ...first.now, green: 1, red: 19 } };
    expect(secondReport(laterPlan(), wrong).before).toEqual(wrong.now);
    expect(wordsOf(secondReport(laterPlan(), wrong), 'confidence')).toContain('Red (19 Red');
  });

  test('tells nothing again that the first told', () => {
    const report = secondReport(makeEventfulPlan());
    expect(wordsOf(report, 'changed')).not.toContain('- 24 ');
    expect(wordsOf(report, 'changed')).not.toMatch(/^- 2 /m);
  });

  describe('tells what people said and the first did not tell, once', () => {
    const before = makeEngagement({ key: 'before', title: 'Told', on: '2022-02-07' });
    const afterIt = makeEngagement({ key: 'after', title: 'Written down that day, later', on: '2022-02-07' });
    const late = makeEngagement({ key: 'late', title: 'Written down late', on: '2022-01-31' });
    const old = makeEngagement({ key: 'old', title: 'Older than both', on: '2021-11-01' });
    const ahead = makeEngagement({ key: 'ahead', title: 'Not yet', on: '2022-06-01' });
    const first = makeReport({ ...makeEventfulPlan(), engagements: [before, old, ahead] });
    const all = { ...makeEventfulPlan(), engagements: [before, afterIt, late, old, ahead] };
    const toldBy = (previous: BoardReportData) =>
      secondReport(all, previous).facts.voices.map(({ who }) => who.replace(' (12 people)', ''));

    test('whatever its day', () => {
      expect(first.facts.voices.map(({ who }) => who)).toEqual(['Told (12 people)']);
      expect(toldBy(first)).toEqual(['Written down that day, later', 'Written down late']);
      expect(wordsOf(secondReport(all, first), 'co-production').split('\n')).toHaveLength(2);
    });

    test('by the day where the first was frozen before such names were', () => {
      const { heard: _heard, ...facts } = first.facts;
      expect(toldBy({ ...first, facts })).toEqual(['Told', 'Written down that day, later']);
    });
  });

  test('shows measures beside what they were', () => {
    const [table] = secondReport(laterPlan()).sections.find(({ id }) => id === 'measures')?.tables ?? [];
    expect(table?.columns[1]).toBe('Last report');
    expect(table?.rows[0]?.[1]?.text).toBe('96 placements on 7 Feb 2022');
  });
});

describe('where no report was made', () => {
  test('it tells up to the next meeting what is since two months before', () => {
    const plan = makeEventfulPlan();
    expect(reportNow(plan, sendBoard(plan), FEBRUARY)).toEqual(makeReport(plan));
  });

  test('a board that never meets looks back two months from today', () => {
    const plan = makeEventfulPlan();
    const board = { ...sendBoard(plan), firstMeeting: null };
    const report = reportNow(plan, board, FEBRUARY);
    expect([report.meetingWords, report.periodWords]).toEqual([
      'No meeting is planned',
      '7 Dec 2021 to 7 Feb 2022',
    ]);
  });
});

describe('without data', () => {
  const board = makeGroup({ key: 'board', title: 'Board', kind: 'Board' });
  const report = buildReport(
    makePlan({ groups: [board] }),
    board,
    { meetingOn: null, periodFrom: '2021-12-14', periodTo: FIRST_MEETING, previous: null },
    FEBRUARY,
  );

  test.each([
    ['asked', 'Nothing is asked of the board: no item waits on others, and none is Red.'],
    ['changed', 'Nothing was reached, nothing slipped, nothing turned Red and nothing was opened again.'],
    ['themes', 'There are no figures: the plan has no recommendations yet.'],
    ['risks', 'Nothing waits on others, nothing is Amber, and no item went without a word.'],
    ['measures', 'The plan has no measures.'],
    ['co-production', 'Nothing that groups said was recorded in this period.'],
  ] as const)('the section “%s” says so', (id, words) => {
    expect(wordsOf(report, id)).toBe(words);
  });

  test('confidence is not made up, and neither is a meeting', () => {
    expect(wordsOf(report, 'confidence')).toContain('No overall confidence can be given');
    expect(wordsOf(report, 'next')).toMatch(/^No recommendation and no milestone is due by /);
    expect(report.meetingWords).toBe('No meeting is planned');
    expect(report.headline).toBe('This plan has no recommendations yet.');
  });

  test('an untouched plan has nothing to tell of January but what is late', () => {
    expect(wordsOf(makeReport(makeSamplePlan()), 'changed')).toContain('Nothing was reached.');
  });
});

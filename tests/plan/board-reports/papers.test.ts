import { describe, expect, test } from '@jest/globals';
import { easyReadPaper } from '../../../plan/board-reports/easy-read.ts';
import { namedInPublic } from '../../../plan/board-reports/named-in-public.ts';
import { notePaper } from '../../../plan/board-reports/public-note.ts';
import { reportPaper } from '../../../plan/board-reports/report-paper.ts';
import type { Paper } from '../../../plan/content.ts';
import { makeEngagement, makeOwner, makePlan } from '../../helpers/make-plan.ts';
import { makeEventfulPlan } from './helpers/eventful-plan.ts';
import { makeEdit, makeReport, wordsOf } from './helpers/make-report.ts';
import { headingsOf, textOf } from './helpers/paper-text.ts';

const report = makeReport(makeEventfulPlan());
const draft = { version: null, correction: null, approvedWords: null };

describe('the paper of a report', () => {
  test('has every section under a heading, in the order a board reads', () => {
    const paper = reportPaper(report, [], draft);
    expect(headingsOf(paper)).toEqual(report.sections.map(({ title }) => title));
    expect(paper.subtitle.at(-1)).toBe('As at Mon 7 Feb 2022, 09:00 · Draft, not approved yet');
    expect(paper.footer).toBe('SEND Improvement Board · 14 Dec 2021 to 14 Feb 2022 · Draft');
  });

  test('shows the colours as a bar that says everything in words', () => {
    const bar = reportPaper(report, [], draft).blocks.find(({ kind }) => kind === 'bar');
    expect(bar).toMatchObject({
      bar: { alternative: 'Of 31 recommendations: 10 Complete, 17 Green, 1 Amber, 3 Red.' },
    });
  });

  test('says what people made of a section, internal or not, and leaves the tables as they are', () => {
    const edits = [makeEdit('changed', { words: 'A good month.\nInternal: two people left.' })];
    const paper = reportPaper(report, edits, draft);
    expect(textOf(paper)).toContain('A good month.');
    expect(textOf(paper)).toContain('Internal: two people left.');
    expect(textOf(paper)).not.toContain('Newly Red, with why');
    expect(paper.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(4);
  });

  test('a correction opens with what is different', () => {
    const about = {
      version: 2,
      correction: 'Recommendation 4 waits on Data, not on Finance.',
      approvedWords: 'Approved by the Director on Tue 15 Feb 2022',
    };
    const paper = reportPaper(report, [], about);
    expect(paper.blocks.slice(0, 4)).toEqual([
      { kind: 'heading', level: 1, text: 'What is different from the version before' },
      { kind: 'paragraph', text: 'Recommendation 4 waits on Data, not on Finance.' },
      { kind: 'heading', level: 1, text: 'In short' },
      { kind: 'paragraph', text: report.headline },
    ]);
    expect(paper.subtitle.at(-1)).toContain('Approved by the Director on Tue 15 Feb 2022');
    expect(paper.footer).toContain('Version 2');
  });
});

/** What officers and groups wrote of items in January. */
const OFFICERS_WORDS = [
  'Two schools still to comment',
  'who funds the data analyst',
  'Staff absence',
  'Cover from March',
  'No provider found',
  'A second round of tenders',
  'Panel agreed and minuted',
  'Signed by all partners',
  'Share the draft process map',
];

describe.each([
  ['the public note', notePaper],
  ['the easy-read summary', easyReadPaper],
] as const)('%s', (_name, paperOf: typeof notePaper) => {
  test('holds nothing that officers wrote', () => {
    const text = textOf(paperOf(report, []));
    for (const words of OFFICERS_WORDS) expect(text).not.toContain(words);
    expect(text).toContain('Agree how high-cost SEND placements are approved');
    expect(text).toContain('Write a graduated response protocol with schools');
  });

  test('tells nothing of a section that somebody called internal', () => {
    const ids = ['changed', 'next', 'measures', 'co-production'] as const;
    const withheld = ids.map((id) => makeEdit(id, { isInternal: true }));
    const text = textOf(paperOf(report, withheld));
    expect(text).not.toContain('high-cost SEND placements');
    expect(text).not.toContain('graduated response');
    expect(text).not.toContain('Join up plans');
    expect(text).not.toContain('placements on');
  });
});

describe('what people said', () => {
  const said = [
    makeEngagement({ said: 'The words are hard to read', answer: 'We did', outcome: 'An easy-read summary' }),
    makeEngagement({ key: 'engagement-2', said: 'Internal: she was upset', voices: null }),
    makeEngagement({ key: 'engagement-3', said: 'Come to us', outcome: 'Fine. Internal: not Sam' }),
    makeEngagement({ key: 'engagement-4', said: 'We need buses\nInternal: Sam asked' }),
  ];
  const heard = makeReport({ ...makeEventfulPlan(), engagements: said });

  test('stands in the note, but for what is internal', () => {
    const text = textOf(notePaper(heard, []));
    expect(text).toContain(
      'Parents and carers (12 people) said: The words are hard to read. We did: An easy-read summary.',
    );
    expect(text).not.toMatch(/upset|Sam/);
  });

  test('and in the easy-read summary, one idea a line', () => {
    const text = textOf(easyReadPaper(heard, []));
    expect(text).toContain(
      'Parents and carers (12 people) said:\nThe words are hard to read.\nWe did this:\nAn easy-read summary.',
    );
    expect(text).not.toMatch(/upset|Sam/);
  });
});

test('a measure that nobody has read since it began is told as that, not as how it is now', () => {
  const unread = makeReport({ ...makeEventfulPlan(), readings: [] });
  const [table] = unread.sections.find(({ id }) => id === 'measures')?.tables ?? [];
  expect(table?.rows[0]?.map(({ text }) => text)).toContain('78 placements at the start');
  expect(textOf(notePaper(unread, []))).toContain('78 placements at the start; target');
  expect(textOf(easyReadPaper(unread, []))).toContain(
    'At the start: 78 placements.\nWe have no newer number yet.',
  );
});

test('whoever approves is told whom of the plan the public would read of', () => {
  const plan = makePlan({
    owners: [
      makeOwner({ title: 'Jo Miller' }),
      makeOwner({ title: 'Ann Lee' }),
      makeOwner({ title: 'Panel' }),
    ],
  });
  const named = (words: string) =>
    namedInPublic(plan, [notePaper(report, [makeEdit('next', { words })]), easyReadPaper(report, [])]);
  expect(named('Ask jo miller, not Joann Lee. The Panel meets.')).toMatch(/names Jo Miller: read both/);
  expect(named('The panel meets.\nInternal: Jo Miller is away.')).toBeNull();
});

describe('the public note', () => {
  const note = (words: string, isInternal: boolean | null = null) =>
    textOf(notePaper(report, [makeEdit('changed', { words, isInternal })]));

  test('takes over what was written in a section once that is for the public', () => {
    expect(note('Our panel works.')).not.toContain('Our panel works.');
    expect(note('Our panel works.', false)).toContain('Our panel works.');
  });

  test('takes over what was written in a section that always is', () => {
    const edits = [makeEdit('next', { words: 'Spring is busy.' })];
    const text = textOf(notePaper(report, edits));
    expect(text).toContain('Spring is busy.');
    expect(text).not.toContain('Join up plans that overlap: Mar 2022');
  });

  test('leaves out every internal paragraph, with the list that follows it', () => {
    const text = note('Fine.\nInternal: who left:\n- Anne\n- Sam\nBack to all.', false);
    expect(text).toContain('Fine.');
    expect(text).toContain('Back to all.');
    expect(text).not.toMatch(/Anne|Sam|who left/);
  });

  test('stays on one page', () => {
    const lines = notePaper(report, []).blocks.map((block) =>
      block.kind === 'list' ? block.entries.length : 1,
    );
    expect(lines.reduce((all, count) => all + count, 0)).toBeLessThan(30);
  });
});

describe('what somebody took out of a report, or called internal there', () => {
  const heard = makeReport({
    ...makeEventfulPlan(),
    engagements: [
      makeEngagement({ said: 'The words are hard to read', on: '2022-02-01' }),
      makeEngagement({ key: 'engagement-2', said: 'Sam was left alone', on: '2022-01-20' }),
    ],
  });
  const edited = (id: 'co-production' | 'changed' | 'next', change: (words: string) => string) =>
    textOf(easyReadPaper(heard, [makeEdit(id, { words: change(wordsOf(heard, id)) })]));

  test('is told by the easy-read summary before that', () => {
    expect(textOf(easyReadPaper(heard, []))).toContain('Sam was left alone');
  });

  test.each([
    ['a voice taken out', (words: string) => words.replace(/^- .*Sam.*$/m, '')],
    ['a voice called internal', (words: string) => words.replace(/^- (.*Sam)/m, '- Internal: $1')],
  ])('%s stands in no easy-read summary, and the other one does', (_name, change) => {
    const text = edited('co-production', change);
    expect(text).not.toContain('Sam');
    expect(text).toContain('What people told us');
    expect(text).toContain('The words are hard to read');
  });

  test('nothing is left of voices without any', () => {
    expect(edited('co-production', () => 'Internal: nothing for now')).not.toContain('What people told us');
  });

  test('an item whose line begins with “Internal:” neither', () => {
    const title = 'Agree how high-cost SEND placements are approved';
    expect(edited('changed', (words) => `${words} Good.`)).toContain(title);
    const text = edited('changed', (words) => words.replace(`- 24 ${title}`, `- Internal: 24 ${title}`));
    expect(text).not.toContain(title);
    expect(text).not.toContain('We did not finish anything');
    const next = edited('next', (words) => words.replace(/^- /gm, '- Internal: '));
    expect(next).not.toContain('Join up plans that overlap');
  });
});

describe('the easy-read summary', () => {
  const paper: Paper = easyReadPaper(report, []);

  test('explains each colour where it names one', () => {
    const text = textOf(paper);
    expect(text).toContain('17 things are green.\nThat means they are going well.');
    expect(text).toContain('1 thing is amber.\nThat means it has some problems.');
    expect(text).toContain('3 things are red.\nThat means they are late or need help.');
  });

  test('writes dates in full', () => {
    const text = textOf(paper);
    expect(text).toContain('We first said: March 2022.');
    expect(text).toContain('96 placements on 7 February 2022');
    expect([paper.subtitle.join(' '), text].join(' ')).not.toMatch(/\b(Jan|Feb|Mar|Apr|Sep|Dec) \d{4}/);
  });
});

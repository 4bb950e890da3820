import { describe, expect, test } from '@jest/globals';
import type { PlanDocument } from '../../plan/import/document.ts';
import { understand } from '../../plan/import/understand.ts';

const KNOWN = { groups: ['Data', 'Schools'], owners: ['Sam Fielding', 'Jo Marsh'] };

function sheet(name: string | null, ...rows: readonly (readonly string[])[]): PlanDocument {
  const table = { name, rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
  return { tables: [table], prose: [], isSpreadsheet: true };
}

function read(document: PlanDocument, columns: Record<string, string | null> = {}) {
  const { imported, ...rest } = understand(document, { columns, known: KNOWN, planId: 'plan-a' });
  return { ...rest, rows: imported.flatMap(({ list, rows }) => rows.map(({ says }) => ({ list, ...says }))) };
}

/** What one cell under a header comes to, in a table of actions. */
function cell(header: string, text: string) {
  const { rows, doubts } = read(sheet(null, ['Action', 'Group', header], ['Do it', 'Data', text]));
  const { list: _list, title: _title, group: _group, ...said } = { title: '', group: '', ...rows[0] };
  return { said, doubts };
}

describe('a table is of the list that its words say', () => {
  test.each<[string, string[], string, (string | null)[]]>([
    [
      'an officer’s recommendations',
      ['Ref', 'Recommendation', 'Theme', 'Lead', 'Due', 'Status', 'RAG', 'Comments'],
      'Recommendations',
      ['number', 'fullText', 'theme', 'owner', 'due', 'stage', 'confidence', 'latestNote'],
    ],
    [
      'other words for them',
      [
        'No.',
        'Recommendation text',
        'Workstream',
        'Lead Officer',
        'Target date',
        'Status (Dec 2021)',
        'RAG rating',
        'Update',
      ],
      'Recommendations',
      ['number', 'fullText', 'theme', 'owner', 'due', 'stage', 'confidence', 'latestNote'],
    ],
    [
      'actions under recommendations',
      ['Action', 'Recommendation', 'Who', 'By when'],
      'Actions',
      ['title', 'recommendation', 'owner', 'due'],
    ],
    [
      'tasks',
      ['Task', 'Assigned to', 'Deadline', 'Blockers'],
      'Actions',
      ['title', 'owner', 'due', 'blocker'],
    ],
    ['milestones', ['Milestone', 'Theme', 'Due date'], 'Milestones', ['title', 'theme', 'due']],
    [
      'an engagement log',
      ['Date', 'Group met', 'What they said', 'What came of it', 'How many people'],
      'Engagement log',
      ['on', 'title', 'said', 'outcome', 'voices'],
    ],
    ['people', ['Name', 'E-mail address', 'Role', 'Group'], 'Owners', ['title', 'email', 'roles', 'groups']],
    ['groups', ['Group', 'Chair', 'First meeting'], 'Groups', ['title', 'chair', 'firstMeeting']],
    [
      'measures',
      ['Measure', 'Baseline', 'Target', 'By when'],
      'Measures',
      ['title', 'baseline', 'target', 'targetDate'],
    ],
    ['what nobody knows beside', ['Action', 'Owner', 'Cost code'], 'Actions', ['title', 'owner', null]],
  ])('%s', (_what, header, list, fields) => {
    const values = header.map((_, at) => ['1', 'Text', 'x', 'y', '2022-01-01', 'Done', 'Red', 'z'][at] ?? '');
    const { columns, rows } = read(sheet(null, header, values));
    expect(columns.map(({ field }) => field)).toEqual(fields);
    expect(rows.map((row) => row.list)).toEqual([list]);
  });

  test('the name of a sheet decides between two', () => {
    const header = ['Title', 'Due'];
    for (const list of ['Actions', 'Milestones'])
      expect(read(sheet(list, header, ['Do it', ''])).rows).toEqual([{ list, title: 'Do it' }]);
  });

  test('what is of no list is told, naming the sheet', () => {
    const both = { ...sheet('Actions', ['Action', 'Owner'], ['Do it', 'Jo Marsh']) };
    const rota = sheet('Rota', ['Mon', 'Tue'], ['a', 'b']);
    const { doubts } = read({ ...both, tables: [...both.tables, ...rota.tables] });
    expect(doubts).toEqual([expect.stringMatching(/^Sheet Rota is not one of .*: it is left out\.$/)]);
  });
});

describe('what the cells say overrules a header that leaves room', () => {
  test.each([
    ['Lead', 'Data', 'group'],
    ['Lead', 'Jo Marsh', 'owner'],
    ['Team', 'Sam Fielding', 'owner'],
    ['Status', 'Amber', 'confidence'],
    ['Progress', 'Schools have met twice since Christmas and a draft is out', 'latestNote'],
    ['Progress', 'In progress', 'stage'],
  ])('%s: %s', (header, text, field) => {
    const { columns } = read(sheet(null, ['Action', header], ['Do it', text], ['Then', text]));
    expect(columns[1]).toEqual({ header, field });
  });

  test('but not what somebody says of the column', () => {
    const { rows } = read(sheet(null, ['Action', 'Lead'], ['Do it', 'Data']), { lead: 'Owner' });
    expect(rows).toEqual([{ list: 'Actions', title: 'Do it', owner: 'Data' }]);
  });
});

describe('a cell', () => {
  test.each([
    ['Due', 'Mar-22', { forecastDue: '2022-03-31' }],
    ['Due', 'by the end of March 2022', { forecastDue: '2022-03-31' }],
    ['Due', '03/04/2022', { forecastDue: '2022-04-03' }],
    ['Due', '3.4.22', { forecastDue: '2022-04-03' }],
    ['Due', 'Mon 24 Jan 2022', { forecastDue: '2022-01-24' }],
    ['Due', '44654', { forecastDue: '2022-04-03' }],
    ['Due', '–', {}],
    ['Due', 'N/A', {}],
    ['Status', 'Under way', { stage: 'In progress' }],
    ['Status', 'Mar-22', { forecastDue: '2022-03-31' }],
    ['RAG', 'a', { confidence: 'Amber' }],
    ['Completed', '1 Feb 2022', { completedOn: '2022-02-01' }],
    ['Comments', '- none', { latestNote: '- none' }],
  ])('%s “%s” is understood', (header, text, said) => {
    expect(cell(header, text)).toEqual({ said, doubts: [] });
  });

  test.each([
    ['Due', 'end of Q1', 'no date'],
    ['Due', 'TBC', 'no date'],
    ['Due', '31/02/2022', 'no date'],
    ['Due', '2022', 'no date'],
    ['RAG', 'Amber/Green', 'not Green, Amber or Red'],
    ['Status', 'Delayed', 'neither a stage'],
    ['Comments', 'x'.repeat(64_000), '64000 characters are more than the 63999'],
  ])('%s “%s” is left out and told, naming row and column', (header, text, why) => {
    const { said, doubts } = cell(header, text);
    expect(said).toEqual({});
    expect(doubts).toEqual([
      expect.stringMatching(new RegExp(`^Row 2, column ${header}: .*${why}.*rest of the row is imported`)),
    ]);
  });

  test('in a column without a header is told, unless it is empty', () => {
    const { doubts } = read(sheet('Log', ['Action', '', 'Owner', ''], ['Do it', 'stray', 'Jo Marsh', '']));
    expect(doubts).toEqual(['A column of sheet Log without a header is left out.']);
  });
});

describe('a row', () => {
  test('that names nothing is told and left out; blank ones and repeated headers are not there', () => {
    const header = ['Ref', 'Recommendation'];
    const { rows, doubts } = read(
      sheet('Plan', header, ['R7', 'Agree'], ['', ''], header, ['', 'Nameless'], ['7', 'Again']),
    );
    expect(rows).toEqual([{ list: 'Recommendations', number: 7, fullText: 'Agree' }]);
    expect(doubts).toEqual([
      'Sheet Plan, row 5: it has no number, so it cannot be imported.',
      'Sheet Plan, row 6: Recommendation 7 is there twice. The first is imported.',
    ]);
  });

  test('whose title is too long is shortened, and its wording kept where there is room', () => {
    const long = `${'Agree a protocol with every school and setting '.repeat(8)}.`;
    const action = understand(sheet(null, ['Action', 'Owner'], [long, '']), {
      columns: {},
      known: KNOWN,
      planId: 'p',
    });
    const [row] = action.imported[0]?.rows ?? [];
    expect(String(row?.says.title).length).toBeLessThanOrEqual(255);
    expect(row?.fills).toEqual({ details: long });
    expect(action.doubts).toEqual([
      expect.stringMatching(/^Row 2: its title has more than 255.*whole in Details/),
    ]);
    expect(read(sheet(null, ['Milestone', 'Due'], [long, ''])).doubts).toEqual([
      expect.stringMatching(/^Row 2: its title has more than 255.*It is shortened: check it/),
    ]);
  });
});

describe('columns that are named', () => {
  const table = sheet(null, ['Ref', 'Recommendation', 'Budget'], ['1', 'Agree', '5']);

  test('are taken for it, or left out without a word', () => {
    expect(read(table, { Budget: 'Priority' }).rows).toMatchObject([{ priority: 5 }]);
    expect(read(table, { Budget: null }).doubts).toEqual([]);
    expect(read(table).doubts).toEqual(['Column Budget is not one that Milepost knows: it is left out.']);
  });

  test('that are not there are refused, saying which there are', () => {
    expect(() => read(table, { Colour: 'number' })).toThrow(
      'There is no column “Colour” in the table. There are: Ref, Recommendation, Budget.',
    );
    expect(() => read(table, { Budget: 'shoe size' })).toThrow(
      /“shoe size” is no field of these lists\. There are: number, title/,
    );
  });
});

test('ids count in the plan they come from only', () => {
  const ids = (planId: string) =>
    understand(sheet('Actions', ['Action', 'Stage', 'Id in plan-a'], ['Do it', '', '7']), {
      columns: {},
      known: KNOWN,
      planId,
    });
  expect(ids('plan-a').imported[0]?.rows[0]?.itemId).toBe(7);
  expect(ids('plan-a').doubts).toEqual([]);
  expect(ids('plan-b').imported[0]?.rows[0]?.itemId).toBeNull();
  expect(ids('plan-b').doubts).toEqual([expect.stringContaining('Id in plan-a')]);
});

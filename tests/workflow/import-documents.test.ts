import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { textDocument } from '../../plan/import/text-document.ts';
import { understand } from '../../plan/import/understand.ts';
import { readFile } from '../../workflow/import/documents/read-file.ts';
import { excelDay, makeDocx, makeMarkdown, makeXlsx, makeZip, tableOf } from './helpers/make-files.ts';

const NOTHING_KNOWN = { columns: {}, known: { groups: [], owners: [] }, planId: 'p' };
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

/** What a file says of its rows, list by list. */
async function rowsIn(name: string, bytes: Uint8Array) {
  const { document } = await readFile(name, bytes);
  const { imported } = understand(document, NOTHING_KNOWN);
  return imported.flatMap(({ list, rows }) => rows.map(({ says, fills }) => ({ list, ...fills, ...says })));
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const error = await rowsIn(name, bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'AppError', userMessage: expect.any(String) });
  return (error as { userMessage: string }).userMessage;
}

describe.each(['sandbox/seed/plan.txt', 'tests/fixtures/published-plan.txt'])('the plan %s', (path) => {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const asText = understand(textDocument(text), NOTHING_KNOWN);
  const points = textDocument(text);

  test.each([
    ['a Word document', 'plan.docx', () => makeDocx(points)],
    ['Markdown', 'plan.md', async () => utf8(makeMarkdown(points))],
    ['a Word document called a workbook', 'plan.xlsx', () => makeDocx(points)],
    ['text called CSV', 'plan.csv', async () => utf8(text)],
    ['text as Windows writes it', 'plan.txt', async () => utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
  ])('says the same as %s', async (_what, name, make) => {
    const { document } = await readFile(name, await make());
    expect(understand(document, NOTHING_KNOWN)).toEqual(asText);
  });
});

const HEADER = ['Ref', 'Recommendation', 'Due'];
const ROW = ['7', 'Agree a “plan” – now; é', '03/04/2022'];
const UNDERSTOOD = {
  list: 'Recommendations',
  number: 7,
  fullText: 'Agree a “plan” – now; é',
  forecastDue: '2022-04-03',
  baselineDue: '2022-04-03',
  duePrecision: 'Day',
};
const csv = (separator: string) =>
  [HEADER, ROW].map((row) => row.map((cell) => `"${cell}"`).join(separator)).join('\r\n');
/** Windows-1252 has curly quotes and the dash where UTF-8 has nothing. */
const windows1252 = (text: string) =>
  Uint8Array.from(
    [...text],
    (letter) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[letter] ?? letter.charCodeAt(0),
  );

describe('the same table is read from', () => {
  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array]>([
    ['Word', 'x.docx', () => makeDocx({ prose: [], tables: [tableOf(HEADER, ROW)] })],
    ['Excel', 'x.xlsx', () => makeXlsx({ Sheet1: [HEADER, [7, ROW[1], excelDay(44_654)]] })],
    ['CSV with commas', 'x.csv', () => utf8(csv(','))],
    ['CSV with semicolons', 'x.csv', () => utf8(csv(';'))],
    ['CSV with tabs', 'x.csv', () => utf8(csv('\t'))],
    ['CSV with a byte-order mark', 'x.csv', () => utf8(`\uFEFF${csv(',')}`)],
    ['CSV in UTF-16 with a mark', 'x.csv', () => utf16(`\uFEFF${csv(';')}`)],
    ['CSV in UTF-16 without a mark', 'x.csv', () => utf16(csv('\t'))],
    ['CSV in Windows-1252', 'x.csv', () => windows1252(csv(','))],
    ['CSV called text', 'x.txt', () => utf8(csv(','))],
    ['text with tabs', 'x.txt', () => utf8([HEADER, ROW].map((row) => row.join('\t')).join('\n'))],
    ['a workbook called CSV', 'x.csv', () => makeXlsx({ Sheet1: [HEADER, ROW] })],
    [
      'a number Excel keeps a date by',
      'x.csv',
      () => utf8('Ref,Recommendation,Due\n7,Agree a “plan” – now; é,44654'),
    ],
  ])('%s', async (_what, name, make) => {
    expect(await rowsIn(name, await make())).toEqual([UNDERSTOOD]);
  });
});

describe('a workbook', () => {
  test('has a list on each sheet; headers may stand below a title, and blank rows between', async () => {
    const bytes = await makeXlsx({
      Cover: [['Improvement plan']],
      Actions: [
        ['Actions log'],
        [],
        ['Action', 'Owner', 'Deadline'],
        ['Do it', 'Sam', 'March 2022'],
        [],
        ['Then that'],
      ],
      People: [
        ['Name', 'Email'],
        ['Sam', 'sam@example.org'],
      ],
    });
    expect(await rowsIn('x.xlsx', bytes)).toEqual([
      { list: 'Owners', title: 'Sam', email: 'sam@example.org' },
      expect.objectContaining({
        list: 'Actions',
        title: 'Do it',
        forecastDue: '2022-03-31',
        duePrecision: 'Month',
      }),
      { list: 'Actions', title: 'Then that' },
    ]);
  });

  test('a date that Excel shows as a month is that month', async () => {
    const bytes = await makeXlsx({
      Actions: [
        ['Action', 'Due'],
        ['Month', excelDay(44_621, 'mmm-yy')],
        ['Day', excelDay(44_621, 'd mmm yy')],
      ],
    });
    expect((await rowsIn('x.xlsx', bytes)).map((row) => Object.values(row).slice(1, 3))).toEqual([
      ['2022-03-31', 'Month'],
      ['2022-03-01', 'Day'],
    ]);
  });

  test('what is merged over several rows stands in each', async () => {
    const bytes = await makeXlsx({
      Actions: [
        ['Action', 'Theme of it', 'Details'],
        ['One', 'x', { value: 'Both', rowSpan: 2 }],
        ['Two', 'x', null],
      ],
    });
    expect((await rowsIn('x.xlsx', bytes)).map((row) => 'details' in row && row.details)).toEqual([
      'Both',
      'Both',
    ]);
  });
});

test('what is merged over several rows of a Word table stands in each', async () => {
  const bytes = makeZip(
    wordParts(
      '<w:tbl>' +
        row(cell('Action'), cell('Details')) +
        row(cell('One'), cell('Both', '<w:vMerge w:val="restart"/>')) +
        row(cell('Two'), cell('', '<w:vMerge/>')) +
        '</w:tbl>',
    ),
  );
  expect((await rowsIn('x.docx', bytes)).map((one) => 'details' in one && one.details)).toEqual([
    'Both',
    'Both',
  ]);
});

describe('a formula', () => {
  const sheet = (cells: string) => ({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="Actions" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
  });
  const header =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Action</t></is></c><c r="B1" t="inlineStr"><is><t>Notes</t></is></c></row>';
  const action = '<c r="A2" t="inlineStr"><is><t>Do it</t></is></c>';

  test('counts by the result that the file holds', async () => {
    const bytes = makeZip(
      sheet(`${header}<row r="2">${action}<c r="B2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>`),
    );
    expect(await rowsIn('x.xlsx', bytes)).toEqual([{ list: 'Actions', title: 'Do it', latestNote: 'ab' }]);
  });

  test('without a result is left empty and told, naming sheet and cell', async () => {
    const bytes = makeZip(sheet(`${header}<row r="2">${action}<c r="B2" t="str"><f>A2</f></c></row>`));
    const { document, doubts } = await readFile('x.xlsx', bytes);
    expect(document.tables[0]?.rows[1]?.cells).toEqual(['Do it', '']);
    expect(doubts).toEqual([
      expect.stringMatching(/Sheet Actions, cell B2 .*Open the file in Excel, save it/),
    ]);
  });

  test.each([
    ['a cell at the end of the world', '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'],
    ['a cell far to the right', '<row r="2"><c r="XFD2"><v>1</v></c></row>'],
  ])('%s is refused before memory is filled up to it', async (_what, cells) => {
    expect(await refusal('x.xlsx', makeZip(sheet(`${header}${cells}`)))).toMatch(
      /far beyond any plan.*new workbook/,
    );
  });
});

describe('is refused, saying what to do:', () => {
  const ole = (stream: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(504),
      ...utf16(stream),
    ]);
  const bomb = () =>
    saying(200_000_000, makeZip({ 'word/document.xml': '<w:document/>', 'word/styles.xml': '<w:styles/>' }));

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['an empty file', () => new Uint8Array(), /is empty/],
    ['blank text', () => utf8(' \n\t\r\n'), /is empty/],
    ['a file over 20 MB', () => new Uint8Array(20 * 1024 * 1024 + 1), /larger than 20 MB/],
    ['a file with a password', () => ole('EncryptedPackage'), /password.*take the password off/],
    ['an old Word document', () => ole('WordDocument'), /\.doc\).*save it as a Word document \(\.docx\)/],
    ['an old workbook', () => ole('Workbook'), /\.xls\).*save it as an Excel workbook \(\.xlsx\)/],
    ['another old Office file', () => ole('x'), /old Office file/],
    ['a PDF', () => utf8('%PDF-1.7'), /is a PDF\. Send the Word document/],
    ['rich text', () => utf8('{\\rtf1 x}'), /rich text/],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /is a picture/],
    [
      'bytes without meaning',
      () => new Uint8Array(300).map((_, at) => (at * 7) % 251),
      /not one that Milepost can read/,
    ],
    ['a damaged packed file', () => makeZip({ 'a.xml': 'x'.repeat(999) }).slice(0, 40), /damaged/],
    ['a packed file of something else', () => makeZip({ 'META-INF/x.xml': 'x' }), /neither Word nor Excel/],
    ['a PowerPoint file', () => makeZip({ 'ppt/presentation.xml': 'x' }), /PowerPoint/],
    ['a Word file that is none', () => makeZip({ 'word/document.xml': 'x' }), /damaged|no text/],
    ['a workbook that is none', () => makeZip({ 'xl/workbook.xml': '<' }), /damaged|empty/],
    ['a file that unpacks to fill the memory', bomb, /unpacks to far more/],
    [
      'a file of thousands of parts',
      () => makeZip(Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`${at}.xml`, '']))),
      /unpacks to far more/,
    ],
    ['a Word file of pictures only', () => makeDocx({ prose: [], tables: [] }), /holds no text/],
    ['a workbook of empty sheets', () => makeXlsx({ Sheet1: [[null]] }), /only empty sheets/],
    [
      'a letter',
      () => utf8('Dear colleagues,\nthe meeting is moved.'),
      /does not look like an improvement plan/,
    ],
    [
      'a spreadsheet of something else',
      () =>
        makeXlsx({
          Rota: [
            ['Mon', 'Tue'],
            ['x', 'y'],
          ],
        }),
      /does not look like an improvement plan/,
    ],
  ])('%s', async (_what, make, words) => {
    expect(await refusal('plan.docx', await make())).toMatch(words);
  });

  test('a part that unpacks to more than it says is cut off there', async () => {
    const bytes = saying(10, makeZip({ 'xl/workbook.xml': ' '.repeat(1_000_000) }));
    expect(await refusal('x.xlsx', bytes)).toMatch(/damaged|empty/);
  });
});

/** The same file, saying of each of its parts that it unpacks to so many bytes. */
function saying(size: number, bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return bytes;
}

describe('wording survives', () => {
  const WORDS = [
    '“curly”, "straight", ‘single’ and »guillemets«',
    'First line\nsecond line',
    '<b>bold</b> &amp; <script>alert(1)</script> &lt;',
    '🚀 emoji and مرحبا right to left',
    '=1+1',
    '+44 20 7946 0000',
    '-5 is cold',
    '@everyone',
    '**not bold** [not a link](x) | not a cell \\ \\|',
    "'quoted'",
    'x'.repeat(30_000),
  ];

  test.each<[string, (words: string) => Promise<Uint8Array>]>([
    ['Word', (words) => makeDocx({ prose: [], tables: [tableOf(['Action', 'Notes'], ['Do it', words])] })],
    [
      'Excel',
      (words) =>
        makeXlsx({
          Actions: [
            ['Action', 'Notes'],
            ['Do it', words],
          ],
        }),
    ],
    ['CSV', async (words) => utf8(`Action,Notes\nDo it,"${words.replaceAll('"', '""')}"`)],
  ])('in %s', async (_what, make) => {
    for (const words of WORDS) {
      const [row] = await rowsIn('x', await make(words)).catch(async () =>
        rowsIn('x.csv', await make(words)),
      );
      expect(row).toEqual({ list: 'Actions', title: 'Do it', latestNote: words });
    }
  });

  test('control characters and halves of characters are left out', async () => {
    const [row] = await rowsIn('x.csv', utf8('Action,Notes\nDo it,"a\u0007b\u001Bc"'));
    expect(row).toMatchObject({ latestNote: 'abc' });
  });
});

function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
}

function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.join('')}</w:tr>`;
}

function wordParts(body: string): Record<string, string> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  };
}

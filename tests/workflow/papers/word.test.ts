import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeWord } from '../../../workflow/papers/word.ts';
import { paragraphsOf, readWord, xmlFault } from './read-word.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';

let parts: Readonly<Record<string, string>>;
let body = '';
beforeAll(async () => {
  parts = readWord(await writeWord(SAMPLE_PAPER));
  body = parts['word/document.xml'] ?? '';
});

describe('a paper as a Word document', () => {
  test('has real headings, paragraphs, captions and lists, in its order', () => {
    expect(paragraphsOf(body).slice(0, 12)).toEqual([
      { style: 'Title', text: SAMPLE_PAPER.title },
      { style: 'Subtitle', text: 'Example improvement plan' },
      { style: 'Subtitle', text: 'Period: 1 Jan to 14 Feb 2022' },
      { style: null, text: 'It costs £5 – “yes”.\nA second line, in Welsh: dŵr, ŷd; in Polish: łódź.' },
      { style: null, text: '' },
      { style: null, text: 'Green 2 · Amber 3 · Red 4' },
      { style: 'Heading1', text: 'What changed' },
      { style: 'Heading2', text: 'Slipped' },
      { style: 'ListParagraph', text: 'First entry' },
      { style: 'ListParagraph', text: 'Second entry' },
      { style: 'Caption', text: 'Recommendations whose date slipped' },
      { style: null, text: 'Item' },
    ]);
    const styles = parts['word/styles.xml'] ?? '';
    for (const [id, name] of [
      ['Title', 'Title'],
      ['Heading1', 'heading 1'],
      ['Heading2', 'heading 2'],
      ['Caption', 'caption'],
    ])
      expect(styles).toMatch(new RegExp(`w:styleId="${id}"[^>]*><w:name w:val="${name}"`, 'i'));
    expect(body.match(/<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/><\/w:numPr>/g)).toHaveLength(2);
    expect(parts['word/numbering.xml']).toContain('w:numFmt w:val="bullet"');
  });

  test('has a table as wide as the text, its head on every page, no row split, colours as words on a soft shade', () => {
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows).toHaveLength(61);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_row, at) => at === 0));
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const sum = widths.reduce((total, width) => total + width, 0);
    expect(sum).toBeLessThanOrEqual(11_906 - 2 * 1134);
    expect(sum).toBeGreaterThan(11_906 - 2 * 1134 - 4);
    const colour = rows[1]?.match(/<w:tc>.*?<\/w:tc>/gs)?.[2] ?? '';
    expect(colour).toContain('w:fill="FBDDDB"');
    expect(paragraphsOf(colour)).toEqual([{ style: null, text: 'Red' }]);
  });

  test('says the bar in words, and the page, language, title and foot', () => {
    expect(body).toContain('descr="Of 9 recommendations: 2 Green, 3 Amber, 4 Red."');
    expect(body).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
    expect(parts['word/styles.xml']).toContain('w:ascii="Arial"');
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Milepost</dc:creator>');
    expect(parts['docProps/core.xml']).toContain(
      'Partnership board: report &lt;draft&gt; &amp; more</dc:title>',
    );
    expect(parts['docProps/core.xml']).not.toContain('dcterms:');
    const foot = parts['word/footer1.xml'] ?? '';
    expect(foot).toContain('Partnership board · Draft');
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
  });

  test('has letters of 14 points where they are to be large, and 11 otherwise', async () => {
    const large = readWord(await writeWord({ ...SAMPLE_PAPER, isLarge: true }));
    const sizeOf = (xml = '') => /<w:rPrDefault>.*?<w:sz w:val="(\d+)"/s.exec(xml)?.[1];
    expect([sizeOf(parts['word/styles.xml']), sizeOf(large['word/styles.xml'])]).toEqual(['22', '28']);
    const cell = /<w:tc>.*?<\/w:tc>/s.exec(large['word/document.xml'] ?? '')?.[0];
    expect(cell).toContain('<w:sz w:val="28"/>');
  });

  test('is XML that Word can read, and the same bytes for the same paper', async () => {
    for (const [path, text] of Object.entries(parts)) expect([path, xmlFault(text)]).toEqual([path, null]);
    const [one, other] = [await writeWord(SAMPLE_PAPER), await writeWord(structuredClone(SAMPLE_PAPER))];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

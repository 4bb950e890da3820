import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import type { Paper } from '../../../plan/content/paper.ts';
import { writeWord } from '../../../workflow/papers/word.ts';
import { claimingSize, makeTemplate, tableOf, withPart } from './make-template.ts';
import { paragraphsOf, readWord, xmlFault } from './read-word.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';

const SHORT: Paper = { ...SAMPLE_PAPER, blocks: SAMPLE_PAPER.blocks.slice(0, 5) };

describe('a council’s own document', () => {
  test('keeps all that is its own around the report, which takes its styles', async () => {
    const template = await makeTemplate(['Before', ['{{re', 'port', '}}'], 'After']);
    const bytes = await writeWord(SAMPLE_PAPER, { template });
    const parts = readWord(bytes);
    const paragraphs = paragraphsOf(parts['word/document.xml'] ?? '');
    expect(paragraphs.slice(0, 4)).toEqual([
      { style: 'Heading1', text: 'Cover sheet' },
      { style: null, text: 'Before' },
      { style: 'Title', text: SAMPLE_PAPER.title },
      { style: 'MilepostSubtitle', text: 'Example improvement plan' },
    ]);
    expect(paragraphs.at(-1)).toEqual({ style: null, text: 'After' });
    expect(paragraphs).toContainEqual({ style: 'Heading1', text: 'What changed' });
    expect(paragraphs.some(({ text }) => text.includes('{{'))).toBe(false);
    // Its look stays as it is; a style that it lacks is added.
    expect(parts['word/styles.xml']).toContain('123456');
    expect(parts['word/styles.xml']).toContain('w:styleId="MilepostSubtitle"');
    expect(parts['word/header1.xml']).toContain('Example Council');
    expect(parts['docProps/core.xml']).toContain('&lt;draft&gt; &amp; more</dc:title>');
    for (const [path, text] of Object.entries(parts)) expect([path, xmlFault(text)]).toEqual([path, null]);
  });

  test('is filled as wide as its own page, with lists, the bar and tables, and the same each time', async () => {
    const template = await makeTemplate(['{{ report }}']);
    const bytes = await writeWord(SAMPLE_PAPER, { template });
    const body = readWord(bytes)['word/document.xml'] ?? '';
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const sum = widths.reduce((total, width) => total + width, 0);
    expect(sum).toBeLessThanOrEqual(12_240 - 4000);
    expect(sum).toBeGreaterThan(12_240 - 4000 - 4);
    expect(body).toContain('descr="Of 9 recommendations');
    expect(body).toContain('<w:tblHeader/>');
    expect(body.match(/<w:numPr>/g)).toHaveLength(2);
    expect(Buffer.compare(bytes, await writeWord(SAMPLE_PAPER, { template }))).toBe(0);
  });

  test('may be in another language: its styles are found by the names that every Word has for them', async () => {
    const template = withPart(await makeTemplate(['{{report}}']), 'word/styles.xml', (xml) =>
      xml.replaceAll('"Heading1"', '"Pennawd1"'),
    );
    const body = readWord(await writeWord(SAMPLE_PAPER, { template }))['word/document.xml'] ?? '';
    expect(paragraphsOf(body)).toContainEqual({ style: 'Pennawd1', text: 'What changed' });
  });

  test('may have the place in a cell of a table', async () => {
    const template = await makeTemplate([tableOf('{{report}}')]);
    const parts = readWord(await writeWord(SAMPLE_PAPER, { template }));
    expect(xmlFault(parts['word/document.xml'] ?? '')).toBeNull();
    expect(parts['word/document.xml']).toContain('What changed');
  });

  test('is filled once, though the report itself says {{report}} and {{other}}', async () => {
    const paper: Paper = {
      ...SHORT,
      blocks: [{ kind: 'paragraph', text: 'Write {{report}} or {{other}}.' }],
    };
    const template = await makeTemplate(['{{report}}']);
    const body = readWord(await writeWord(paper, { template }))['word/document.xml'] ?? '';
    expect(paragraphsOf(body)).toContainEqual({ style: null, text: 'Write {{report}} or {{other}}.' });
  });
});

describe('a template that cannot be used is refused in words', () => {
  const word = makeTemplate(['{{report}}']);
  const CONTENT_TYPES = '[Content_Types].xml';
  const typed = async (type: string) =>
    withPart(await word, CONTENT_TYPES, (xml) =>
      xml.replace(/application\/vnd[^"]*document\.main\+xml/, type),
    );

  test.each([
    ['nothing', () => new Uint8Array(), 'not Word'],
    ['a text', () => strToU8('{{report}}'), 'not Word'],
    ['an older Word document', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'older or protected'],
    ['another packed file', () => zipSync({ 'a.txt': strToU8('{{report}}') }), 'not Word'],
    ['half of a Word document', async () => (await word).slice(0, 3000), 'not Word'],
    [
      'a workbook',
      () => zipSync({ [CONTENT_TYPES]: strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<w/>') }),
      'not Word',
    ],
    ['what is too large', () => new Uint8Array(5_000_001), 'too large'],
    ['what is too large unpacked', async () => claimingSize(await word, 200_000_000), 'too large'],
    ['macros', () => typed('application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
    [
      'a template of Word',
      () => typed('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'),
      'a template of Word',
    ],
    ['no place', () => makeTemplate(['{{reports}}', '{report}']), 'no place'],
    ['two places', () => makeTemplate(['{{report}}', '{{report}}']), 'several places'],
    ['words beside the place', () => makeTemplate(['Report: {{report}}']), 'not alone'],
    ['the place in the header', () => makeTemplate(['x'], {}, '{{report}}'), 'place elsewhere'],
  ] as const)('%s', async (_what, make, problem) => {
    const template = await make();
    await expect(writeWord(SHORT, { template })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { problem },
      userMessage: expect.stringMatching(
        /^The template “Board reports\/Template\.docx” in .*\b(save|upload)/i,
      ),
    });
  });
});

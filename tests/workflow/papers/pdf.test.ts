import { beforeAll, describe, expect, test } from '@jest/globals';
import { writePdf } from '../../../workflow/papers/pdf.ts';
import { allTags, type ReadPdf, readPdf, textOf } from './read-pdf.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';

let pdf: ReadPdf;
beforeAll(async () => {
  pdf = readPdf(await writePdf(SAMPLE_PAPER));
});

const tagsOf = (type: string) => allTags(pdf.root).filter((tag) => tag.type === type);

describe('a paper as a PDF', () => {
  test('is read out in its order: headings below each other, paragraphs, lists, a table, the bar in words', () => {
    expect(pdf.root.children.map((tag) => [tag.type, textOf(tag).slice(0, 30)])).toEqual([
      ['H1', 'Partnership board: report <dra'],
      ['P', 'Example improvement plan'],
      ['P', 'Period: 1 Jan to 14 Feb 2022'],
      ['P', 'It costs £5 – “yes”. A second '],
      ['Figure', ''],
      ['P', 'Green 2 · Amber 3 · Red 4'],
      ['H2', 'What changed'],
      ['H3', 'Slipped'],
      ['L', '• First entry • Second entry'],
      ['Table', 'Recommendations whose date sli'],
    ]);
    expect(tagsOf('Figure').map(({ alt }) => alt)).toEqual([
      'Of 9 recommendations: 2 Green, 3 Amber, 4 Red.',
    ]);
    expect(tagsOf('LI').map((tag) => tag.children.map(({ type }) => type))).toEqual([
      ['Lbl', 'LBody'],
      ['Lbl', 'LBody'],
    ]);
  });

  test('has a table whose head names its columns once, however many pages it takes', () => {
    expect(pdf.pageCount).toBeGreaterThan(2);
    expect(tagsOf('TH').map(({ text, scope }) => [text, scope])).toEqual([
      ['Item', 'Column'],
      ['What', 'Column'],
      ['Colour', 'Column'],
    ]);
    const rows = tagsOf('TBody')[0]?.children ?? [];
    expect(rows).toHaveLength(60);
    expect(rows[59]?.children.map(({ type, text }) => [type, text.slice(0, 25)])).toEqual([
      ['TD', 'R60'],
      ['TD', 'Words of recommendation 6'],
      ['TD', 'Red'],
    ]);
    // Drawn again on the other pages, for the eye only.
    const headed = pdf.artifacts.filter((texts) => /Item\|.*What\|.*Colour/.test(texts));
    expect(headed).toHaveLength(pdf.pageCount - 1);
  });

  test('has everything on its pages tagged or marked as there for the eye only, with the foot on each', () => {
    expect(pdf.unmarked).toEqual([]);
    expect(pdf.artifacts.map((texts) => /Page \d+ of \d+/.exec(texts)?.[0])).toEqual(
      pdf.artifacts.map((_texts, at) => `Page ${at + 1} of ${pdf.pageCount}`),
    );
    expect(pdf.artifacts.every((texts) => texts.includes(SAMPLE_PAPER.footer))).toBe(true);
  });

  test('says its language and title, claims PDF/UA, and brings its fonts', () => {
    expect(pdf.objects).toContain('/Lang (en-GB)');
    expect(pdf.objects).toContain('/Marked true');
    expect(pdf.objects).toContain('/DisplayDocTitle true');
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.metadata).toContain('Partnership board: report ‹draft› and more</rdf:li>');
    expect(pdf.objects.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(2);
  });

  test('is the same bytes for the same paper', async () => {
    const [one, other] = [await writePdf(SAMPLE_PAPER), await writePdf(structuredClone(SAMPLE_PAPER))];
    expect(Buffer.compare(one, other)).toBe(0);
    const another = await writePdf({ ...SAMPLE_PAPER, footer: 'Version 1' });
    expect(Buffer.compare(one, another)).not.toBe(0);
  });

  test('takes more room where letters are to be large, and says the same', async () => {
    const large = readPdf(await writePdf({ ...SAMPLE_PAPER, isLarge: true }));
    expect(large.pageCount).toBeGreaterThan(pdf.pageCount);
    const wordsOf = (read: ReadPdf) => textOf(read.root).split(/\s+/);
    expect(wordsOf(large)).toEqual(wordsOf(pdf));
    expect(large.unmarked).toEqual([]);
  });

  test('goes on over the page with a row that is taller than one', async () => {
    const text = Array.from({ length: 2000 }, (_word, at) => `word${at}`).join(' ');
    const blocks = [
      {
        kind: 'table' as const,
        table: { caption: 'Long', columns: ['A', 'B'], rows: [[{ text }, { text: 'b' }]] },
      },
    ];
    const long = readPdf(await writePdf({ ...SAMPLE_PAPER, blocks }));
    expect(long.pageCount).toBeGreaterThan(2);
    const [cell] = allTags(long.root).filter(({ type }) => type === 'TD');
    expect(cell?.text.split(/\s+/)).toHaveLength(2000);
    expect(cell?.text.split(/\s+/).join(' ')).toBe(text);
    expect(long.unmarked).toEqual([]);
  });

  test('has Arabic words from the right, read out as they were written, and shows what no font has', async () => {
    const text = 'Family said: شكرا جزيلا today 🚀 漢';
    const read = readPdf(await writePdf({ ...SAMPLE_PAPER, blocks: [{ kind: 'paragraph', text }] }));
    expect(textOf(read.root)).toContain('Family said: شكرا جزيلا today \uFFFD \uFFFD');
  });
});

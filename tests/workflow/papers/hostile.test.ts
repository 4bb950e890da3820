import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Paper, PaperBlock } from '../../../plan/content/paper.ts';
import { writePdf } from '../../../workflow/papers/pdf.ts';
import { writeWord } from '../../../workflow/papers/word.ts';
import { ANY_CHARACTER } from '../../helpers/any-character.ts';
import { makeTemplate } from './make-template.ts';
import { readPdf } from './read-pdf.ts';
import { readWord, xmlFault } from './read-word.ts';

/** What people and machines put into texts, and no document may break at. */
const ODD = [
  '',
  ' ',
  '\u0000\u0001\u001F\u007F\u0085',
  '\uD800 half',
  '\uFFFE\uFFFF',
  '\u202Etxet\u2066',
  'line\r\nline\u2028line\n\n',
  'x'.repeat(700),
  'ﷺ'.repeat(12),
  'مجلس التحسين Plan 3 للأطفال',
  'Łódź, Ŵyn, Ñandú, Ελλάδα, Київ',
  '🚀👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'हिन्दी ไทย 한국어 漢字 עברית',
  'e\u0301a\u0308'.repeat(50),
  'Zalgơ̴̤͚̩͍',
  ']]>&amp;<w:p/></w:t>{{report}}{{title}}',
  '%PDF-1.7 endobj stream (((\\',
  '_x0041_ \t\ttabs',
];
const text = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: ANY_CHARACTER, maxLength: 60 }),
  fc.lorem({ maxCount: 30 }),
);
const colour = fc.constantFrom('Green' as const, 'Amber' as const, 'Red' as const, 'Complete' as const);
const cell = fc.record({ text, colour }, { requiredKeys: ['text'] });
const block: fc.Arbitrary<PaperBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const), text }),
  fc.record({ kind: fc.constant('paragraph' as const), text }),
  fc.record({ kind: fc.constant('list' as const), entries: fc.array(text, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    table: fc.record({
      caption: text,
      columns: fc.array(text, { maxLength: 9 }),
      rows: fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 6 }),
    }),
  }),
  fc.record({
    kind: fc.constant('bar' as const),
    bar: fc.record({
      alternative: text,
      parts: fc.array(fc.record({ label: text, count: fc.nat({ max: 5000 }), colour }), { maxLength: 5 }),
    }),
  }),
);
const paper: fc.Arbitrary<Paper> = fc.record({
  title: text,
  subtitle: fc.array(text, { maxLength: 3 }),
  blocks: fc.array(block, { maxLength: 8 }),
  footer: text,
});

/** Every odd text in every place that a paper has. */
const ODD_PAPER: Paper = {
  title: ODD.join(' '),
  subtitle: ODD,
  blocks: ODD.flatMap((odd): PaperBlock[] => [
    { kind: 'heading', level: 2, text: odd },
    { kind: 'paragraph', text: odd },
    { kind: 'list', entries: [odd, odd] },
    {
      kind: 'table',
      table: {
        caption: odd,
        columns: [odd, odd, odd],
        rows: [
          [{ text: odd }, { text: odd, colour: 'Red' }],
          [],
          [{ text: 'a' }, { text: 'b' }, { text: odd }, { text: 'too many' }],
        ],
      },
    },
    { kind: 'bar', bar: { alternative: odd, parts: [{ label: odd, count: 1, colour: 'None' }] } },
  ]).concat(
    { kind: 'list', entries: [] },
    { kind: 'table', table: { caption: 'Empty', columns: [], rows: [] } },
    { kind: 'table', table: { caption: 'No rows', columns: ['A', 'B'], rows: [] } },
    { kind: 'bar', bar: { alternative: 'Nothing', parts: [{ label: 'Red', count: 0, colour: 'Red' }] } },
  ),
  footer: ODD.join(' '),
};

async function checkWord(given: Paper, template: Uint8Array | null): Promise<void> {
  for (const [path, xml] of Object.entries(readWord(await writeWord(given, { template }))))
    expect([path, xmlFault(xml)]).toEqual([path, null]);
}

async function checkPdf(given: Paper): Promise<void> {
  const read = readPdf(await writePdf(given));
  expect(read.pageCount).toBeGreaterThan(0);
  expect(read.unmarked).toEqual([]);
  expect(read.root.children[0]?.type).toBe('H1');
}

describe('whatever a paper says', () => {
  let template: Uint8Array;
  beforeAll(async () => {
    template = await makeTemplate(['{{report}}']);
  });

  test('every odd text in every place: its documents are whole', async () => {
    await checkWord(ODD_PAPER, null);
    await checkWord(ODD_PAPER, template);
    await checkPdf(ODD_PAPER);
  });

  test('its Word document is whole, also in a council’s own', async () => {
    await fc.assert(
      fc.asyncProperty(paper, fc.boolean(), (given, isOwn) => checkWord(given, isOwn ? template : null)),
      { numRuns: 12 },
    );
  });

  test('its PDF is whole, and everything in it is read out or there for the eye only', async () => {
    await fc.assert(fc.asyncProperty(paper, checkPdf), { numRuns: 6 });
  });
});

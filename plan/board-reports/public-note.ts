import type { BoardReportData, Paper, PaperBlock, ReportEdit, ReportSectionId } from '../content.ts';
import { countsBar } from './counts-bar.ts';
import { editedSection, editOf, type ReadSection } from './edited.ts';
import { firstOf, oneLine } from './lines.ts';
import { blocksOf } from './parse-words.ts';
import { publicHeadline } from './report-headline.ts';
import { voiceWords } from './voice-words.ts';

/** One page holds no more. */
const MOST = 5;
const MOST_VOICES = 3;
const TITLE_LENGTH = 90;
const SAID_LENGTH = 140;

/**
 * What the public may read of a report: one page. Of a section that nobody touched it tells facts alone, without a word that
 * anybody wrote of an item; what people wrote in a section stands here where the section is not internal; of a section that
 * somebody called internal it tells nothing.
 */
export function notePaper(data: BoardReportData, edits: readonly ReportEdit[]): Paper {
  const sections = data.sections.map((section) => editedSection(section, edits));
  const isTold = (id: ReportSectionId) => sections.some((one) => one.id === id && !one.isWithheld);
  return {
    title: `${data.planName}: how it is going`,
    subtitle: [`Told by ${data.boardName}`, data.periodWords],
    blocks: [
      ...(isTold('confidence') && isTold('changed') ? [paragraph(publicHeadline(data))] : []),
      ...(isTold('themes') && data.facts.total > 0
        ? [{ kind: 'bar' as const, bar: countsBar(data.now) }]
        : []),
      ...sections.flatMap((section) => sectionBlocks(data, section, edits)),
    ],
    footer: `${data.planName} · ${data.periodWords}`,
  };
}

function sectionBlocks(
  data: BoardReportData,
  section: ReadSection,
  edits: readonly ReportEdit[],
): readonly PaperBlock[] {
  if (section.isWithheld) return [];
  const isEdited = editOf(edits, section.id)?.words != null;
  const isShown = !section.isInternal && (isEdited || WORDS_ARE_FACTS.includes(section.id));
  const blocks = [
    ...(isShown ? blocksOf(section.words, { without: 'internal' }) : []),
    ...(isShown && !BESIDE_WORDS.includes(section.id) ? [] : FACTS[section.id](data)),
  ];
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: TITLES[section.id] }, ...blocks];
}

/** What the data say here are facts, once somebody decided that it is not internal. */
const WORDS_ARE_FACTS: readonly ReportSectionId[] = ['asked', 'changed', 'risks'];

/** Their figures stand in tables of the report: words alone would leave them out. */
const BESIDE_WORDS: readonly ReportSectionId[] = ['measures', 'key'];

const TITLES: Readonly<Record<ReportSectionId, string>> = {
  asked: 'What is asked of the board',
  confidence: 'How sure we are',
  changed: 'What changed',
  themes: 'Figures by theme',
  next: 'What comes next',
  risks: 'What may go wrong',
  measures: 'What we measure',
  'co-production': 'You said, we did',
  key: 'What the colours mean',
};

type Facts = (data: BoardReportData) => readonly PaperBlock[];
const nothing: Facts = () => [];

/** What each section tells without anybody's words. */
const FACTS: Readonly<Record<ReportSectionId, Facts>> = {
  asked: nothing,
  confidence: nothing,
  changed: ({ facts: { reached, slipped } }) => [
    ...listed('Completed:', reached, ({ title }) => titleOf(title)),
    ...listed(
      'Later than first promised:',
      slipped,
      ({ title, fromWords, toWords }) =>
        `${titleOf(title)}: first promised ${fromWords}, now expected ${toWords}`,
    ),
    ...(reached.length + slipped.length === 0
      ? [paragraph('Nothing was completed and nothing slipped.')]
      : []),
  ],
  themes: nothing,
  next: ({ facts: { next } }) => [
    ...listed('Due next:', next, ({ title, dueWords }) => `${titleOf(title)}: ${dueWords}`),
    ...(next.length === 0 ? [paragraph('Nothing is due soon.')] : []),
  ],
  risks: nothing,
  measures: ({ facts: { measures } }) =>
    listed(null, measures, ({ title, valueWords, targetWords }) =>
      [`${titleOf(title)}: ${valueWords}`, ...(targetWords === null ? [] : [`target ${targetWords}`])].join(
        '; ',
      ),
    ),
  'co-production': ({ facts: { voices } }) =>
    listed(null, voices, (voice) => voiceWords(voice, SAID_LENGTH), MOST_VOICES),
  key: ({ sections }) =>
    sections
      .filter(({ id }) => id === 'key')
      .flatMap(({ tables }) => tables.map((table) => ({ kind: 'table', table }))),
};

function listed<T>(
  heading: string | null,
  all: readonly T[],
  entry: (one: T) => string,
  most = MOST,
): readonly PaperBlock[] {
  if (all.length === 0) return [];
  const { shown, rest } = firstOf(all, most);
  const more = rest.length === 0 ? [] : [`and ${rest.length} more`];
  return [
    ...(heading === null ? [] : [paragraph(heading)]),
    { kind: 'list', entries: [...shown.map(entry), ...more] },
  ];
}

function titleOf(title: string): string {
  return oneLine(title, TITLE_LENGTH);
}

function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', text };
}

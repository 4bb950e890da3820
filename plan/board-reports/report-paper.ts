import type { BoardReportData, Paper, PaperBlock, ReportEdit } from '../content.ts';
import { countsBar } from './counts-bar.ts';
import { editedSection } from './edited.ts';
import { blocksOf } from './parse-words.ts';

/** Where a report stands, as its paper says it. */
export interface PaperAbout {
  /** `null`: a draft. */
  readonly version: number | null;
  /** What is different from the version before, in the chair's words; `null` for the first. */
  readonly correction: string | null;
  /** `Approved by Director on Mon 14 Feb 2022`; `null` while it is not. */
  readonly approvedWords: string | null;
}

/** The whole report to read or hand out: two sides, in the order a board reads. */
export function reportPaper(data: BoardReportData, edits: readonly ReportEdit[], about: PaperAbout): Paper {
  const standing = about.version === null ? 'Draft' : `Version ${about.version}`;
  return {
    title: `${data.boardName}: report`,
    subtitle: [
      data.planName,
      `${data.meetingWords} · Period: ${data.periodWords}`,
      `As at ${data.asAtWords} · ${about.approvedWords ?? 'Draft, not approved yet'}`,
    ],
    blocks: [
      ...correctionBlocks(about),
      { kind: 'paragraph', text: data.headline },
      ...(data.facts.total === 0 ? [] : [{ kind: 'bar' as const, bar: countsBar(data.now) }]),
      ...data.sections.flatMap((section) => sectionBlocks(section, edits)),
    ],
    footer: [data.boardName, data.periodWords, standing].join(' · '),
  };
}

function correctionBlocks({ correction }: PaperAbout): readonly PaperBlock[] {
  if (correction === null) return [];
  return [
    { kind: 'heading', level: 1, text: 'What is different from the version before' },
    ...blocksOf(correction, { without: 'nothing' }),
    // What follows is no part of it.
    { kind: 'heading', level: 1, text: 'In short' },
  ];
}

function sectionBlocks(
  section: BoardReportData['sections'][number],
  edits: readonly ReportEdit[],
): readonly PaperBlock[] {
  const { title, words, tables } = editedSection(section, edits);
  return [
    { kind: 'heading', level: 1, text: title },
    ...blocksOf(words, { without: 'nothing' }),
    ...tables.map((table) => ({ kind: 'table' as const, table })),
  ];
}

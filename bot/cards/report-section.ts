import { createTemplate, type ElementJson } from './card.ts';
import type { SectionEntry } from './sections.ts';
import template from './templates/report-section.json' with { type: 'json' };

const sectionTemplate = createTemplate<ReportSection>(template);

/** One thing of a list, which may lead to its row in SharePoint. */
interface ReportEntry extends SectionEntry {
  /** Address of the row; blank = none. */
  readonly url: string;
  readonly colour: 'Default' | 'Attention';
}

interface ReportSection {
  /** Blank = none is shown. */
  readonly title: string;
  readonly entries: readonly ReportEntry[];
  /** How many are left out, in words; blank = none. */
  readonly rest: string;
}

/** An entry without a link and in the usual colour, unless it says otherwise. */
export type EntryWords = Pick<ReportEntry, 'label'> & Partial<ReportEntry>;

/** A titled list of what happened or needs a look; nothing where the list is empty. */
export const bindReportSection = (
  title: string,
  entries: readonly EntryWords[],
  rest = '',
): readonly ElementJson[] =>
  entries.length === 0 ? [] : [sectionTemplate.expand({ title, entries: entries.map(complete), rest })];

const complete = (entry: EntryWords): ReportEntry => ({
  text: '',
  detail: '',
  url: '',
  colour: 'Default',
  ...entry,
});

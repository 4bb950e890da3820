import type { PaperTable } from '../../content.ts';
import { countOf } from '../../headline.ts';
import { type MeasureNow, measureCourse, measuresOf } from '../../measures.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { firstOf, oneLine } from '../lines.ts';
import { standsWords } from '../measure-words.ts';

const MOST = 5;
const TITLE_LENGTH = 80;

/** What the plan measures: value, target and where the readings lead. */
export const measuresSection: SectionRule = (about) => {
  const measures = measuresOf(about.plan);
  const { shown, rest } = firstOf(measures, MOST);
  return {
    id: 'measures',
    title: 'Measures',
    words:
      measures.length === 0
        ? 'The plan has no measures.'
        : `${readWords(measures)}${rest.length === 0 ? '' : ` The first ${shown.length} are shown.`}`,
    tables: measures.length === 0 ? [] : [tableOf(about, shown)],
    sources: [],
    isInternal: false,
  };
};

function readWords(measures: readonly MeasureNow[]): string {
  const unread = measures.filter(({ readings }) => readings.length === 0).length;
  const all = countOf(measures.length, 'measure');
  if (unread === 0) return `${all}, ${measures.length === 1 ? 'with readings' : 'all with readings'}.`;
  return unread === measures.length
    ? `${all}, without any reading yet.`
    : `${all}, ${unread} without a reading.`;
}

function tableOf({ previous, today }: ReportAbout, measures: readonly MeasureNow[]): PaperTable {
  const lastOf = ({ title }: MeasureNow) =>
    previous?.facts.measures.find((one) => one.title === title)?.valueWords ?? 'not measured';
  return {
    caption: 'Measures with their target',
    columns: ['Measure', ...(previous === null ? [] : ['Last report']), 'Now', 'Target', 'Where it is going'],
    rows: measures.map((measure) => [
      { text: oneLine(measure.title, TITLE_LENGTH) },
      ...(previous === null ? [] : [{ text: lastOf(measure) }]),
      { text: standsWords(measure) },
      { text: measure.targetWords ?? 'no target set' },
      { text: measureCourse(measure, today).courseWords ?? 'Nothing can be said.' },
    ]),
  };
}

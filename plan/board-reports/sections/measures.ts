import type { PaperTable } from '../../content.ts';
import { countOf } from '../../headline.ts';
import { measureCourse } from '../../measures/measure-course.ts';
import { type MeasureNow, measuresOf } from '../../measures.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { oneLine } from '../lines.ts';

const MOST = 6;
const TITLE_LENGTH = 80;

/** What the plan measures: value, target and where the readings lead. */
export const measuresSection: SectionRule = (about) => {
  const measures = measuresOf(about.plan);
  const read = measures.filter(({ readings }) => readings.length > 0);
  const rest = measures.length - MOST;
  return {
    id: 'measures',
    title: 'Measures',
    words:
      measures.length === 0
        ? 'The plan has no measures.'
        : `${countOf(measures.length, 'measure')}, ${read.length === measures.length ? 'each with a reading' : `${read.length} with a reading`}.${rest > 0 ? ` The first ${MOST} are shown.` : ''}`,
    tables: measures.length === 0 ? [] : [tableOf(about, measures.slice(0, MOST))],
    sources: [],
    isInternal: false,
  };
};

function tableOf(about: ReportAbout, measures: readonly MeasureNow[]): PaperTable {
  const { previous, today } = about;
  const lastOf = (title: string) => previous?.facts.measures.find((one) => one.title === title)?.valueWords;
  return {
    caption: 'Measures with their target',
    columns: ['Measure', ...(previous === null ? [] : ['Last report']), 'Now', 'Target', 'Where it is going'],
    rows: measures.map((measure) => [
      { text: oneLine(measure.title, TITLE_LENGTH) },
      ...(previous === null ? [] : [{ text: lastOf(measure.title) ?? 'not measured' }]),
      { text: measure.valueWords },
      { text: measure.targetWords ?? 'no target set' },
      { text: measureCourse(measure, today).courseWords ?? 'No target to go to.' },
    ]),
  };
}

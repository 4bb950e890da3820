import type { Report } from '../../api/report-schemas.ts';
import { PaperPage } from '../../papers/paper-page.tsx';
import { sidesOf } from '../../papers/sides.ts';
import type { Way } from '../address.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { CardPreview } from './card-preview.tsx';

/** What a board reads. */
const MOST_SIDES = 2;

export interface PreviewProps {
  readonly way: Exclude<Way, 'sections'>;
  readonly report: Report;
}

/** A report as it is handed out or posted. */
export function Preview({ way, report }: PreviewProps) {
  const styles = useReportStyles();
  if (way === 'card') return <CardPreview card={report.card} />;
  const paper = { page: report.paper, note: report.note, 'easy-read': report.easyRead }[way];
  const sides = sidesOf(paper);
  const hint =
    way === 'page' && sides > MOST_SIDES && report.version === null
      ? ` A board reads ${MOST_SIDES}: say less in a section or two.`
      : '';
  return (
    <>
      <p className={styles.quiet}>
        About {sides === 1 ? 'one side' : `${sides} sides`} of A4 when it is printed.{hint}
      </p>
      <PaperPage paper={paper} />
    </>
  );
}

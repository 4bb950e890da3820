import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReportSectionView } from '../../../plan/content.ts';
import type { Report } from '../../api/report-schemas.ts';
import { cardLinesOf } from '../model/card-lines.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { CardCounts } from './card-counts.tsx';

const useStyles = makeStyles({
  card: {
    maxWidth: '620px',
    padding: '16px',
    boxSizing: 'border-box',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  small: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    margin: '10px 0 0',
    padding: '8px 12px',
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  headline: { margin: '10px 0', fontWeight: tokens.fontWeightSemibold },
  asked: { padding: '2px 12px 8px', backgroundColor: tokens.colorNeutralBackground3 },
  line: { margin: '0 0 4px' },
});

export interface CardPreviewProps {
  readonly report: Report;
}

/** What the card says that goes to the board's channel, in its order. How it looks there is for Teams to say. */
export function CardPreview({ report: { data, sections, version, versions } }: CardPreviewProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const correction = versions.find((one) => one.version === version)?.correction ?? null;
  const [asked, others] = [
    sections.filter(({ id }) => id === 'asked'),
    sections.filter(({ id }) => id !== 'asked' && id !== 'key'),
  ];
  return (
    <>
      <p className={shared.quiet}>
        What the card in the channel of {data.boardName} says; Teams draws it in its own look.
      </p>
      <article aria-label="The card" className={styles.card}>
        <h3 className={styles.title}>
          {data.boardName}: {correction === null ? 'report' : 'corrected report'}
        </h3>
        <p className={styles.small}>
          {data.planName} · {data.periodWords} · as at {data.asAtWords}
        </p>
        {correction !== null && (
          <p className={styles.note}>
            <strong>This corrects the report posted before.</strong> {correction}
          </p>
        )}
        <p className={styles.headline}>{data.headline}</p>
        {asked.map((section) => (
          <CardSection key={section.id} section={section} className={styles.asked} />
        ))}
        <h4 className={shared.subheading}>Overall</h4>
        <CardCounts now={data.now} before={data.before} />
        {others.map((section) => (
          <CardSection key={section.id} section={section} />
        ))}
      </article>
    </>
  );
}

interface CardSectionProps {
  readonly section: ReportSectionView;
  readonly className?: string;
}

function CardSection({ section, className }: CardSectionProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { lines, more } = cardLinesOf(section);
  return (
    <div className={className}>
      <h4 className={shared.subheading}>{section.title}</h4>
      {lines.map(({ text, isEntry }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are text, and two may say the same
        <p key={at} className={styles.line}>
          {isEntry && '• '}
          {text}
        </p>
      ))}
      {more > 0 && <p className={styles.small}>{more} more in the report.</p>}
    </div>
  );
}

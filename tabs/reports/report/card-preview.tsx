import { makeStyles, tokens } from '@fluentui/react-components';
import type { SummarySection } from '../../../plan/content.ts';
import type { ReportCard } from '../../api/report-schemas.ts';
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
  readonly card: ReportCard;
}

/** What the card says that goes to the board's channel, in its order. How it looks there is for Teams to say. */
export function CardPreview({ card }: CardPreviewProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const { boardName, correction, sections } = card;
  const asked = sections.filter(({ id }) => id === 'asked');
  const others = sections.filter(({ id }) => id !== 'asked');
  return (
    <>
      <p className={shared.quiet}>
        What the card in the channel of {boardName} says; Teams draws it in its own look.
      </p>
      <article aria-label="The card" className={styles.card}>
        <h3 className={styles.title}>
          {boardName}: {correction === null ? 'report' : 'corrected report'}
        </h3>
        <p className={styles.small}>
          {card.planName} · {card.periodWords} · as at {card.asAtWords}
        </p>
        {correction !== null && (
          <p className={styles.note}>
            <strong>This corrects the report posted before.</strong> {correction}
          </p>
        )}
        <p className={styles.headline}>{card.headline}</p>
        {asked.map((section) => (
          <CardSection key={section.id} section={section} className={styles.asked} />
        ))}
        <h4 className={shared.subheading}>Overall</h4>
        <CardCounts now={card.now} before={card.before} />
        {others.map((section) => (
          <CardSection key={section.id} section={section} />
        ))}
      </article>
    </>
  );
}

interface CardSectionProps {
  readonly section: SummarySection;
  readonly className?: string;
}

function CardSection({ section: { title, lines, moreLines }, className }: CardSectionProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  return (
    <div className={className}>
      <h4 className={shared.subheading}>{title}</h4>
      {lines.map(({ text, isEntry }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are text, and two may say the same
        <p key={at} className={styles.line}>
          {isEntry && '• '}
          {text}
        </p>
      ))}
      {moreLines > 0 && <p className={styles.small}>{moreLines} more in the report.</p>}
    </div>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaperBar as Bar, ColourCounts } from '../../../plan/content.ts';
import type { Report } from '../../api/report-schemas.ts';
import { PaperBar } from '../../papers/paper-bar.tsx';
import { PaperTable } from '../../papers/paper-table.tsx';
import { useReportStyles } from '../use-report-styles.ts';
import { Words } from '../words.tsx';

const useStyles = makeStyles({
  card: {
    maxWidth: '560px',
    padding: '16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  headline: { margin: '8px 0 12px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

export interface CardPreviewProps {
  readonly report: Report;
}

/** What the card says that goes to the board's channel. How it looks there is for Teams to say. */
export function CardPreview({ report: { data, sections, version, versions } }: CardPreviewProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const correction = versions.find((one) => one.version === version)?.correction ?? null;
  return (
    <>
      <p className={shared.quiet}>
        What the card in the channel of {data.boardName} says. Teams draws it in its own look, and shortens
        long lists.
      </p>
      <article aria-label="The card" className={styles.card}>
        <h3 className={styles.title}>{data.boardName}: summary</h3>
        <p className={shared.quiet}>
          {data.planName} · {data.periodWords}
        </p>
        {correction !== null && (
          <>
            <h4 className={shared.subheading}>What is different from the version before</h4>
            <Words words={correction} />
          </>
        )}
        <p className={styles.headline}>{data.headline}</p>
        <PaperBar bar={barOf(data.now, 'Now')} />
        <PaperBar bar={barOf(data.before, data.beforeWords)} />
        {sections
          .filter(({ id }) => id !== 'key')
          .map(({ id, title, words, tables, edit }) => (
            <section key={id} aria-label={title}>
              <h4 className={shared.subheading}>{title}</h4>
              <Words words={edit?.words ?? words} />
              {tables.map((table) => (
                <PaperTable key={table.caption} table={table} />
              ))}
            </section>
          ))}
      </article>
    </>
  );
}

function barOf({ complete, green, amber, red, undated }: ColourCounts, when: string): Bar {
  const parts: Bar['parts'] = [
    { label: 'Complete', count: complete, colour: 'Complete' },
    { label: 'Green', count: green, colour: 'Green' },
    { label: 'Amber', count: amber, colour: 'Amber' },
    { label: 'Red', count: red, colour: 'Red' },
    { label: 'No date', count: undated, colour: 'None' },
  ];
  const words = parts.map(({ label, count }) => `${count} ${label}`).join(', ');
  return { alternative: `${when}: ${words}.`, parts };
}

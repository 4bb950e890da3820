import { makeStyles, tokens } from '@fluentui/react-components';
import { type Line, linesOf } from './model/lines.ts';

const useStyles = makeStyles({
  paragraph: { margin: '0 0 8px', maxWidth: '90ch', overflowWrap: 'anywhere' },
  list: {
    margin: '0 0 8px',
    paddingLeft: '22px',
    maxWidth: '90ch',
    overflowWrap: 'anywhere',
    '& li': { marginBottom: '3px' },
  },
  internal: { color: tokens.colorNeutralForeground2 },
});

export interface WordsProps {
  readonly words: string;
}

/** What a section says, as paragraphs and lists. */
export function Words({ words }: WordsProps) {
  const styles = useStyles();
  const blocks = linesOf(words);
  if (blocks.length === 0) return <p className={styles.paragraph}>Nothing is said here.</p>;
  return (
    <>
      {blocks.map(({ kind, lines }, at) =>
        kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are text, and two may say the same
          <ul key={at} className={styles.list}>
            {lines.map((line, entry) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries too
              <li key={entry}>
                <LineWords line={line} />
              </li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={at} className={styles.paragraph}>
            {lines.map((line) => (
              <LineWords key={line.text} line={line} />
            ))}
          </p>
        ),
      )}
    </>
  );
}

function LineWords({ line: { text, isInternal } }: { readonly line: Line }) {
  const styles = useStyles();
  if (!isInternal) return <>{text}</>;
  return <em className={styles.internal}>{text} (not in the public note)</em>;
}

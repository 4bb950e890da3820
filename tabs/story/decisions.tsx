import { makeStyles, tokens } from '@fluentui/react-components';
import type { ItemStory } from '../../plan/content.ts';
import { useStoryStyles } from './use-story-styles.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: { overflowWrap: 'anywhere', ':not(:last-child)': { marginBottom: '10px' } },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface DecisionsProps {
  readonly story: Pick<ItemStory, 'signOffs' | 'priorities'>;
}

/** What groups decided about an item, and how high they rank it; nothing where none has. */
export function Decisions({ story: { signOffs, priorities } }: DecisionsProps) {
  const styles = useStyles();
  const { heading } = useStoryStyles();
  return (
    <>
      {signOffs.length > 0 && (
        <>
          <h3 className={heading}>Sign-offs</h3>
          <ul className={styles.list}>
            {signOffs.map((signOff, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it comes and never changed in place
              <li key={index} className={styles.entry}>
                <div>
                  {signOff.groupName}: <strong>{signOff.decision ?? 'no decision given'}</strong>
                </div>
                {signOff.conditions && (
                  <div>
                    {signOff.decision === 'Not agreed' ? 'Why' : 'Conditions'}: “{signOff.conditions}”
                  </div>
                )}
                {signOff.dissent && <div>Some saw it otherwise: “{signOff.dissent}”</div>}
                <div className={styles.quiet}>
                  {[
                    signOff.onWords,
                    signOff.voices !== null &&
                      `${signOff.voices} ${signOff.voices === 1 ? 'person' : 'people'} took part`,
                    signOff.recordedByName && `recorded by ${signOff.recordedByName}`,
                  ]
                    .filter((words) => words)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {priorities.length > 0 && (
        <>
          <h3 className={heading}>What matters most</h3>
          <ul className={styles.list}>
            {priorities.map(({ groupName, rank, words, onWords }) => (
              <li key={groupName} className={styles.entry}>
                Number <strong>{rank}</strong> for {groupName}
                <span className={styles.quiet}>
                  {' '}
                  · {words}
                  {onWords && ` ${onWords}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

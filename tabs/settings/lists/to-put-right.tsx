import type { ListsState } from '../../api/view-lists-state.ts';
import { OutsideLink } from '../../ui/outside-link.tsx';
import { Section } from '../../ui/section.tsx';
import { TroubleRemedy } from '../../ui/trouble-remedy.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';

export interface ToPutRightProps {
  readonly state: ListsState;
}

/** What stops the lists, then rows to put right by hand. */
export function ToPutRight({ state: { troubles, attention, attentionCount } }: ToPutRightProps) {
  const styles = useEntryStyles();
  return (
    <>
      {troubles.length > 0 && (
        <Section title={`Put this right first: ${troubles.length}`}>
          <ul className={styles.list}>
            {troubles.map((trouble) => (
              <li key={`${trouble.list} ${trouble.code} ${trouble.message}`} className={styles.entry}>
                <div className={styles.words}>
                  <div className={styles.name}>{trouble.message}</div>
                  <div className={styles.quiet}>
                    <TroubleRemedy trouble={trouble} />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {attentionCount > 0 && (
        <Section title={`Rows to put right by hand: ${attentionCount}`}>
          <ul className={styles.list}>
            {attention.map(({ list, title, messages, rowUrl }) => {
              const name = title === '' ? 'A row without a title' : title;
              return (
                <li key={`${list} ${rowUrl} ${title}`} className={styles.entry}>
                  <div className={styles.words}>
                    <div className={styles.name}>
                      {rowUrl === null ? name : <OutsideLink href={rowUrl}>{name}</OutsideLink>} in {list}
                    </div>
                    <div>{messages.join(' ')}</div>
                  </div>
                </li>
              );
            })}
          </ul>
          {attentionCount > attention.length && (
            <p className={styles.intro}>{attentionCount - attention.length} more.</p>
          )}
        </Section>
      )}
    </>
  );
}

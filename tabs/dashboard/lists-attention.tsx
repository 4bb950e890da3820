import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanId } from '../../plan/plan.ts';
import { AddressLink } from '../address/address-link.tsx';
import { useAddress } from '../address/use-address.ts';
import { type ListsState, useListsState } from '../api/view-lists-state.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { Section } from '../ui/section.tsx';
import { ShowMore } from '../ui/show-more.tsx';
import { TroubleRemedy } from '../ui/trouble-remedy.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const SHOWN_AT_FIRST = 3;

const useStyles = makeStyles({
  entry: {
    padding: '9px 0',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none', paddingBottom: 0 },
    ':first-child': { paddingTop: 0 },
  },
  part: { ':not(:last-child)': { marginBottom: '14px' } },
  heading: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  message: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  link: { textDecorationLine: 'underline' },
  // While there is nothing it takes no room, nor a gap of the page.
  region: { ':empty': { position: 'absolute' } },
  warned: { borderLeft: `4px solid ${tokens.colorStatusWarningBorderActive}` },
});

export interface ListsAttentionProps {
  readonly planId: PlanId;
}

/**
 * What plan managers should put right in SharePoint; nothing for anybody else, nor where all is well. The status region
 * stands always, so that what comes up is read out.
 */
export function ListsAttention({ planId }: ListsAttentionProps) {
  const { data: state } = useListsState(planId);
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const { address } = useAddress();
  // There all of it is told at length.
  const isOnTheirPage = address.view === 'settings' && address.section === 'lists';
  const isWell = state === null || state.troubles.length + state.attentionCount + state.refusedCount === 0;
  return (
    <div role="status" className={mergeClasses(styles.region, noPrint)}>
      {!isWell && !isOnTheirPage && (
        <Section title="SharePoint lists that need you" className={styles.warned}>
          <Troubles troubles={state.troubles} />
          <Rows rows={state.attention} count={state.attentionCount} />
          <Refused count={state.refusedCount} />
        </Section>
      )}
    </div>
  );
}

function Troubles({ troubles }: Pick<ListsState, 'troubles'>) {
  const styles = useStyles();
  if (troubles.length === 0) return null;
  return (
    <div className={styles.part}>
      <ShowMore entries={troubles} count={SHOWN_AT_FIRST}>
        {(trouble) => (
          <li key={`${trouble.list} ${trouble.code} ${trouble.message}`} className={styles.entry}>
            <div className={styles.message}>{trouble.message}</div>
            <div className={styles.quiet}>
              <TroubleRemedy trouble={trouble} />
            </div>
          </li>
        )}
      </ShowMore>
    </div>
  );
}

interface RowsProps {
  readonly rows: ListsState['attention'];
  /** How many there are in all. */
  readonly count: number;
}

function Rows({ rows, count }: RowsProps) {
  const styles = useStyles();
  if (count === 0) return null;
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>Rows that need attention: {count}</h3>
      <ShowMore entries={rows} count={SHOWN_AT_FIRST}>
        {({ list, title, messages, rowUrl }) => {
          const name = title === '' ? 'A row without a title' : title;
          return (
            <li key={`${list} ${rowUrl} ${title}`} className={styles.entry}>
              <div className={styles.message}>
                {rowUrl === null ? name : <OutsideLink href={rowUrl}>{name}</OutsideLink>} in {list}
              </div>
              <div className={styles.quiet}>{messages.join(' ')}</div>
            </li>
          );
        }}
      </ShowMore>
    </div>
  );
}

function Refused({ count }: { readonly count: number }) {
  const styles = useStyles();
  const control = useAddress();
  if (count === 0) return null;
  return (
    <p className={styles.quiet}>
      SharePoint refused {count === 1 ? 'one change' : `${count} changes`}.{' '}
      <AddressLink
        control={control}
        to={{ view: 'settings', section: 'lists', item: null }}
        className={styles.link}
      >
        Try again or give up
      </AddressLink>
    </p>
  );
}

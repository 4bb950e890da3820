import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { GroupOverview } from '../../plan/content.ts';
import { NO_FILTER } from '../../plan/filter/filter.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { CheckInsChart } from '../charts/check-ins-chart.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { GroupColours } from './group-colours.tsx';

const useStyles = makeStyles({
  card: {
    minWidth: 0,
    padding: '14px 16px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 12px',
    margin: '8px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0 },
  way: { display: 'inline-block', minHeight: '24px' },
  quiet: { margin: '8px 0 0', color: tokens.colorNeutralForeground3 },
  chart: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

export interface GroupCardProps {
  readonly group: GroupOverview;
  readonly control: AddressControl;
}

/** One group: who chairs it, when it meets, how its items stand, and whether it answers. */
export function GroupCard({ group, control }: GroupCardProps) {
  const styles = useStyles();
  const { hidden, noPrint } = useHiddenStyles();
  const { name, kind, itemCount, counts, checkIns } = group;
  const facts = [
    ['Chair', group.chairName ?? 'Nobody yet'],
    ['Meets', group.rhythmWords ?? 'No rhythm'],
    ['Next', group.nextMeetingWords ?? 'No meeting planned'],
  ] as const;
  return (
    <li className={styles.card}>
      <h3 className={styles.name}>{name}</h3>
      <dl className={styles.facts}>
        {facts.map(([term, fact]) => (
          <Fragment key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.fact}>{fact}</dd>
          </Fragment>
        ))}
      </dl>
      {itemCount === 0 ? (
        <p className={styles.quiet}>Leads no items.</p>
      ) : (
        <>
          <AddressLink
            control={control}
            to={{ ...NO_FILTER, view: 'items', group: name }}
            className={styles.way}
          >
            {itemCount === 1 ? '1 item' : `${itemCount} items`}
            <span className={hidden}> of {name}</span>
          </AddressLink>
          <GroupColours groupName={name} counts={counts} control={control} />
        </>
      )}
      {checkIns.length > 0 && (
        <>
          <p className={styles.chart}>Answered at the last check-ins</p>
          <CheckInsChart groupName={name} checkIns={checkIns} />
        </>
      )}
      {checkIns.length === 0 && (kind === 'Operational' || kind === null) && (
        <p className={styles.quiet}>Has not been asked yet.</p>
      )}
      {group.channelUrl && (
        <p className={mergeClasses(styles.quiet, noPrint)}>
          <OutsideLink href={group.channelUrl}>
            Open its channel in Teams<span className={hidden}>: {name}</span>
          </OutsideLink>
        </p>
      )}
    </li>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import { AddressLink } from '../address/address-link.tsx';
import { keyOf } from '../model/filter.ts';
import { Section } from '../ui/section.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { Entry } from './entry.tsx';
import type { PartProps } from './part-props.ts';
import { Title } from './title.tsx';

/** How many of those who wait on the same are shown. */
const SHOWN_OF_EACH = 3;

const useStyles = makeStyles({
  whom: {
    margin: '14px 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  first: { marginTop: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  more: { display: 'inline-block', marginTop: '10px', minHeight: '24px' },
});

export interface BlockedProps extends PartProps {
  /** The longest first. */
  readonly blocked: readonly OverviewItem[];
}

/** What waits on others, by whom it waits on: first whoever holds up most. */
export function Blocked({ blocked, control, onOpen }: BlockedProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const byWhom = [...Map.groupBy(blocked, ({ waitingOnName }) => waitingOnName)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const isLong = byWhom.some(([, items]) => items.length > SHOWN_OF_EACH);
  return (
    <Section title="Blocked, and by whom">
      {byWhom.map(([whom, items], index) => (
        <div key={whom}>
          <h3 className={mergeClasses(styles.whom, index === 0 && styles.first)}>
            {whom === null ? 'Nobody named' : `Waiting on ${whom}`}: {items.length}
          </h3>
          <ul className={styles.list}>
            {items.slice(0, SHOWN_OF_EACH).map((item) => (
              <Entry
                key={keyOf(item)}
                item={item}
                facts={[
                  item.blocker && `“${item.blocker}”`,
                  item.groupName,
                  item.waitingSince && `since ${item.waitingSince}`,
                ]}
                onOpen={onOpen}
              >
                <Title>{item.title}</Title>
              </Entry>
            ))}
          </ul>
        </div>
      ))}
      {isLong && (
        <AddressLink
          control={control}
          to={{ view: 'items', show: 'blocked' }}
          className={mergeClasses(styles.more, noPrint)}
        >
          Show all {blocked.length}
        </AddressLink>
      )}
    </Section>
  );
}

import { makeStyles } from '@fluentui/react-components';
import type { OverviewItem } from '../../plan/content.ts';
import { keyOf } from '../model/filter.ts';
import { ColourWord } from '../ui/colour-word.tsx';
import { Entry } from './entry.tsx';
import type { PartProps } from './part-props.ts';
import { ShortList } from './short-list.tsx';

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  part: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface DisagreementsProps extends PartProps {
  readonly items: readonly OverviewItem[];
}

/** Where what the owner states and what the dates say contradict each other. */
export function Disagreements({ items, control, onOpen }: DisagreementsProps) {
  const styles = useStyles();
  return (
    <ShortList
      title="Stated and computed colours disagree"
      entries={items}
      emptyWords="Stated and computed colours agree."
      control={control}
      all={{ view: 'items', show: 'disagrees' }}
    >
      {(item) => (
        <Entry key={keyOf(item)} item={item} facts={[item.title]} onOpen={onOpen}>
          <span className={styles.pair}>
            <span className={styles.part}>
              Stated <ColourWord colour={item.confidence ?? 'none'} />
            </span>
            <span className={styles.part}>
              the dates say <ColourWord colour={item.schedule ?? 'none'} />
            </span>
          </span>
        </Entry>
      )}
    </ShortList>
  );
}

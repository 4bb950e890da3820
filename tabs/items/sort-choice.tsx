import { Button, makeStyles, Select } from '@fluentui/react-components';
import { useId } from 'react';
import { type ItemSort, SORT_KEYS, SORT_WORDS } from '../../plan/filter/sort.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '8px' },
});

export interface SortChoiceProps {
  readonly sort: ItemSort;
  readonly onSort: (sort: ItemSort) => void;
}

/** The order of a list that has no heads of columns to press. */
export function SortChoice({ sort, onSort }: SortChoiceProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const id = useId();
  const choose = (text: string) => {
    const key = SORT_KEYS.find((known) => known === text);
    if (key) onSort({ key, isDescending: false });
  };
  return (
    <div className={noPrint}>
      <div className={styles.row}>
        <label htmlFor={id}>Sorted by</label>
        <Select id={id} value={sort.key} onChange={(_event, { value }) => choose(value)}>
          {SORT_KEYS.map((key) => (
            <option key={key} value={key}>
              {SORT_WORDS[key]}
            </option>
          ))}
        </Select>
        <Button
          aria-pressed={sort.isDescending}
          onClick={() => onSort({ ...sort, isDescending: !sort.isDescending })}
        >
          Turn round
        </Button>
      </div>
    </div>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ItemSort, SORT_WORDS, type SortKey } from '../../plan/filter/sort.ts';
import { useHiddenStyles } from './use-hidden-styles.ts';

const useStyles = makeStyles({
  button: {
    minWidth: '24px',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  // Takes no room of its own, else it would go to a line of its own under a narrow head.
  arrow: { display: 'inline-block', width: '1em', marginRight: '-1em' },
  onPaper: { display: 'none', '@media print': { display: 'inline' } },
});

export interface SortButtonProps {
  readonly column: SortKey;
  /** The order there is now. */
  readonly sort: ItemSort;
  readonly onSort: (sort: ItemSort) => void;
}

/** The head of a column: a press sorts by it, another turns the order round. The order is read out by `aria-sort`. */
export function SortButton({ column, sort, onSort }: SortButtonProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const isChosen = sort.key === column;
  return (
    <>
      <button
        type="button"
        className={mergeClasses(styles.button, noPrint)}
        onClick={() => onSort({ key: column, isDescending: isChosen && !sort.isDescending })}
      >
        {SORT_WORDS[column]}
        <span aria-hidden="true" className={styles.arrow}>
          {isChosen && (sort.isDescending ? '▼' : '▲')}
        </span>
      </button>
      {/* Chromium repeats the head of a table on every page, but no buttons in it. */}
      <span className={styles.onPaper}>{SORT_WORDS[column]}</span>
    </>
  );
}

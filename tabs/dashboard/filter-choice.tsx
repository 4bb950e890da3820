import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  field: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    flex: '1 1 80px',
    minWidth: 0,
    maxWidth: '240px',
  },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface FilterChoiceProps {
  readonly label: string;
  /** `null` for all. */
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChoose: (value: string | null) => void;
}

/** One thing by which the page can be narrowed down. */
export function FilterChoice({ label, value, options, onChoose }: FilterChoiceProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Select id={id} value={value ?? ''} onChange={(_event, chosen) => onChoose(chosen.value || null)}>
        <option value="">All</option>
        {value !== null && !options.some((option) => option.value === value) && (
          <option value={value}>{value}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </div>
  );
}

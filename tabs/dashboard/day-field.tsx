import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import { shortDay } from '../model/day-words.ts';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  row: { display: 'flex', alignItems: 'center', gap: '6px' },
  input: { minWidth: '150px' },
  trouble: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorStatusDangerForeground1,
  },
});

export interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly value: string;
  /** The first and the last day that can be chosen. */
  readonly min: string;
  readonly max: string;
  readonly onChoose: (day: string) => void;
  /** Stands beside the field. */
  readonly children?: ReactNode;
}

/** A day, chosen as the device chooses days. Takes effect as soon as it is a day that can be shown. */
export function DayField({ label, value, min, max, onChoose, children }: DayFieldProps) {
  const styles = useStyles();
  const id = useId();
  /** What stands in the field while it is no day that can be shown. */
  const [draft, setDraft] = useState<string | null>(null);
  const [isLeft, setIsLeft] = useState(false);

  const take = (day: string) => {
    const canBeShown = day >= min && day <= max;
    setDraft(canBeShown ? null : day);
    setIsLeft(false);
    if (canBeShown && day !== value) onChoose(day);
  };
  const isWrong = draft !== null && isLeft;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <Input
          id={id}
          type="date"
          className={styles.input}
          value={draft ?? value}
          min={min}
          max={max}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-trouble` : undefined}
          onChange={(_event, { value: day }) => take(day)}
          onBlur={() => setIsLeft(true)}
        />
        {children}
      </div>
      {isWrong && (
        <span id={`${id}-trouble`} role="alert" className={styles.trouble}>
          Choose a day from {shortDay(min)} to {shortDay(max)}.
        </span>
      )}
    </div>
  );
}

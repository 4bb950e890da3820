import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { PlanOverview } from '../../plan/content.ts';
import { shortDay } from '../model/day-words.ts';
import { DayField } from './day-field.tsx';

const OTHER = 'other';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, maxWidth: '100%' },
  label: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  select: { maxWidth: '280px', '@media (max-width: 719px)': { maxWidth: '100%' } },
});

export interface CompareFieldProps {
  readonly choices: PlanOverview['compareChoices'];
  /** The day compared with now. */
  readonly since: string;
  /** The day shown: none after it can be compared with. */
  readonly today: string;
  readonly onChoose: (day: string) => void;
}

/** With which day the day shown is compared: one of a few at a press, or any other. */
export function CompareField({ choices, since, today, onChoose }: CompareFieldProps) {
  const styles = useStyles();
  const id = useId();
  const [isOther, setIsOther] = useState(false);
  const isKnown = choices.some(({ date }) => date === since);
  const choose = (value: string) => {
    setIsOther(value === OTHER);
    if (value !== OTHER) onChoose(value);
  };
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id} className={styles.label}>
          Compared with
        </label>
        <Select
          id={id}
          className={styles.select}
          value={isOther ? OTHER : since}
          onChange={(_event, { value }) => choose(value)}
        >
          {choices.map(({ date, words }) => (
            <option key={date} value={date}>
              {words}
            </option>
          ))}
          {!isKnown && <option value={since}>{shortDay(since)}</option>}
          <option value={OTHER}>Another day…</option>
        </Select>
      </div>
      {isOther && (
        <DayField
          label="Day to compare with"
          value={since}
          min={choices.at(-1)?.date ?? since}
          max={today}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

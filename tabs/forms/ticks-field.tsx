import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { FormChoice } from '../../plan/content.ts';
import { useFormContext } from './form-context.ts';

const useStyles = makeStyles({
  set: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  ticks: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', overflowWrap: 'anywhere' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  problem: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
  },
});

export interface TicksFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly FormChoice[];
}

/** Any number of several. */
export function TicksField({ name, label, hint, choices }: TicksFieldProps) {
  const styles = useStyles();
  const { values, problems, meanwhile, change, idOf } = useFormContext();
  const problemId = useId();
  const ticked = [values[name] ?? []].flat();
  const problem = problems.find(({ field }) => field === name)?.message;
  const now = meanwhile[name];
  const nowWords = [now ?? []].flat().map((one) => choices.find(({ value }) => value === one)?.words ?? one);
  return (
    <fieldset className={styles.set} aria-describedby={problem === undefined ? undefined : problemId}>
      <legend className={styles.legend}>{label}</legend>
      {hint !== undefined && <div className={styles.hint}>{hint}</div>}
      <div className={styles.ticks}>
        {choices.map(({ value, words }, index) => (
          <Checkbox
            key={value}
            {...(index === 0 ? { id: idOf(name) } : {})}
            label={words}
            checked={ticked.includes(value)}
            onChange={(_event, { checked }) =>
              change(name, checked ? [...ticked, value] : ticked.filter((one) => one !== value))
            }
          />
        ))}
      </div>
      {problem !== undefined && (
        <p id={problemId} className={styles.problem}>
          {problem}
          {now !== undefined && ` It is now: ${nowWords.join(', ') || 'nothing'}.`}
        </p>
      )}
    </fieldset>
  );
}

import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { FormChoice } from '../../plan/content.ts';
import { useFormContext } from './form-context.ts';

/** As many as people can weigh against each other. */
const PLACES = ['First', 'Second', 'Third', 'Fourth', 'Fifth'] as const;

const useStyles = makeStyles({
  set: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { margin: '8px 0 0', padding: 0, listStyleType: 'none', display: 'grid', gap: '8px' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '56px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: '4px 8px',
    '@media (max-width: 479px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  place: {
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 479px)': { gridColumn: '1 / -1' },
  },
  buttons: { display: 'flex', gap: '4px' },
  button: { minWidth: '32px' },
  problem: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground1,
  },
});

export interface OrderFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly FormChoice[];
}

/** Some of many, in an order: each place is chosen from a list, and moved by buttons. Nothing need be dragged. */
export function OrderField({ name, label, hint, choices }: OrderFieldProps) {
  const styles = useStyles();
  const { values, problems, change, idOf } = useFormContext();
  const problemId = useId();
  const [said, setSaid] = useState('');
  const moved = useRef<string | null>(null);
  const problem = problems.find(({ field }) => field === name)?.message;
  const kept = [values[name] ?? []].flat();
  const order = PLACES.map((_place, at) => kept[at] ?? '');
  const wordsOf = (value: string) => choices.find((choice) => choice.value === value)?.words ?? value;
  const idAt = (at: number, part = '') => `${idOf(name)}${at === 0 ? '' : `-${at}`}${part}`;

  // The focus goes along with what was moved.
  useEffect(() => {
    if (moved.current === null) return;
    document.getElementById(moved.current)?.focus();
    moved.current = null;
  });

  const choose = (at: number, value: string) => {
    // One thing has one place: what stood here takes the place it leaves.
    const elsewhere = value === '' ? -1 : order.indexOf(value);
    change(
      name,
      order.map((one, place) => (place === at ? value : place === elsewhere ? (order[at] ?? '') : one)),
    );
    setSaid('');
  };
  const move = (at: number, by: 1 | -1) => {
    const to = at + by;
    const value = order[at] ?? '';
    if (to < 0 || to >= order.length || value === '') return;
    change(
      name,
      order.map((one, place) => (place === to ? value : place === at ? (order[to] ?? '') : one)),
    );
    moved.current = idAt(to, by === 1 ? '-down' : '-up');
    setSaid(`${wordsOf(value)}: now ${PLACES[to]?.toLowerCase()}.`);
  };

  return (
    <fieldset className={styles.set} aria-describedby={problem === undefined ? undefined : problemId}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.hint}>{hint}</div>
      <ol className={styles.list}>
        {PLACES.map((place, at) => {
          const value = order[at] ?? '';
          const isKnown = value === '' || choices.some((choice) => choice.value === value);
          return (
            <li key={place} className={styles.entry}>
              <label htmlFor={idAt(at)} className={styles.place}>
                {place}
              </label>
              <Select id={idAt(at)} value={value} onChange={(_event, chosen) => choose(at, chosen.value)}>
                <option value="">Nothing chosen</option>
                {!isKnown && <option value={value}>No longer to be chosen</option>}
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.words}
                  </option>
                ))}
              </Select>
              <div className={styles.buttons}>
                <Button
                  id={idAt(at, '-up')}
                  className={styles.button}
                  aria-label={`Move the ${place.toLowerCase()} up`}
                  disabledFocusable={value === '' || at === 0}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </Button>
                <Button
                  id={idAt(at, '-down')}
                  className={styles.button}
                  aria-label={`Move the ${place.toLowerCase()} down`}
                  disabledFocusable={value === '' || at === PLACES.length - 1}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <div role="status" className={styles.hint}>
        {said}
      </div>
      {problem !== undefined && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { type ListsState, settleRefused } from '../../api/view-lists-state.ts';
import { Section } from '../../ui/section.tsx';
import { Told } from '../../ui/told.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';

export interface RefusedProps {
  readonly planId: PlanId;
  readonly refused: ListsState['refused'];
  /** How many there are in all. */
  readonly count: number;
  readonly onChange: () => void;
}

const WORDS = {
  again: 'It is tried again now. Look again in a moment.',
  'give-up': 'It is given up: the plan shows what SharePoint has, and what was said stays in the history.',
} as const;

/** Changes that SharePoint refused: to be tried again, or given up. */
export function Refused({ planId, refused, count, onChange }: RefusedProps) {
  const styles = useEntryStyles();
  const request = useRequest();
  const press = usePress();
  const [words, setWords] = useState<string | null>(null);
  const settle = (outboxId: number, decision: keyof typeof WORDS) => () =>
    press.run(async () => {
      setWords(null);
      await settleRefused(request, planId, { outboxId, decision });
      setWords(WORDS[decision]);
      onChange();
    });
  return (
    <Section title={`Changes that SharePoint refused: ${count}`}>
      <ul className={styles.list}>
        {refused.map(({ outboxId, list, title, whatWords, reasonWords, madeAtWords }) => (
          <li key={outboxId} className={styles.entry}>
            <div className={styles.words}>
              <div className={styles.name}>{title}</div>
              <div>{[whatWords, reasonWords].filter((part) => part !== '').join('. ')}</div>
              <div className={styles.quiet}>
                {list}, said {madeAtWords}
              </div>
            </div>
            <span className={styles.pair}>
              <Button
                size="small"
                aria-label={`Try again: ${title}`}
                disabledFocusable={press.isBusy}
                onClick={settle(outboxId, 'again')}
              >
                Try again
              </Button>
              <Button
                size="small"
                aria-label={`Give up: ${title}`}
                disabledFocusable={press.isBusy}
                onClick={settle(outboxId, 'give-up')}
              >
                Give up
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {count === 0 && <p className={styles.intro}>None.</p>}
      {count > refused.length && (
        <p className={styles.intro}>{count - refused.length} more, shown once these are settled.</p>
      )}
      <Told problem={press.problem} words={words} />
    </Section>
  );
}

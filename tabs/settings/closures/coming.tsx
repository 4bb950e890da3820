import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import { type Closures, cancelClosure } from '../../api/plan-calendar.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { Section } from '../../ui/section.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { Told } from '../../ui/told.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';

const SHOWN_AT_FIRST = 8;

export interface ComingProps {
  readonly planId: PlanId;
  readonly closures: Closures['closures'];
  readonly onChange: () => void;
}

/** Days that are going on or still to come; each can be taken back. */
export function Coming({ planId, closures, onChange }: ComingProps) {
  const styles = useEntryStyles();
  const request = useRequest();
  const press = usePress();
  const [words, setWords] = useState<string | null>(null);
  const takeBack = (key: string, title: string) => () =>
    press.run(async () => {
      await cancelClosure(request, planId, key);
      setWords(`${title} is taken back: it stays in the Closures list as Cancelled.`);
      onChange();
    });
  return (
    <Section title="Closed and quiet days">
      <p className={styles.intro}>
        Closed days are no working days: meetings move. On quiet days nobody is reminded or alerted. Bank
        holidays of England and Wales are known already.
      </p>
      {closures.length === 0 && <p className={styles.intro}>None are coming.</p>}
      <ShowMore entries={closures} count={SHOWN_AT_FIRST}>
        {({ key, title, daysWords, kindWords }) => (
          <li key={key} className={styles.entry}>
            <div className={styles.words}>
              <div className={styles.name}>{title}</div>
              <div className={styles.quiet}>
                {daysWords} · {kindWords}
              </div>
            </div>
            <Button
              size="small"
              aria-label={`Take back ${title}, ${daysWords}`}
              disabledFocusable={press.isBusy}
              onClick={takeBack(key, title)}
            >
              Take back
            </Button>
          </li>
        )}
      </ShowMore>
      <Told problem={press.problem} words={words} />
    </Section>
  );
}

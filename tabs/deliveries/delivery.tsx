import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { DeliveryEntry } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { useRequest } from '../api/request-context.ts';
import { usePress } from '../api/use-press.ts';
import { type DeliveryDecisionKind, decideDelivery } from '../api/view-deliveries.ts';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { Outcome } from './outcome.tsx';
import { useDeliveryStyles } from './use-delivery-styles.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '4px 16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  told: {
    margin: '8px 0 0',
    padding: '6px 10px',
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  refused: { borderLeftColor: tokens.colorStatusDangerBorderActive },
});

export interface DeliveryProps {
  readonly planId: PlanId;
  readonly entry: DeliveryEntry;
  /** Has the page read anew once something was decided. */
  readonly onDecided: () => void;
}

/** One message: to whom, what became of it, why, what was done instead, and what may be decided. */
export function Delivery({ planId, entry, onDecided }: DeliveryProps) {
  const styles = useStyles();
  const look = useDeliveryStyles();
  const { noPrint } = useHiddenStyles();
  const request = useRequest();
  const press = usePress();
  const [told, setTold] = useState<string | null>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const answer = press.problem ?? told;
  // The button that was pressed goes away.
  useEffect(() => {
    if (answer !== null) words.current?.focus();
  }, [answer]);

  const { noticeId, attempt } = entry;
  const decide = (decision: DeliveryDecisionKind) => () =>
    press.run(async () => {
      setTold(await decideDelivery(request, { planId, noticeId, attempt, decision }));
      onDecided();
    });
  const mayDecide = entry.maySendAgain || entry.mayHaveArrived;
  const name = `${entry.kindWords} to ${entry.whoName}`;
  return (
    <li className={look.entry}>
      <div className={styles.head}>
        <span>
          <span className={look.who}>{entry.whoName}</span>{' '}
          <span className={look.quiet}>
            {entry.isChannel && 'channel · '}
            {entry.kindWords} · {entry.timeWords}
          </span>
        </span>
        <Outcome outcome={entry.outcome} />
      </div>
      {entry.why !== '' && <div>{entry.why}</div>}
      {entry.decided !== '' && <div>{entry.decided}</div>}
      {entry.instead !== '' && <div className={look.quiet}>{entry.instead}</div>}
      {mayDecide && (
        <div className={mergeClasses(styles.buttons, noPrint)}>
          {entry.maySendAgain && (
            <Button
              size="small"
              aria-label={`Send again: ${name}`}
              disabledFocusable={press.isBusy}
              onClick={decide('again')}
            >
              Send again
            </Button>
          )}
          {entry.mayHaveArrived && (
            <Button
              size="small"
              aria-label={`It arrived: ${name}`}
              disabledFocusable={press.isBusy}
              onClick={decide('arrived')}
            >
              It arrived
            </Button>
          )}
        </div>
      )}
      <div role="status">
        {answer !== null && (
          <p
            ref={words}
            tabIndex={-1}
            className={mergeClasses(styles.told, press.problem !== null && styles.refused)}
          >
            {answer}
          </p>
        )}
      </div>
    </li>
  );
}

import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanId } from '../../../plan/plan.ts';
import { type CalendarAddress as Address, changeAddress } from '../../api/plan-calendar.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { Section } from '../../ui/section.tsx';
import { Told } from '../../ui/told.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';

export interface CalendarAddressProps {
  readonly planId: PlanId;
  /** When there is one: when it was made. */
  readonly madeAtWords: string | null;
  readonly onChange: () => void;
}

/** The address at which calendars read the plan's due dates: made, shown once, stopped. */
export function CalendarAddress({ planId, madeAtWords, onChange }: CalendarAddressProps) {
  const styles = useEntryStyles();
  const request = useRequest();
  const press = usePress();
  const [made, setMade] = useState<Address | null>(null);
  const [words, setWords] = useState<string | null>(null);
  const change = (how: 'make' | 'stop') => () =>
    press.run(async () => {
      const address = await changeAddress(request, planId, how);
      setMade(address.address === null ? null : address);
      setWords(
        how === 'make'
          ? 'The address is made. Copy it now: it is shown only here, and only until you leave this page.'
          : 'The address leads nowhere any more.',
      );
      onChange();
    });
  const copy = (address: string) => () =>
    navigator.clipboard
      .writeText(address)
      .then(() => setWords('The address is copied.'))
      .catch(() => press.refuse('It could not be copied. Select it and copy it by hand.'));
  const isMade = madeAtWords !== null;
  return (
    <Section title="Calendar of milestones">
      <p className={styles.intro}>
        Due dates of recommendations and milestones for Outlook and other calendars: what and when, no names
        and no notes. Whoever has the address can read it, so give it only to those who may.
      </p>
      {made?.address != null ? (
        <Field label="Address of the calendar" hint="In Outlook choose Add calendar, Subscribe from web.">
          <Input readOnly value={made.address} onFocus={({ target }) => target.select()} />
        </Field>
      ) : (
        <p className={styles.intro}>
          {isMade
            ? `An address was made ${madeAtWords}. Nothing keeps it, so it can’t be shown again.`
            : 'There is no address yet.'}
        </p>
      )}
      <div className={styles.buttons}>
        {made?.address != null && (
          <Button appearance="primary" onClick={copy(made.address)}>
            Copy the address
          </Button>
        )}
        <Button disabledFocusable={press.isBusy} onClick={change('make')}>
          {isMade ? 'Make a new address; the old one stops' : 'Make an address'}
        </Button>
        {isMade && (
          <Button disabledFocusable={press.isBusy} onClick={change('stop')}>
            Stop the address
          </Button>
        )}
      </div>
      <Told problem={press.problem} words={words} />
    </Section>
  );
}

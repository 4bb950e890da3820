import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef } from 'react';
import type { Form } from './form.ts';
import { FormContext } from './form-context.ts';
import { Refusal } from './refusal.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '18px',
    maxWidth: '640px',
    // Choices are as wide as their longest entry otherwise.
    '& .fui-Field, & .fui-Select, & select': { minWidth: 0, maxWidth: '100%' },
  },
  summary: { ':empty': { display: 'none' } },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  words: { color: tokens.colorNeutralForeground2 },
});

export interface FormFrameProps {
  /** What is saved, to tell the buttons of the page apart: `the plan’s settings`. */
  readonly label: string;
  readonly form: Form;
  /** What the button says that saves it. Default: Save. */
  readonly saveWords?: string;
  /** Titles of the fields by their names, for the summary of what is wrong. */
  readonly titles: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A form with its fields, what is wrong with them all together, and its buttons. */
export function FormFrame({ label, form, saveWords = 'Save', titles, children }: FormFrameProps) {
  const styles = useStyles();
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.refusals > 0) summary.current?.focus();
  }, [form.refusals]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <FormContext value={{ ...form, idOf: (field) => `${id}-${field}` }}>
      <form aria-label={label} className={styles.form} onSubmit={submit} noValidate>
        <div ref={summary} tabIndex={-1} className={styles.summary}>
          {form.problems.length > 0 && <Refusal problems={form.problems} titles={titles} />}
        </div>
        {children}
        <div className={styles.foot}>
          <Button type="submit" appearance="primary" disabledFocusable={form.isBusy}>
            {form.isBusy ? 'Saving' : saveWords}
          </Button>
          {form.isDirty && (
            <Button type="button" onClick={form.discard}>
              Discard changes
            </Button>
          )}
          <span role="status" className={styles.words}>
            {form.words || (form.isDirty ? 'Not saved yet.' : '')}
          </span>
        </div>
      </form>
    </FormContext>
  );
}

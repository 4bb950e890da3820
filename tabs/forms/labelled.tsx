import { Field } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useFormContext } from './form-context.ts';

export interface LabelledProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** What stands in the list and can't be meant. */
  readonly fault?: string | null;
  /** A value in words, for what somebody else entered meanwhile. Default: as it stands. */
  readonly wordsOf?: (value: string) => string;
  readonly children: ReactElement;
}

/** A field with its label, what it is for, and what is wrong with it. */
export function Labelled({ name, label, hint, required, fault, wordsOf = asItIs, children }: LabelledProps) {
  const { problems, meanwhile } = useFormContext();
  const problem = problems.find(({ field }) => field === name)?.message;
  const other = meanwhile[name];
  const now = other === undefined ? null : [other].flat().map(wordsOf).join(', ');
  const message = [problem ?? fault ?? '', now === null ? '' : `It is now: ${now === '' ? 'nothing' : now}.`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <Field
      label={label}
      hint={hint}
      required={required ?? false}
      validationState={problem === undefined ? (message === '' ? 'none' : 'warning') : 'error'}
      validationMessage={message === '' ? undefined : message}
    >
      {children}
    </Field>
  );
}

function asItIs(value: string): string {
  return value;
}

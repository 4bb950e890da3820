import { createContext, useContext } from 'react';
import type { Form } from './use-form.ts';

/** Gives the fields of a form what stands in them. */
export const FormContext = createContext<Form | null>(null);

/** @throws Error outside a form */
export function useFormContext(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands outside a form.');
  return form;
}

/** Where a field stands in the page, for links to it. */
export function fieldId(name: string): string {
  return `setting-${name}`;
}

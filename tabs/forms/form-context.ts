import { createContext, useContext } from 'react';
import type { Form } from './form.ts';

/** What the fields of a form know of it. */
export interface FormFields extends Form {
  /** Where a field stands in the page, for links to it. */
  idOf(field: string): string;
}

/** Gives the fields of a form what stands in them. */
export const FormContext = createContext<FormFields | null>(null);

/** @throws Error outside a form */
export function useFormContext(): FormFields {
  const form = useContext(FormContext);
  if (!form) throw new Error('A field stands outside a form.');
  return form;
}

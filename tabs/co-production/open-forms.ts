import { useState } from 'react';
import type { AddressControl } from '../address/use-address.ts';
import { formatPlace, isSameForm, type Place } from './place.ts';

/** Which form is open among those of a page: one at most. */
export interface OpenForms {
  isOpen(form: readonly string[]): boolean;
  /** Opens a form, or closes it again: what was typed stays. */
  toggle(form: readonly string[]): void;
}

/** Forms of a part of the page: the one that is open stands in the address. */
export function formsInAddress(control: AddressControl, { part, open }: Place): OpenForms {
  return {
    isOpen: (form) => isSameForm(open, form),
    toggle: (form) =>
      control.change({ section: formatPlace({ part, open: isSameForm(open, form) ? [] : form }) }),
  };
}

/** Forms of something that has no address of its own. */
export function useOpenForms(): OpenForms & { readonly close: () => void } {
  const [open, setOpen] = useState<readonly string[]>([]);
  return {
    isOpen: (form) => isSameForm(open, form),
    toggle: (form) => setOpen(isSameForm(open, form) ? [] : form),
    close: () => setOpen([]),
  };
}

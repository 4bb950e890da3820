import { Button } from '@fluentui/react-components';
import type { AddressControl } from '../address/use-address.ts';
import { formatPlace, isSameForm, type Part } from './place.ts';

export interface FormButtonProps {
  readonly control: AddressControl;
  readonly part: Part;
  /** The form it opens, see `Place`. */
  readonly form: readonly string[];
  /** The form that is open. */
  readonly open: readonly string[];
  /** What it says, and what it is about for whoever only hears it. */
  readonly words: string;
  readonly about?: string;
}

/** Opens a form in its place on the page, and closes it again: what was typed stays. */
export function FormButton({ control, part, form, open, words, about }: FormButtonProps) {
  const isOpen = isSameForm(form, open);
  return (
    <Button
      aria-expanded={isOpen}
      aria-label={about === undefined ? undefined : `${words}: ${about}`}
      onClick={() => control.change({ section: formatPlace({ part, open: isOpen ? [] : form }) })}
    >
      {words}
    </Button>
  );
}

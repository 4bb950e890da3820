import { Button } from '@fluentui/react-components';
import type { OpenForms } from './open-forms.ts';

export interface FormButtonProps {
  readonly forms: OpenForms;
  /** Names the form that it opens. */
  readonly form: readonly string[];
  /** What it says, and what it is about for whoever only hears it. */
  readonly words: string;
  readonly about?: string;
}

/** Opens a form in its place on the page, and closes it again. */
export function FormButton({ forms, form, words, about }: FormButtonProps) {
  return (
    <Button
      aria-expanded={forms.isOpen(form)}
      aria-label={about === undefined ? undefined : `${words}: ${about}`}
      onClick={() => forms.toggle(form)}
    >
      {words}
    </Button>
  );
}

import type { PersonValue } from '../../plan/content.ts';
import { createTemplate, type ElementJson } from './card.ts';
import { choiceText, lineOf, NAME_LENGTH, NOTE_LENGTH, paragraphsOf } from './plain-text.ts';
import template from './templates/form-input.json' with { type: 'json' };

const inputTemplate = createTemplate<object>(template);

/** What was typed is given back whole, beyond what may be saved. */
const TYPED_LENGTH = 4_000;

/** What may be no longer is typed in one line. */
const LONGEST_LINE = 300;

/** One question of a form. */
export interface FormInput {
  readonly kind: 'text' | 'link' | 'date' | 'time' | 'choice' | 'choices' | 'people' | 'tick';
  readonly id: string;
  readonly label: string;
  readonly errorMessage: string;
  /** What stands in it. */
  readonly value: string;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
  /** Beside a tick. */
  readonly title?: string;
  /** What is wrong with it, in words. */
  readonly problem?: string;
  /** Longest text that may be saved. */
  readonly maxLength?: number;
}

/** One question, with what is wrong above it. */
export const bindFormInput = (input: FormInput): ElementJson =>
  inputTemplate.expand({
    kind: input.kind,
    id: input.id,
    label: input.label,
    errorMessage: input.errorMessage,
    value: paragraphsOf(input.value, TYPED_LENGTH),
    title: input.title ?? '',
    problem: lineOf(input.problem ?? '', 2 * NOTE_LENGTH),
    maxLength: input.maxLength ?? TYPED_LENGTH,
    isLong: (input.maxLength ?? TYPED_LENGTH) > LONGEST_LINE,
    choices: (input.choices ?? []).map(({ title, value }) => ({
      // What is to be ticked is drawn as text, a list to choose from as it stands.
      title: (input.kind === 'choices' ? choiceText : lineOf)(title, NAME_LENGTH) || 'Without a name',
      value,
    })),
  });

/** As many as fit beside everything else; the people picker finds the others by their names. */
export const MOST_CHOICES = 60;

/** The first people, and the one who is chosen. */
export const peopleChoices = (
  people: readonly PersonValue[],
  chosen: string,
): NonNullable<FormInput['choices']> =>
  people
    .filter(({ value }, index) => index < MOST_CHOICES || value === chosen)
    .map(({ value, name }) => ({ title: name, value }));

/** The tick that lets text through which was held back, where it was or somebody ticked it. */
export const checkedInput = (checked: boolean, held: boolean): FormInput[] =>
  checked || held
    ? [
        {
          kind: 'tick',
          id: 'checked',
          label: 'If you have looked again',
          title: 'I have checked: this does not name a child',
          errorMessage: 'Tick this once you have checked.',
          value: String(checked),
        },
      ]
    : [];

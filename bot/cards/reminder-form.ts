import { LINK_LIMIT, TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { OpenedItem } from '../../plan/content.ts';
import { QUICK_FIELDS, type QuickField } from '../../plan/personal/quick-answer.ts';
import { NO_GROUP } from './answer-form.ts';
import { checkedInput, type FormInput, MOST_CHOICES, peopleChoices } from './form-input.ts';
import { SIGN_OFF_FIELDS, type SignOffField, signOffInput } from './sign-off-inputs.ts';
import type { ReminderFormKind } from './submission.ts';

/** A form that stands open on a reminder, new or as somebody left it. */
export interface ReminderForm {
  readonly kind: ReminderFormKind;
  readonly opened: OpenedItem;
  /** What stands in its inputs. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly field: string; readonly message: string; readonly held?: boolean }[];
  readonly checked: boolean;
}

/** Inputs of the forms on a reminder; each is the name of a field. */
export type ReminderField = QuickField | 'to' | 'words' | SignOffField;

/** What is asked with each press. */
export const FORM_FIELDS: Readonly<Record<ReminderFormKind, readonly ReminderField[]>> = {
  ...QUICK_FIELDS,
  'not mine': ['words'],
  give: ['to', 'words'],
  'sign off': SIGN_OFF_FIELDS,
  'it works': ['words', 'evidenceUrl'],
  'works not yet': ['words'],
  'works no longer': ['words'],
};

/** What the buttons of an item say. */
export const PRESS_TITLES: Readonly<Record<ReminderFormKind, string>> = {
  'on track': 'On track',
  done: 'Done',
  'new date': 'New date',
  blocked: 'Blocked',
  agree: 'Agree it is done',
  'not yet': 'Not yet',
  'not mine': 'Not mine',
  give: 'Give it to…',
  'sign off': 'Sign off…',
  'it works': 'It works',
  'works not yet': 'Not yet',
  'works no longer': 'It no longer works',
};

/** What the button under a form says. */
export const FORM_TITLES: Readonly<Record<ReminderFormKind, string>> = {
  'on track': 'Save: on track',
  done: 'Save: done',
  'new date': 'Save the new date',
  blocked: 'Save: blocked',
  agree: 'Agree it is done',
  'not yet': 'Save: not yet',
  'not mine': 'Say it is not mine',
  give: 'Give it',
  'sign off': 'Record it',
  'it works': 'Save: it works',
  'works not yet': 'Save: not yet',
  'works no longer': 'Open it again',
};

/** The questions of a form, with what is wrong above each. */
export const formInputs = (form: ReminderForm): FormInput[] => {
  const { kind, values, problems, checked } = form;
  const inputs = FORM_FIELDS[kind].map((field) => ({
    ...inputOf(form, field),
    id: field,
    value: values[field] ?? '',
    problem: problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => message)
      .join(' '),
  }));
  return [
    ...inputs,
    ...checkedInput(
      checked,
      problems.some(({ held }) => held === true),
    ),
  ];
};

/** What is wrong with something that the form does not ask. */
export const problemsBeside = ({ kind, problems }: Pick<ReminderForm, 'kind' | 'problems'>): string[] =>
  problems
    .filter(({ field }) => !FORM_FIELDS[kind].some((known) => known === field))
    .map(({ message }) => message);

type Question = Omit<FormInput, 'id' | 'value' | 'problem'>;

const inputOf = ({ kind, opened, values }: ReminderForm, field: ReminderField): Question => {
  switch (field) {
    case 'reason':
      return text(kind === 'on track' ? 'Why is it on track again?' : 'Why then? Needed where it is later');
    case 'note':
      return text(NOTE_LABELS[kind] ?? 'What is there to say?');
    case 'blocker':
      return text('What is in the way?');
    case 'words':
      return text(
        IMPACT_LABELS[kind] ??
          `${kind === 'give' ? 'What should they know?' : 'Whose is it, or why not yours?'} (optional) The group can read this.`,
      );
    case 'evidenceUrl':
      return {
        kind: 'link',
        label: 'Link to what shows it',
        errorMessage: 'Write the whole address, with https://.',
        maxLength: LINK_LIMIT,
      };
    case 'forecastDue':
      return { kind: 'date', label: 'When do you now expect it?', errorMessage: 'Choose a day.' };
    case 'waitingOn':
      return {
        kind: 'choice',
        label: 'Which group does it wait on?',
        errorMessage: 'Choose a group from the list.',
        choices: [
          { title: 'No group of the plan', value: NO_GROUP },
          ...opened.groups.slice(0, MOST_CHOICES).map(({ key, name }) => ({ title: name, value: key })),
        ],
      };
    case 'to':
      return {
        kind: 'people',
        label: 'Who does it go to?',
        errorMessage: 'Choose one person.',
        choices: peopleChoices(opened.people, values.to ?? ''),
      };
    default:
      return signOffInput(field);
  }
};

const IMPACT_LABELS: Readonly<Partial<Record<ReminderFormKind, string>>> = {
  'it works': 'What shows that it works?',
  'works not yet': 'What is still missing?',
  'works no longer': 'Why is it open again?',
};

const NOTE_LABELS: Readonly<Partial<Record<ReminderFormKind, string>>> = {
  done: 'Or say in words what shows it',
  agree: 'What shows that it is done?',
  'not yet': 'What is still missing?',
};

const text = (label: string): Question => ({
  kind: 'text',
  label,
  errorMessage: `Write at most ${TEXT_LIMIT} characters.`,
  maxLength: TEXT_LIMIT,
});

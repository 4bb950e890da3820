import type { FormChoice, ImpactAnswer, ItemChoice } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { AreaField } from '../forms/area-field.tsx';
import { CheckedField } from '../forms/checked-field.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { type FormSaved, isChecked } from '../forms/use-sent-form.ts';
import { refText } from './choices.ts';
import { textOf, useCoProductionForm } from './use-co-production-form.ts';

const TITLES = {
  answer: 'Does it work?',
  words: 'What shows it, or why it does not',
  evidenceUrl: 'Link to the evidence',
} as const;

const ANSWERS: readonly FormChoice[] = (
  ['It works', 'Not yet', 'It no longer works'] satisfies ImpactAnswer[]
).map((value) => ({ value, words: value }));

export interface ImpactFormProps {
  readonly planId: PlanId;
  readonly line: ItemChoice;
  readonly onSaved: (saved: FormSaved) => void;
}

/** What an impact check came to. */
export function ImpactForm({ planId, line, onSaved }: ImpactFormProps) {
  const { form, isHeld } = useCoProductionForm({
    planId,
    form: 'impact-checks',
    about: refText(line.ref),
    empty: { answer: '', words: '', evidenceUrl: '', checked: [] },
    bodyOf: (values) => ({
      impact: {
        ref: line.ref,
        answer: textOf(values, 'answer'),
        words: textOf(values, 'words'),
        evidenceUrl: textOf(values, 'evidenceUrl'),
        checked: isChecked(values),
      },
    }),
    onSaved,
  });
  return (
    <FormFrame label={`Does ${line.label} still work?`} form={form} titles={TITLES} saveWords="Record">
      <ChoiceField name="answer" label={TITLES.answer} choices={ANSWERS} required />
      <AreaField name="words" label={TITLES.words} hint="Needed, unless a link shows it." />
      <TextField name="evidenceUrl" label={TITLES.evidenceUrl} />
      {isHeld && <CheckedField />}
    </FormFrame>
  );
}

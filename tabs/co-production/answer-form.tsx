import type { CommentLine, EngagementInput, FormValues } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { AreaField } from '../forms/area-field.tsx';
import { CheckedField } from '../forms/checked-field.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { type FormSaved, isChecked } from '../forms/use-sent-form.ts';
import { ANSWERS, OUTCOME_HINTS } from './answer-choices.ts';
import { textOf, useCoProductionForm } from './use-co-production-form.ts';

const TITLES = { answer: 'What came of it', outcome: 'In words' } as const;

export interface AnswerFormProps {
  readonly planId: PlanId;
  readonly line: CommentLine;
  readonly onSaved: (saved: FormSaved) => void;
  readonly onRefused: () => void;
}

/** What came of a comment of a group. */
export function AnswerForm({ planId, line, onSaved, onRefused }: AnswerFormProps) {
  const { form, isHeld } = useCoProductionForm({
    planId,
    form: 'engagements',
    changes: line.key,
    about: line.key,
    empty: { answer: line.answer ?? '', outcome: line.answerWords ?? '', checked: [] },
    bodyOf: (values, base) => ({
      engagement: { ...inputOf(line, values), checked: isChecked(values) },
      base: inputOf(line, base),
    }),
    onSaved,
    onRefused,
  });
  return (
    <FormFrame label={`What came of what ${line.groupName} said`} form={form} titles={TITLES}>
      <ChoiceField name="answer" label={TITLES.answer} choices={ANSWERS} required />
      <AreaField
        name="outcome"
        label={TITLES.outcome}
        required
        hint={OUTCOME_HINTS[textOf(form.values, 'answer')] ?? ''}
      />
      {isHeld && <CheckedField />}
    </FormFrame>
  );
}

/** Only what came of it is changed here: the rest is said to be as it was. */
function inputOf({ groupName, words }: CommentLine, values: FormValues): EngagementInput {
  return {
    title: groupName,
    on: '',
    purpose: '',
    said: words,
    theme: '',
    voices: '',
    answer: textOf(values, 'answer'),
    outcome: textOf(values, 'outcome'),
  };
}

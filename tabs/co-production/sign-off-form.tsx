import type { FormChoice, FormValues, SignOffAsk } from '../../plan/content.ts';
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
  decision: 'What the group decided',
  conditions: 'Conditions',
  conditionsDue: 'To be met by',
  reason: 'Why not',
  dissent: 'What those said who saw it otherwise',
  voices: 'How many people took part',
} as const;

const DECISIONS: readonly FormChoice[] = ['Agreed', 'Agreed with conditions', 'Not agreed'].map((value) => ({
  value,
  words: value,
}));

export interface SignOffFormProps {
  readonly planId: PlanId;
  readonly ask: Pick<SignOffAsk, 'ref' | 'label' | 'groupKey' | 'groupName'>;
  readonly onSaved: (saved: FormSaved) => void;
}

/** A group's word on something done. */
export function SignOffForm({ planId, ask, onSaved }: SignOffFormProps) {
  const empty: FormValues = {
    decision: '',
    conditions: '',
    conditionsDue: '',
    reason: '',
    dissent: '',
    voices: '',
    checked: [],
  };
  const { form, isHeld } = useCoProductionForm({
    planId,
    form: 'sign-offs',
    about: `${ask.groupKey}:${refText(ask.ref)}`,
    empty,
    bodyOf: (values) => {
      const decision = textOf(values, 'decision');
      // What was typed for another decision is kept in the form, and not sent.
      const when = (needed: string, field: string) => (decision === needed ? textOf(values, field) : '');
      return {
        signOff: {
          ref: ask.ref,
          groupKey: ask.groupKey,
          decision,
          conditions: when('Agreed with conditions', 'conditions'),
          conditionsDue: when('Agreed with conditions', 'conditionsDue'),
          reason: when('Not agreed', 'reason'),
          dissent: textOf(values, 'dissent'),
          voices: textOf(values, 'voices'),
          checked: isChecked(values),
        },
      };
    },
    onSaved,
  });
  const { decision } = form.values;
  return (
    <FormFrame
      label={`What ${ask.groupName} decided about ${ask.label}`}
      form={form}
      titles={TITLES}
      saveWords="Record"
    >
      <ChoiceField name="decision" label={TITLES.decision} choices={DECISIONS} required />
      {decision === 'Agreed with conditions' && (
        <>
          <AreaField name="conditions" label={TITLES.conditions} required />
          <TextField
            name="conditionsDue"
            label={TITLES.conditionsDue}
            type="date"
            isShort
            hint="With a day, the conditions become an action of its owner."
          />
        </>
      )}
      {decision === 'Not agreed' && (
        <AreaField
          name="reason"
          label={TITLES.reason}
          required
          hint="It goes back to its owner with these words."
        />
      )}
      <AreaField
        name="dissent"
        label={TITLES.dissent}
        rows={2}
        hint="Empty where nobody did. Nobody is named."
      />
      <TextField
        name="voices"
        label={TITLES.voices}
        inputMode="numeric"
        isShort
        hint="People are counted, never named."
      />
      {isHeld && <CheckedField />}
    </FormFrame>
  );
}

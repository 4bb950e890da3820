import type { PlanId } from '../../../plan/plan.ts';
import type { Closures } from '../../api/plan-calendar.ts';
import { CheckedField } from '../../forms/checked-field.tsx';
import { ChoiceField } from '../../forms/choice-field.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { Pair } from '../../forms/pair.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { TicksField } from '../../forms/ticks-field.tsx';
import { Section } from '../../ui/section.tsx';
import { KIND_CHOICES } from './kinds.ts';
import { useClosureForm } from './use-closure-form.ts';

const TITLES = {
  title: 'What is it?',
  from: 'First day',
  to: 'Last day',
  kind: 'What are these days?',
  groups: 'Quiet for these groups only',
} as const;

export interface AddDaysProps {
  readonly planId: PlanId;
  readonly groups: Closures['groups'];
  readonly onAdded: () => void;
}

/** Days on which the plan is closed or quiet, to be added. */
export function AddDays({ planId, groups, onAdded }: AddDaysProps) {
  const { form, isHeld } = useClosureForm(planId, onAdded);
  const label = (name: keyof typeof TITLES) => ({ name, label: TITLES[name] });
  const choices = groups.map(({ groupKey, groupName }) => ({ value: groupKey, words: groupName }));
  return (
    <Section title="Add days">
      <FormFrame label="New closed or quiet days" form={form} titles={TITLES} saveWords="Add">
        <TextField {...label('title')} required hint="Such as Half term." />
        {isHeld && <CheckedField />}
        <Pair>
          <TextField {...label('from')} type="date" required />
          <TextField {...label('to')} type="date" hint="Empty for one day." />
        </Pair>
        <ChoiceField {...label('kind')} choices={KIND_CHOICES} required />
        {form.values.kind === 'Quiet' && choices.length > 0 && (
          <TicksField {...label('groups')} hint="Tick none for the whole plan." choices={choices} />
        )}
      </FormFrame>
    </Section>
  );
}

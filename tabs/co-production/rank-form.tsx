import type { CoProductionView, FormValues, ReferenceGroupView } from '../../plan/content.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { OrderField } from '../forms/order-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { FormSaved } from '../forms/use-sent-form.ts';
import { choiceOf } from './choices.ts';
import { textOf, useCoProductionForm } from './use-co-production-form.ts';

const TITLES = { choices: 'In order', voices: 'How many people it stands for' } as const;

export interface RankFormProps {
  readonly view: CoProductionView;
  readonly group: ReferenceGroupView;
  /** It is recorded for people without Teams. */
  readonly isForOthers: boolean;
  readonly onSaved: (saved: FormSaved) => void;
}

/** The recommendations that matter most to somebody in a group, or to people for whom they record. */
export function RankForm({ view, group, isForOthers, onSaved }: RankFormProps) {
  const empty: FormValues = { choices: isForOthers ? [] : (group.ownRanking ?? []), voices: '' };
  const { form } = useCoProductionForm({
    planId: view.planId,
    form: 'rankings',
    about: `${group.key}:${isForOthers ? 'others' : 'own'}`,
    empty,
    bodyOf: (values) => ({
      ranking: {
        groupKey: group.key,
        choices: [values.choices ?? []].flat().filter((key) => key !== ''),
        voices: isForOthers ? textOf(values, 'voices') : '',
      },
    }),
    onSaved,
  });
  return (
    <FormFrame
      label={`${isForOthers ? 'A ranking for people without Teams' : 'My ranking'}, ${group.name}`}
      form={form}
      titles={TITLES}
      saveWords={isForOthers ? 'Record' : 'Save'}
    >
      {isForOthers && (
        <TextField
          name="voices"
          label={TITLES.voices}
          inputMode="numeric"
          required
          isShort
          hint="People are counted, never named."
        />
      )}
      <OrderField
        name="choices"
        label={TITLES.choices}
        hint="One to five recommendations, what matters most first."
        choices={view.choices.recommendations.map(choiceOf)}
      />
    </FormFrame>
  );
}

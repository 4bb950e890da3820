import type { CoProductionView } from '../../plan/content.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import type { FormSaved } from '../forms/use-sent-form.ts';
import { findItem, itemChoiceOf } from './choices.ts';
import { textOf, useCoProductionForm } from './use-co-production-form.ts';

const TITLES = { ref: 'Item', groupKey: 'Group that signs it off' } as const;

export interface AskFormProps {
  readonly view: CoProductionView;
  readonly onSaved: (saved: FormSaved) => void;
}

/** Says which group signs an item off. */
export function AskForm({ view, onSaved }: AskFormProps) {
  const { items } = view.choices;
  const { form } = useCoProductionForm({
    planId: view.planId,
    form: 'sign-off-by',
    about: '',
    empty: { ref: '', groupKey: '' },
    bodyOf: (values) => ({
      ref: findItem(items, textOf(values, 'ref'))?.ref ?? null,
      groupKey: textOf(values, 'groupKey') || null,
    }),
    check: (values) => (textOf(values, 'ref') === '' ? [{ field: 'ref', message: 'Choose an item.' }] : []),
    onSaved,
  });
  const item = findItem(items, textOf(form.values, 'ref'));
  const now = view.groups.find(({ key }) => key === item?.signOffBy)?.name ?? 'nobody';
  return (
    <FormFrame label="Who signs an item off" form={form} titles={TITLES}>
      <ChoiceField name="ref" label={TITLES.ref} choices={items.map(itemChoiceOf)} required />
      <ChoiceField
        name="groupKey"
        label={TITLES.groupKey}
        choices={view.groups.map(({ key, name }) => ({ value: key, words: name }))}
        none="None: another person of the plan confirms it"
        {...(item === null ? {} : { hint: `Asked now: ${now}.` })}
      />
    </FormFrame>
  );
}

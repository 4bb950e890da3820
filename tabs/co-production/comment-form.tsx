import type { CoProductionView, FormValues, ItemChoice, ReferenceGroupView } from '../../plan/content.ts';
import { AreaField } from '../forms/area-field.tsx';
import { CheckedField } from '../forms/checked-field.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { type FormSaved, isChecked } from '../forms/use-sent-form.ts';
import { findItem, itemChoiceOf, refText } from './choices.ts';
import { textOf, useCoProductionForm } from './use-co-production-form.ts';

const TITLES = {
  words: 'What they say',
  ref: 'What it is about',
  theme: 'Theme',
  voices: 'How many people say so',
} as const;

export interface CommentFormProps {
  readonly view: CoProductionView;
  readonly group: ReferenceGroupView;
  /** What it is about; `null`: that is chosen. */
  readonly item: ItemChoice | null;
  readonly onSaved: (saved: FormSaved) => void;
}

/** What a group says of an item, of a theme, or of the plan as a whole. */
export function CommentForm({ view, group, item, onSaved }: CommentFormProps) {
  const { choices, planId } = view;
  const empty: FormValues = { words: '', ref: '', theme: '', voices: '', checked: [] };
  const { form, isHeld } = useCoProductionForm({
    planId,
    form: 'comments',
    about: `${group.key}:${item === null ? '' : refText(item.ref)}`,
    empty,
    bodyOf: (values) => {
      const about = item ?? findItem(choices.items, textOf(values, 'ref'));
      return {
        comment: {
          groupKey: group.key,
          ref: about?.ref ?? null,
          theme: about === null ? textOf(values, 'theme') : '',
          words: textOf(values, 'words'),
          voices: textOf(values, 'voices'),
          checked: isChecked(values),
        },
      };
    },
    onSaved,
  });
  return (
    <FormFrame label={`A comment of ${group.name}`} form={form} titles={TITLES} saveWords="Send">
      <AreaField name="words" label={TITLES.words} required hint="In their own words. Nobody is named." />
      {isHeld && <CheckedField />}
      {item === null && (
        <ChoiceField
          name="ref"
          label={TITLES.ref}
          choices={choices.items.map(itemChoiceOf)}
          none="A theme, or the plan as a whole"
        />
      )}
      {item === null && form.values.ref === '' && (
        <ChoiceField
          name="theme"
          label={TITLES.theme}
          choices={choices.themes.map(({ key, title }) => ({ value: key, words: title }))}
          none="The plan as a whole"
        />
      )}
      <TextField
        name="voices"
        label={TITLES.voices}
        inputMode="numeric"
        isShort
        hint="Empty where nobody counted."
      />
    </FormFrame>
  );
}

import { Select } from '@fluentui/react-components';
import type { FormChoice } from '../../plan/content.ts';
import { useFormContext } from './form-context.ts';
import { Labelled, type LabelledProps } from './labelled.tsx';

export interface ChoiceFieldProps extends Omit<LabelledProps, 'children' | 'wordsOf'> {
  readonly choices: readonly FormChoice[];
  /** What the first entry says, which means none. Absent where one must be chosen. */
  readonly none?: string;
}

/** One of several. */
export function ChoiceField({ choices, none, ...label }: ChoiceFieldProps) {
  const { values, change, idOf } = useFormContext();
  const { name } = label;
  const value = String(values[name] ?? '');
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  const wordsOf = (one: string) => choices.find((choice) => choice.value === one)?.words ?? one;
  return (
    <Labelled {...label} wordsOf={wordsOf}>
      <Select
        id={idOf(name)}
        name={name}
        value={value}
        onChange={(_event, chosen) => change(name, chosen.value)}
      >
        {(none !== undefined || value === '') && <option value="">{none ?? 'Choose'}</option>}
        {!isKnown && <option value={value}>No longer in the plan</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

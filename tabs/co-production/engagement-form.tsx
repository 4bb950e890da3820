import type { CoProductionView, EngagementInput, EngagementLine, FormValues } from '../../plan/content.ts';
import { AreaField } from '../forms/area-field.tsx';
import { CheckedField } from '../forms/checked-field.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { Pair } from '../forms/pair.tsx';
import { TextField } from '../forms/text-field.tsx';
import { type FormSaved, isChecked } from '../forms/use-sent-form.ts';
import { ANSWERS, OUTCOME_HINTS } from './answer-choices.ts';
import { textOf, useCoProductionForm } from './use-co-production-form.ts';

const TITLES = {
  title: 'Group that was met',
  on: 'Day',
  purpose: 'What it was about',
  said: 'What they said',
  theme: 'Theme',
  voices: 'How many people were there',
  answer: 'What came of it',
  outcome: 'In words',
} as const;

export interface EngagementFormProps {
  readonly view: CoProductionView;
  /** The entry to complete or correct; `null` for a new one. */
  readonly line: EngagementLine | null;
  readonly onSaved: (saved: FormSaved) => void;
  readonly onRefused: () => void;
}

/** An entry of the engagement log. */
export function EngagementForm({ view, line, onSaved, onRefused }: EngagementFormProps) {
  const { form, isHeld } = useCoProductionForm({
    planId: view.planId,
    form: 'engagements',
    changes: line?.key ?? null,
    about: line?.key ?? 'new',
    empty: { ...standingOf(line, view.today), checked: [] },
    bodyOf: (values, base) => ({
      engagement: inputOf(values),
      base: line === null ? null : inputOf(base),
    }),
    onSaved,
    onRefused,
  });
  return (
    <FormFrame
      label={line === null ? 'A new entry of the log' : `Entry of the log, ${line.title}`}
      form={form}
      titles={TITLES}
      saveWords={line === null ? 'Add' : 'Save'}
    >
      <Pair>
        <TextField name="title" label={TITLES.title} required hint="Never a person." />
        <TextField name="on" label={TITLES.on} type="date" required />
      </Pair>
      <TextField name="purpose" label={TITLES.purpose} />
      <AreaField name="said" label={TITLES.said} hint="In their own words. Nobody is named." />
      <Pair>
        <ChoiceField
          name="theme"
          label={TITLES.theme}
          choices={view.choices.themes.map(({ key, title }) => ({ value: key, words: title }))}
          none="The plan as a whole"
        />
        <TextField
          name="voices"
          label={TITLES.voices}
          inputMode="numeric"
          isShort
          hint="Empty where nobody counted."
        />
      </Pair>
      <ChoiceField name="answer" label={TITLES.answer} choices={ANSWERS} none="Not answered yet" />
      <AreaField
        name="outcome"
        label={TITLES.outcome}
        hint={OUTCOME_HINTS[textOf(form.values, 'answer')] ?? ''}
      />
      {isHeld && <CheckedField />}
    </FormFrame>
  );
}

function inputOf(values: FormValues): EngagementInput {
  return {
    title: textOf(values, 'title'),
    on: textOf(values, 'on'),
    purpose: textOf(values, 'purpose'),
    said: textOf(values, 'said'),
    outcome: textOf(values, 'outcome'),
    theme: textOf(values, 'theme'),
    answer: textOf(values, 'answer'),
    voices: textOf(values, 'voices'),
    checked: isChecked(values),
  };
}

function standingOf(line: EngagementLine | null, today: string): FormValues {
  return {
    title: line?.title ?? '',
    on: line === null ? today : (line.on ?? ''),
    purpose: line?.purpose ?? '',
    said: line?.said ?? '',
    outcome: line?.outcome ?? '',
    theme: line?.themeKey ?? '',
    answer: line?.answer ?? '',
    voices: line?.voices == null ? '' : String(line.voices),
  };
}

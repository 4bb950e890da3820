import type { FormValues, MeasureView } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { recordReading } from '../api/plan-measures.ts';
import { useRequest } from '../api/request-context.ts';
import { FormFrame } from '../forms/form-frame.tsx';
import { Pair } from '../forms/pair.tsx';
import { TextField } from '../forms/text-field.tsx';
import { TicksField } from '../forms/ticks-field.tsx';
import { isChecked, useSentForm } from '../forms/use-sent-form.ts';

const TITLES = { value: 'Figure', on: 'Day it was read' } as const;
const SURE = [{ value: 'yes', words: 'The figure is right' }];

export interface RecordReadingProps {
  readonly planId: PlanId;
  readonly measure: MeasureView;
  readonly today: string;
  readonly onRecorded: () => void;
}

/** A reading of a measure, to be recorded. */
export function RecordReading({ planId, measure, today, onRecorded }: RecordReadingProps) {
  const request = useRequest();
  const empty: FormValues = { value: '', on: today, checked: [] };
  const { form, isHeld } = useSentForm({
    planId,
    draft: `readings:${measure.key}`,
    empty,
    send: (submissionKey, values) =>
      recordReading(request, planId, {
        submissionKey,
        reading: {
          measure: measure.key,
          value: String(values.value),
          on: String(values.on),
          sure: isChecked(values),
        },
      }),
    onSaved: onRecorded,
  });
  return (
    <FormFrame
      label={`A reading of ${measure.title}`}
      form={form}
      titles={{ ...TITLES, checked: SURE[0]?.words ?? '' }}
      saveWords="Record"
    >
      <Pair>
        <TextField
          name="value"
          label={TITLES.value}
          required
          isShort
          hint={measure.unit === null ? 'A number.' : `A number of ${measure.unit}.`}
        />
        <TextField name="on" label={TITLES.on} type="date" isShort />
      </Pair>
      {isHeld && <TicksField name="checked" label="If you have looked again" choices={SURE} />}
    </FormFrame>
  );
}

import { TicksField } from './ticks-field.tsx';

const CHECKED = [{ value: 'yes', words: 'I have checked: this does not name a child' }];

/** Asks somebody to look again at what may name a child. Its name among the fields is `checked`. */
export function CheckedField() {
  return <TicksField name="checked" label="If you have looked again" choices={CHECKED} />;
}

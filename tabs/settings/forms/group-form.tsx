import type { FormValues, SettingsRow } from '../../../plan/content.ts';
import type { AddressControl } from '../../address/use-address.ts';
import { ChoiceField } from '../../forms/choice-field.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { Pair } from '../../forms/pair.tsx';
import { TextField } from '../../forms/text-field.tsx';
import type { SettingsTools } from '../settings-tools.ts';
import { useForm } from './use-form.ts';

const TITLES = {
  title: 'Name',
  kind: 'Kind',
  chair: 'Chair',
  author: 'Author of its reports',
  channel: 'Channel',
  unit: 'Rhythm',
  every: 'Every how many',
  firstMeeting: 'Day of a first meeting',
  meetingTime: 'Time',
  onBankHoliday: 'On bank holidays and closures',
  active: 'Active',
} as const;

const KINDS = ['Operational', 'Reference', 'Board'].map(asItIs);
const BANK_HOLIDAY = ['Next working day', 'Skip'].map(asItIs);
const UNITS = [
  { value: 'weeks', words: 'Every so many weeks' },
  { value: 'months', words: 'Every so many months' },
];
const ACTIVE = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No: it is left alone' },
];

const NEW_GROUP: FormValues = {
  title: '',
  kind: 'Operational',
  chair: '',
  author: '',
  channel: '',
  unit: 'weeks',
  every: '2',
  firstMeeting: '',
  meetingTime: '',
  onBankHoliday: '',
  active: 'yes',
};

const NEW_BOARD: FormValues = { ...NEW_GROUP, kind: 'Board', unit: 'months' };

export interface GroupFormProps {
  readonly tools: SettingsTools;
  readonly control: AddressControl;
  /** The section it stands in. */
  readonly section: 'groups' | 'boards';
  /** `null` for a new one. */
  readonly row: SettingsRow | null;
}

/** A group or board: who chairs it, where it meets and when. */
export function GroupForm({ tools, control, section, row }: GroupFormProps) {
  const { owners, channels } = tools.content;
  const form = useForm({
    tools,
    draft: `${section}:${row?.key ?? 'new'}`,
    form: row === null ? 'groups' : `groups/${row.key}`,
    standing: row?.values ?? (section === 'boards' ? NEW_BOARD : NEW_GROUP),
    isNew: row === null,
    standingIn: ({ settings }) => settings.groups.find(({ key }) => key === row?.key)?.values ?? {},
    onSaved: ({ key }) => row === null && control.change({ section: `${section}/${key}` }),
  });
  const people = owners.map(({ key, name }) => ({ value: key, words: name }));
  const label = (name: keyof typeof TITLES) => ({ name, label: TITLES[name] });
  const hasRhythm = form.values.unit !== '';
  const unit = form.values.unit === 'months' ? 'months' : 'weeks';
  return (
    <FormFrame
      label={row?.name ?? 'New group'}
      form={form}
      titles={TITLES}
      saveWords={row === null ? 'Add' : 'Save'}
    >
      <TextField {...label('title')} required />
      <Pair>
        <ChoiceField
          {...label('kind')}
          required
          choices={KINDS}
          hint="Operational groups check in; reference groups and boards are told."
        />
        <ChoiceField {...label('chair')} choices={people} none="Nobody named" />
      </Pair>
      {form.values.kind === 'Board' && (
        <ChoiceField
          {...label('author')}
          choices={people}
          none="The chair"
          hint="Writes the draft of each report; the chair posts it."
        />
      )}
      <ChoiceField
        {...label('channel')}
        choices={channels}
        none="None: nothing is posted"
        hint="Channels in which the Milepost app has been seen. Missing yours? Add the app to its team and write to it there once."
      />
      <Pair>
        <ChoiceField
          {...label('unit')}
          choices={UNITS}
          none="No rhythm"
          hint="Without one it meets on the days in its rows of the SharePoint list Meetings."
        />
        {hasRhythm && <TextField {...label('every')} label={`Every how many ${unit}`} required isShort />}
      </Pair>
      <Pair>
        <TextField
          {...label('firstMeeting')}
          type="date"
          required={hasRhythm}
          hint="The rhythm is counted from it, and keeps its weekday."
        />
        <TextField {...label('meetingTime')} isShort hint="Such as 09:30. Empty means the opening time." />
      </Pair>
      <Pair>
        <ChoiceField {...label('onBankHoliday')} choices={BANK_HOLIDAY} none="As the plan says" />
        <ChoiceField {...label('active')} choices={ACTIVE} />
      </Pair>
    </FormFrame>
  );
}

function asItIs(value: string) {
  return { value, words: value };
}

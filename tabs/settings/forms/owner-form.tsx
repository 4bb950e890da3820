import type { FormValues, SettingsRow } from '../../../plan/content.ts';
import type { AddressControl } from '../../address/use-address.ts';
import { ChoiceField } from '../../forms/choice-field.tsx';
import { FormFrame } from '../../forms/form-frame.tsx';
import { Pair } from '../../forms/pair.tsx';
import { TextField } from '../../forms/text-field.tsx';
import { TicksField } from '../../forms/ticks-field.tsx';
import type { SettingsTools } from '../settings-tools.ts';
import { useForm } from './use-form.ts';

const TITLES = {
  title: 'Name',
  email: 'E-mail',
  entraObjectId: 'Entra object ID',
  roles: 'Roles',
  groups: 'Groups',
  deputy: 'Deputy',
  awayFrom: 'Away from',
  awayTo: 'Away to',
} as const;

const ROLES = ['Member', 'Chair', 'Director', 'Plan manager'].map((role) => ({ value: role, words: role }));

const NEW_OWNER: FormValues = {
  title: '',
  email: '',
  entraObjectId: '',
  roles: ['Member'],
  groups: [],
  deputy: '',
  awayFrom: '',
  awayTo: '',
};

export interface OwnerFormProps {
  readonly tools: SettingsTools;
  readonly control: AddressControl;
  /** `null` for somebody new. */
  readonly row: SettingsRow | null;
}

/** Somebody of the plan: who they are, what they may do, and who stands in for them. */
export function OwnerForm({ tools, control, row }: OwnerFormProps) {
  const { owners, groups } = tools.content;
  const form = useForm({
    tools,
    draft: `people:${row?.key ?? 'new'}`,
    form: row === null ? 'owners' : `owners/${row.key}`,
    standing: row?.values ?? NEW_OWNER,
    isNew: row === null,
    standingIn: ({ settings }) => settings.owners.find(({ key }) => key === row?.key)?.values ?? {},
    onSaved: ({ key }) => row === null && control.change({ section: `people/${key}` }),
  });
  const named = (rows: readonly SettingsRow[]) => rows.map(({ key, name }) => ({ value: key, words: name }));
  const label = (name: keyof typeof TITLES) => ({ name, label: TITLES[name] });
  return (
    <FormFrame
      label={row?.name ?? 'New person'}
      form={form}
      titles={TITLES}
      saveWords={row === null ? 'Add' : 'Save'}
    >
      <TextField {...label('title')} required />
      <TextField {...label('email')} type="email" />
      <TextField
        {...label('entraObjectId')}
        hint="Microsoft Entra shows it with the person, under “Object ID”. Without it Milepost cannot write to them."
      />
      <TicksField {...label('roles')} choices={ROLES} />
      <TicksField {...label('groups')} choices={named(groups)} />
      <ChoiceField
        {...label('deputy')}
        choices={named(owners.filter(({ key }) => key !== row?.key))}
        none="Nobody"
        hint="Gets what is meant for them while they are away, and may answer for them."
      />
      <Pair>
        <TextField {...label('awayFrom')} type="date" />
        <TextField {...label('awayTo')} type="date" hint="Empty means until further notice." />
      </Pair>
    </FormFrame>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanSettingsContent, SettingField } from '../../plan/content.ts';
import { ChoiceField } from '../forms/choice-field.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../ui/section.tsx';
import { useForm } from './forms/use-form.ts';
import type { SettingsTools } from './settings-tools.ts';

const useStyles = makeStyles({ intro: { margin: '0 0 16px', color: tokens.colorNeutralForeground2 } });

/** Fields whose values are a few characters. */
const LONG = ['planName', 'greenMeans', 'amberMeans', 'redMeans'];

export interface SettingFieldsProps {
  readonly tools: SettingsTools;
  readonly title: string;
  /** Names it among the drafts. */
  readonly draft: string;
  readonly intro?: ReactNode;
  /** Which settings it shows, in order. */
  readonly names: readonly string[];
  /** What stands behind the fields. */
  readonly children?: (values: Readonly<Record<string, unknown>>) => ReactNode;
}

/** Some of what the plan sets for itself, as a form. */
export function SettingFields({ tools, title, draft, intro, names, children }: SettingFieldsProps) {
  const styles = useStyles();
  const fields = fieldsOf(tools.content, names);
  const form = useForm({
    tools,
    draft,
    form: 'plan',
    standing: valuesOf(fields),
    standingIn: ({ settings }) => valuesOf(fieldsOf(settings, names)),
  });
  const titles = Object.fromEntries(fields.map((field) => [field.name, field.title]));
  return (
    <Section title={title}>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      <FormFrame label={title} form={form} titles={titles}>
        {fields.map((field) => (
          <OneSetting key={field.name} {...field} />
        ))}
        {children?.(form.values)}
      </FormFrame>
    </Section>
  );
}

function OneSetting({ name, title, meaning, mustBe, byDefault, choices, fault }: SettingField) {
  const empty = byDefault === '' ? '' : ` Empty means ${byDefault}.`;
  const label = { name, label: title, fault };
  if (choices.length > 0) {
    const options = choices.map((choice) => ({ value: choice, words: choice }));
    return <ChoiceField {...label} hint={meaning} choices={options} />;
  }
  return (
    <TextField {...label} hint={`${meaning} ${sentence(mustBe)}${empty}`} isShort={!LONG.includes(name)} />
  );
}

function fieldsOf({ settings }: PlanSettingsContent, names: readonly string[]): readonly SettingField[] {
  return names.flatMap((name) => settings.find((field) => field.name === name) ?? []);
}

function valuesOf(fields: readonly SettingField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

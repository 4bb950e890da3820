import { Switch } from '@fluentui/react-components';
import { useHiddenStyles } from '../../ui/use-hidden-styles.ts';

export interface InternalSwitchProps {
  /** Of the section, to tell the switches of the page apart. */
  readonly title: string;
  readonly isInternal: boolean;
  readonly onChange: (isInternal: boolean) => void;
}

/** Whether a section is left out of what the public reads. */
export function InternalSwitch({ title, isInternal, onChange }: InternalSwitchProps) {
  const { hidden } = useHiddenStyles();
  return (
    <Switch
      checked={isInternal}
      label={
        <>
          <span className={hidden}>{title}. </span>Internal: not in the public note
        </>
      }
      onChange={(_event, { checked }) => onChange(checked)}
    />
  );
}

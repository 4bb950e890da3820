import { Input, makeStyles } from '@fluentui/react-components';
import { useFormContext } from './form-context.ts';
import { Labelled, type LabelledProps } from './labelled.tsx';

const useStyles = makeStyles({ short: { width: '180px', maxWidth: '100%' } });

export interface TextFieldProps extends Omit<LabelledProps, 'children'> {
  /** Default: any text. */
  readonly type?: 'text' | 'date' | 'email';
  /** Which keys a phone shows. Default: those of the type. */
  readonly inputMode?: 'numeric' | 'decimal';
  /** For what is a few characters long. */
  readonly isShort?: boolean;
}

/** A line to type. */
export function TextField({ type = 'text', inputMode, isShort = false, ...label }: TextFieldProps) {
  const styles = useStyles();
  const { values, change, idOf } = useFormContext();
  const { name } = label;
  return (
    <Labelled {...label}>
      <Input
        id={idOf(name)}
        name={name}
        type={type}
        inputMode={inputMode}
        className={isShort ? styles.short : ''}
        value={String(values[name] ?? '')}
        onChange={(_event, { value }) => change(name, value)}
      />
    </Labelled>
  );
}

import { Textarea } from '@fluentui/react-components';
import { useFormContext } from './form-context.ts';
import { Labelled, type LabelledProps } from './labelled.tsx';

export interface AreaFieldProps extends Omit<LabelledProps, 'children'> {
  /** Lines to begin with; it can be drawn higher. Default: 3. */
  readonly rows?: number;
}

/** Some lines to type. */
export function AreaField({ rows = 3, ...label }: AreaFieldProps) {
  const { values, change, idOf } = useFormContext();
  const { name } = label;
  return (
    <Labelled {...label}>
      <Textarea
        id={idOf(name)}
        name={name}
        rows={rows}
        resize="vertical"
        value={String(values[name] ?? '')}
        onChange={(_event, { value }) => change(name, value)}
      />
    </Labelled>
  );
}

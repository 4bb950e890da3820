import { Dropdown, Input, makeStyles, Option, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListColumn } from '../api/lists.ts';
import { kindOf, type Titles } from './column-kinds.ts';

interface CellEditorProps {
  readonly column: ListColumn;
  /** The name of the field for screen readers: column and row. */
  readonly label: string;
  readonly initial: string | readonly string[];
  readonly titles: Titles | undefined;
  /** Undefined: nothing is to be changed. */
  readonly onDone: (edited: string | readonly string[] | undefined) => void;
}

const useStyles = makeStyles({ wide: { minWidth: '220px', width: '100%' } });

/** Edits one cell in its place: Enter or leaving it saves, Escape gives up. */
export function CellEditor({ column, label, initial, titles, onDone }: CellEditorProps) {
  const styles = useStyles();
  const [edited, setEdited] = useState(initial);
  const finish = () => onDone(String(edited) === String(initial) ? undefined : edited);
  const keys = {
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === 'Escape') onDone(undefined);
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        finish();
      }
    },
  };
  const common = { 'aria-label': label, autoFocus: true, onBlur: finish, ...keys } as const;
  const kind = kindOf(column);
  const change = (_event: unknown, { value }: { value: string }) => setEdited(value);

  if (kind === 'note') {
    return (
      <Textarea
        {...common}
        className={styles.wide}
        resize="vertical"
        rows={4}
        value={String(edited)}
        onChange={change}
      />
    );
  }
  if (kind === 'choice' || kind === 'lookup' || kind === 'boolean') {
    return (
      <Select {...common} value={String(edited)} onChange={change}>
        {kind !== 'boolean' && <option value="">(none)</option>}
        {optionsOf(column, titles).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    );
  }
  if (kind === 'choices' || kind === 'lookups') {
    const options = optionsOf(column, titles);
    const selected = [...edited];
    return (
      <Dropdown
        aria-label={label}
        multiselect
        defaultOpen
        selectedOptions={selected}
        value={options
          .filter(([value]) => selected.includes(value))
          .map(([, text]) => text)
          .join(', ')}
        onOptionSelect={(_event, { selectedOptions }) => setEdited(selectedOptions)}
        onOpenChange={(_event, { open }) => !open && finish()}
      >
        {options.map(([value, text]) => (
          <Option key={value} value={value}>
            {text}
          </Option>
        ))}
      </Dropdown>
    );
  }
  return (
    <Input
      {...common}
      className={styles.wide}
      type={INPUT_TYPES[kind]}
      value={String(edited)}
      onChange={change}
    />
  );
}

/** An instant is edited as ISO text: its zone must not be guessed. */
const INPUT_TYPES = { text: 'text', moment: 'text', number: 'number', date: 'date' } as const;

function optionsOf(column: ListColumn, titles: Titles | undefined): [value: string, text: string][] {
  if (kindOf(column) === 'boolean')
    return [
      ['Yes', 'Yes'],
      ['No', 'No'],
    ];
  if (column.choice !== undefined) return column.choice.choices.map((choice) => [choice, choice]);
  return [...(titles ?? [])];
}

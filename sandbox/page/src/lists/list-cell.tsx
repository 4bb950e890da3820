import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListColumn, ListRow } from '../api/lists.ts';
import { CellEditor } from './cell-editor.tsx';
import { editedValueOf, shownValueOf, type Titles } from './column-kinds.ts';

interface ListCellProps {
  readonly column: ListColumn;
  readonly row: ListRow;
  readonly titles: Titles | undefined;
  readonly onEdited: (edited: string | readonly string[]) => void;
}

const useStyles = makeStyles({
  show: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    width: '100%',
    minHeight: '28px',
    padding: '4px 6px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'text',
    '&:hover': { border: `1px solid ${tokens.colorNeutralStroke1}` },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** One cell: its text, which turns into an editor when pressed. */
export function ListCell({ column, row, titles, onEdited }: ListCellProps) {
  const styles = useStyles();
  const [isEditing, setEditing] = useState(false);
  const label = `${column.displayName} of row ${row.id}`;
  if (!isEditing) {
    const shown = shownValueOf(column, row.fields, titles);
    return (
      <button
        type="button"
        className={styles.show}
        aria-label={`${label}: ${shown || 'empty'}`}
        title={shown}
        onClick={() => setEditing(true)}
      >
        {shown}
      </button>
    );
  }
  return (
    <CellEditor
      column={column}
      label={label}
      initial={editedValueOf(column, row.fields)}
      titles={titles}
      onDone={(edited) => {
        setEditing(false);
        if (edited !== undefined) onEdited(edited);
      }}
    />
  );
}

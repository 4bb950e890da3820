import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import type { ImportPreview } from '../../api/imports.ts';
import { useEntryStyles } from '../use-entry-styles.ts';

/** The choice that leaves a column out. */
const LEFT_OUT = '';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    gap: '10px 16px',
    '& select': { minWidth: 0, maxWidth: '100%' },
  },
});

type Columns = Readonly<Record<string, string | null>>;

export interface ColumnChoicesProps {
  readonly preview: ImportPreview;
  /** What was chosen otherwise and not looked at yet, by header. */
  readonly chosen: Columns;
  readonly isBusy: boolean;
  readonly onChoose: (chosen: Columns) => void;
  readonly onLookAgain: () => void;
}

/** What each column of a table is taken for, to be put right. */
export function ColumnChoices({ preview, chosen, isBusy, onChoose, onLookAgain }: ColumnChoicesProps) {
  const styles = useStyles();
  const { heading, buttons } = useEntryStyles();
  if (preview.columns.length === 0) return null;
  return (
    <>
      <h4 className={heading}>What each column is taken for</h4>
      <div className={styles.columns}>
        {preview.columns.map(({ header, field }) => (
          <Field key={header} label={header}>
            <Select
              value={(header in chosen ? chosen[header] : field) ?? LEFT_OUT}
              onChange={(_event, { value }) =>
                onChoose({ ...chosen, [header]: value === LEFT_OUT ? null : value })
              }
            >
              <option value={LEFT_OUT}>Left out</option>
              {preview.fieldChoices.map((choice) => (
                <option key={choice.field} value={choice.field}>
                  {choice.label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      {Object.keys(chosen).length > 0 && (
        <div className={buttons}>
          <Button disabledFocusable={isBusy} onClick={onLookAgain}>
            Look again with these columns
          </Button>
        </div>
      )}
    </>
  );
}

import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular, HistoryRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { ListRow, ListsClient, SiteList } from '../api/lists.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { kindOf, writtenFieldsOf } from './column-kinds.ts';
import { ListCell } from './list-cell.tsx';
import { RowHistory } from './row-history.tsx';
import { useList } from './use-list.ts';

interface ListTableProps {
  readonly client: ListsClient;
  readonly list: SiteList;
  /** Id of the row to highlight. */
  readonly itemId: string | undefined;
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px', padding: '8px 16px' },
  count: { color: tokens.colorNeutralForeground3 },
  scroll: { flexGrow: 1, overflow: 'auto', minHeight: 0 },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    '& th, & td': { padding: '2px 6px', textAlign: 'start', verticalAlign: 'top' },
    '& tbody th, & td': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    '& tbody th': { padding: '7px 12px', fontWeight: tokens.fontWeightRegular },
    '& td': { minWidth: '110px', maxWidth: '360px' },
    '& td[data-wide=true]': { minWidth: '280px' },
    '& thead th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      padding: '8px 12px',
      whiteSpace: 'nowrap',
      backgroundColor: tokens.colorNeutralBackground2,
    },
  },
  marked: { backgroundColor: tokens.colorBrandBackground2 },
  actions: { whiteSpace: 'nowrap' },
});

/** A SharePoint list as a table that can be edited by hand. */
export function ListTable({ client, list, itemId }: ListTableProps) {
  const styles = useStyles();
  const { contents, trouble, isSaving, save } = useList(client, list);
  const [historyOf, setHistoryOf] = useState<ListRow>();
  const hasRow = contents?.rows.some(({ id }) => id === itemId) === true;
  useEffect(() => {
    if (hasRow) document.querySelector(`[data-item-id="${itemId}"]`)?.scrollIntoView({ block: 'center' });
  }, [hasRow, itemId]);

  if (contents === undefined) {
    return trouble ? (
      <SaidBar said={{ intent: 'error', text: trouble }} />
    ) : (
      <Spinner label="Loading the list…" />
    );
  }
  const { columns, rows, titles } = contents;
  return (
    <>
      <div className={styles.bar}>
        <Button
          icon={<AddRegular />}
          onClick={() => void save(() => client.addRow(list.id, { Title: 'New row' }))}
          disabledFocusable={isSaving}
        >
          Add a row
        </Button>
        <span className={styles.count}>{rows.length === 1 ? '1 row' : `${rows.length} rows`}</span>
        {isSaving && <Spinner size="tiny" label="Saving…" />}
      </div>
      {trouble && <SaidBar said={{ intent: 'error', text: trouble }} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable with the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={`Rows of ${list.displayName}`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">ID</th>
              {columns.map(({ name, displayName }) => (
                <th key={name} scope="col">
                  {displayName}
                </th>
              ))}
              <th scope="col">Row</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.id}
                data-item-id={row.id}
                className={row.id === itemId ? styles.marked : undefined}
                aria-current={row.id === itemId || undefined}
              >
                <th scope="row">{row.id}</th>
                {columns.map((column) => (
                  <td key={column.name} data-wide={column.name === 'Title' || kindOf(column) === 'note'}>
                    <ListCell
                      column={column}
                      row={row}
                      titles={titles.get(column.lookup?.listId ?? '')}
                      onEdited={(edited) =>
                        void save(() => client.changeRow(list.id, row, writtenFieldsOf(column, edited)))
                      }
                    />
                  </td>
                ))}
                <td className={styles.actions}>
                  <Button
                    appearance="subtle"
                    icon={<HistoryRegular />}
                    aria-label={`Versions of row ${row.id}`}
                    onClick={() => setHistoryOf(row)}
                  />
                  <Button
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={`Delete row ${row.id}`}
                    onClick={() => {
                      if (window.confirm(`Delete row ${row.id}?`))
                        void save(() => client.deleteRow(list.id, row));
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {historyOf && (
        <RowHistory
          client={client}
          listId={list.id}
          row={historyOf}
          columns={columns}
          titles={titles}
          onClose={() => setHistoryOf(undefined)}
        />
      )}
    </>
  );
}

import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ListColumn, ListRow, ListsClient, RowVersion } from '../api/lists.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { formatMoment } from '../state/moments.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { shownValueOf, type Titles } from './column-kinds.ts';

interface RowHistoryProps {
  readonly client: ListsClient;
  readonly listId: string;
  readonly row: ListRow;
  readonly columns: readonly ListColumn[];
  readonly titles: ReadonlyMap<string, Titles>;
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  version: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '8px 0' },
  head: { margin: 0, fontSize: tokens.fontSizeBase300 },
  changes: { margin: '4px 0', paddingInlineStart: '20px', overflowWrap: 'anywhere' },
});

/** The versions of one row beside the table, newest first, each with what it changed. */
export function RowHistory({ client, listId, row, columns, titles, onClose }: RowHistoryProps) {
  const styles = useStyles();
  const { value: versions, error } = useLoaded(`versions ${listId} ${row.id}`, () =>
    client.versions(listId, row.id),
  );
  return (
    <OverlayDrawer
      open
      position="end"
      onOpenChange={(_event, { open }) => !open && onClose()}
      aria-label={`Versions of row ${row.id}`}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={onClose} />
          }
        >
          Versions of row {row.id}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        {error && <SaidBar said={{ intent: 'error', text: error }} />}
        {versions === undefined && !error && <Spinner label="Loading versions…" />}
        {versions?.map((version, index) => (
          <section key={version.id} className={styles.version}>
            <h3 className={styles.head}>
              Version {version.id}, {formatMoment(version.lastModifiedDateTime ?? '')}
            </h3>
            <div>{authorOf(version)}</div>
            <ul className={styles.changes}>
              {changesOf({ version, before: versions[index + 1], columns, titles }).map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </section>
        ))}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function authorOf({ lastModifiedBy }: RowVersion): string {
  return lastModifiedBy?.user?.displayName ?? lastModifiedBy?.application?.displayName ?? '';
}

interface ChangesOptions extends Pick<RowHistoryProps, 'columns' | 'titles'> {
  readonly version: RowVersion;
  readonly before: RowVersion | undefined;
}

function changesOf({ version, before, columns, titles }: ChangesOptions): string[] {
  return columns.flatMap((column) => {
    const lookedUp = titles.get(column.lookup?.listId ?? '');
    const now = shownValueOf(column, version.fields ?? {}, lookedUp);
    const then = shownValueOf(column, before?.fields ?? {}, lookedUp);
    return now === then ? [] : [`${column.displayName}: ${now || '(empty)'}`];
  });
}

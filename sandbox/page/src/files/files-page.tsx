import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { createDocumentsClient } from '../api/documents.ts';
import { wordsOf } from '../api/request.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { PaneHeader } from '../shell/pane-header.tsx';
import type { Address } from '../state/address.ts';
import { useLiveEvents } from '../state/live.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { FileTable } from './file-table.tsx';
import { FolderPath } from './folder-path.tsx';
import { UploadButton } from './upload-button.tsx';

interface FilesPageProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly address: Address;
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '8px 16px',
  },
  none: { padding: '16px', color: tokens.colorNeutralForeground3 },
});

/** The documents of the plan's site: what Milepost put there, to open and download, and a way to put files there by hand. */
export function FilesPage({ directory, persona, address }: FilesPageProps) {
  const styles = useStyles();
  const { hostname, displayName } = directory.site;
  const path = address.query.site ?? directory.site.path;
  const [trouble, setTrouble] = useState<string>();
  const client = useMemo(
    () => createDocumentsClient({ hostname, path, personaId: persona.id }),
    [hostname, path, persona.id],
  );
  const wanted = address.subject ?? '';
  const { value, error, reload } = useLoaded(`files ${persona.id} ${path} ${wanted}`, () =>
    client.open(wanted),
  );
  useLiveEvents(({ type }) => {
    if (type === 'lists' || type === 'connected') reload();
  });
  const upload = async (files: readonly File[]) => {
    setTrouble(undefined);
    try {
      for (const file of files) await client.upload(value?.folders ?? [], file);
    } catch (thrown) {
      setTrouble(wordsOf(thrown));
    }
    reload();
  };
  const said = trouble ?? error;
  const query: Record<string, string> = path === directory.site.path ? {} : { site: path };

  return (
    <main className={styles.page}>
      <PaneHeader title="Files" subtitle={path === directory.site.path ? displayName : path} />
      {said && <SaidBar said={{ intent: 'error', text: said }} />}
      {value === undefined && !said && <Spinner label="Loading files…" />}
      {value && (
        <>
          <div className={styles.bar}>
            <FolderPath folders={value.folders} query={query} />
            <UploadButton onChosen={(files) => void upload(files)} />
          </div>
          {value.entries.length === 0 ? (
            <p className={styles.none}>
              Nothing is here yet. Milepost puts a board’s posted reports into “Board reports”.
            </p>
          ) : (
            <FileTable folder={value} query={query} />
          )}
        </>
      )}
    </main>
  );
}

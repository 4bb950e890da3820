import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentRegular, FolderRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import type { OpenFolder, SiteDocument } from '../api/documents.ts';
import { addressOf, formatAddress } from '../state/address.ts';
import { formatMoment } from '../state/moments.ts';

interface FileTableProps {
  readonly folder: OpenFolder;
  readonly query: Readonly<Record<string, string>>;
}

const useStyles = makeStyles({
  scroll: { flexGrow: 1, overflow: 'auto', minHeight: 0, padding: '0 16px 16px' },
  table: {
    width: '100%',
    maxWidth: '1000px',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: '8px 12px 8px 0',
      textAlign: 'start',
      verticalAlign: 'top',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { overflowWrap: 'anywhere' },
    '& [data-wide]': { '@media (max-width: 720px)': { display: 'none' } },
  },
  name: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: '8px', alignItems: 'start' },
  icon: { fontSize: '24px' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  shown: { backgroundColor: tokens.colorBrandBackground2 },
});

/** What lies in a folder. */
export function FileTable({ folder: { folders, entries, shownId }, query }: FileTableProps) {
  const styles = useStyles();
  useEffect(() => {
    if (shownId) document.querySelector(`[data-file-id="${shownId}"]`)?.scrollIntoView({ block: 'center' });
  }, [shownId]);
  return (
    <section className={styles.scroll} aria-label="Files in this folder">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Open</th>
            <th scope="col" data-wide>
              Changed
            </th>
            <th scope="col" data-wide>
              By
            </th>
            <th scope="col" data-wide>
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr
              key={entry.id}
              data-file-id={entry.id}
              className={entry.id === shownId ? styles.shown : undefined}
              aria-current={entry.id === shownId ? 'true' : undefined}
            >
              <th scope="row">
                <span className={styles.name}>
                  {entry.folder ? (
                    <FolderRegular className={styles.icon} aria-label="Folder" />
                  ) : (
                    <DocumentRegular className={styles.icon} aria-label="File" />
                  )}
                  {entry.folder ? (
                    <Link href={formatAddress(addressOf('files', [...folders, entry.name].join('/'), query))}>
                      {entry.name}
                    </Link>
                  ) : (
                    entry.name
                  )}
                </span>
              </th>
              <td>
                <FileLinks entry={entry} />
              </td>
              <td data-wide>{formatMoment(entry.lastModifiedDateTime)}</td>
              <td data-wide>{changerOf(entry)}</td>
              <td data-wide>{sizeOf(entry)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a browser shows by itself. */
const SHOWN_TYPES = ['application/pdf', 'application/json', 'text/plain'];

function FileLinks({ entry }: { readonly entry: SiteDocument }) {
  const styles = useStyles();
  const url = entry['@microsoft.graph.downloadUrl'];
  if (url === undefined) return null;
  return (
    <span className={styles.links}>
      {SHOWN_TYPES.includes(entry.file?.mimeType ?? '') && (
        <Link href={`${url}&show=1`} target="_blank" rel="noreferrer" aria-label={`Open ${entry.name}`}>
          Open
        </Link>
      )}
      <Link href={url} download={entry.name} aria-label={`Download ${entry.name}`}>
        Download
      </Link>
    </span>
  );
}

function changerOf({ lastModifiedBy }: SiteDocument): string {
  return lastModifiedBy?.user?.displayName ?? lastModifiedBy?.application?.displayName ?? '';
}

const KILOBYTE = 1024;

function sizeOf({ size, folder }: SiteDocument): string {
  if (folder) return folder.childCount === 1 ? '1 entry' : `${folder.childCount} entries`;
  return size < KILOBYTE ? `${size} bytes` : `${Math.round(size / KILOBYTE)} KB`;
}

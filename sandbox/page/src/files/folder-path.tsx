import { Link, makeStyles } from '@fluentui/react-components';
import { addressOf, formatAddress } from '../state/address.ts';

interface FolderPathProps {
  readonly folders: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

const useStyles = makeStyles({
  path: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    overflowWrap: 'anywhere',
    '& li + li::before': { content: '"/"', marginInlineEnd: '4px' },
  },
});

/** Where one is in the library, and the way back. */
export function FolderPath({ folders, query }: FolderPathProps) {
  const styles = useStyles();
  const steps = ['Documents', ...folders].map((name, at) => ({
    name,
    path: folders.slice(0, at).join('/'),
  }));
  return (
    <nav aria-label="Folder">
      <ol className={styles.path}>
        {steps.map(({ name, path }, at) => (
          <li key={path}>
            <Link
              href={formatAddress(addressOf('files', path === '' ? undefined : path, query))}
              aria-current={at === steps.length - 1 ? 'page' : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

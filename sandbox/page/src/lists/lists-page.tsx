import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import { createListsClient, type SiteList } from '../api/lists.ts';
import { SaidBar } from '../chat/said-bar.tsx';
import { PaneHeader } from '../shell/pane-header.tsx';
import { Panes } from '../shell/panes.tsx';
import { type Address, addressOf, formatAddress } from '../state/address.ts';
import { useLiveEvents } from '../state/live.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { ListTable } from './list-table.tsx';

interface ListsPageProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly address: Address;
}

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: '0 8px' },
  entry: {
    display: 'block',
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    '&:hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '&[aria-current]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  none: { padding: '16px', color: tokens.colorNeutralForeground3 },
});

/** The SharePoint lists of the plan's site, to read and edit by hand. */
export function ListsPage({ directory, persona, address }: ListsPageProps) {
  const styles = useStyles();
  const { hostname, path, displayName } = directory.site;
  const client = useMemo(
    () => createListsClient({ hostname, path, personaId: persona.id }),
    [hostname, path, persona.id],
  );
  const { value: lists, error, reload } = useLoaded(`lists ${persona.id}`, client.lists);
  useLiveEvents(({ type }) => {
    // Only a site that is being set up gains lists; a list that changes reads itself.
    if (type === 'connected' || (type === 'lists' && (lists?.length ?? 0) === 0)) reload();
  });
  const shown = lists && findList(lists, address.subject);

  return (
    <Panes
      listLabel="Lists"
      isMainChosen={address.subject !== undefined}
      list={
        <>
          <PaneHeader title="Lists" subtitle={displayName} />
          {error && <SaidBar said={{ intent: 'error', text: error }} />}
          {lists === undefined && !error && <Spinner label="Loading lists…" />}
          {lists?.length === 0 && <p className={styles.none}>The site has no lists yet.</p>}
          <ul className={styles.list}>
            {lists?.map((list) => (
              <li key={list.id}>
                <a
                  className={styles.entry}
                  href={formatAddress(addressOf('lists', list.displayName))}
                  aria-current={list.id === shown?.id ? 'page' : undefined}
                >
                  {list.displayName}
                </a>
              </li>
            ))}
          </ul>
        </>
      }
    >
      {shown ? (
        <>
          <PaneHeader title={shown.displayName} backTo={addressOf('lists')} />
          <ListTable key={shown.id} client={client} list={shown} itemId={address.query.item} />
        </>
      ) : (
        <p className={styles.none}>
          {address.subject !== undefined && lists !== undefined
            ? `The site has no list called “${address.subject}”.`
            : 'Choose a list. Cells are edited where they stand; Milepost sees every change.'}
        </p>
      )}
    </Panes>
  );
}

/** By title, or by the name in SharePoint's own address of the list. */
function findList(lists: readonly SiteList[], subject: string | undefined): SiteList | undefined {
  if (subject === undefined) return undefined;
  return lists.find(
    ({ displayName, name, webUrl }) =>
      displayName === subject ||
      name === subject ||
      decodeURIComponent(webUrl?.split('/').at(-1) ?? '') === subject,
  );
}

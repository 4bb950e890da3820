import { type AskGraph, askGraphAs, GRAPH } from './graph.ts';
import { RequestError } from './request.ts';

/** A SharePoint list, as Graph describes it. */
export interface SiteList {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly webUrl?: string;
  readonly list?: { readonly hidden?: boolean };
}

/** A column of a list: exactly one of the kinds is there. */
export interface ListColumn {
  readonly name: string;
  readonly displayName: string;
  readonly hidden?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly text?: { readonly allowMultipleLines?: boolean };
  readonly number?: object;
  readonly boolean?: object;
  readonly choice?: { readonly choices: readonly string[]; readonly displayAs?: string };
  readonly dateTime?: { readonly format?: 'dateOnly' | 'dateTime' };
  readonly lookup?: {
    readonly listId: string;
    readonly columnName?: string;
    readonly allowMultipleValues?: boolean;
  };
}

/** A row. `fields` holds values by column name; lookups stand under `<name>LookupId`. */
export interface ListRow {
  readonly id: string;
  readonly eTag?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lastModifiedDateTime?: string;
  readonly lastModifiedBy?: { readonly user?: { readonly displayName?: string } };
}

/** An older state of a row. `id` is the version's number, `1.0`. */
export interface RowVersion {
  readonly id: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly lastModifiedDateTime?: string;
  readonly lastModifiedBy?: {
    readonly user?: { readonly displayName?: string };
    readonly application?: { readonly displayName?: string };
  };
}

interface Page<Item> {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
}

/** One site's lists, read and written through Graph as one person. */
export interface ListsClient {
  readonly lists: () => Promise<readonly SiteList[]>;
  readonly columns: (listId: string) => Promise<readonly ListColumn[]>;
  readonly rows: (listId: string) => Promise<readonly ListRow[]>;
  readonly versions: (listId: string, rowId: string) => Promise<readonly RowVersion[]>;
  readonly addRow: (listId: string, fields: Readonly<Record<string, unknown>>) => Promise<ListRow>;
  /** Refused with 412 when somebody changed the row since `row` was read. */
  readonly changeRow: (
    listId: string,
    row: ListRow,
    fields: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  readonly deleteRow: (listId: string, row: ListRow) => Promise<void>;
}

/** The lists of the site at `hostname` + `path` (`/sites/…`), as `personaId`. Signs in at the first call. */
export function createListsClient({
  hostname,
  path,
  personaId,
}: {
  hostname: string;
  path: string;
  personaId: string;
}): ListsClient {
  const askGraph = askGraphAs(personaId);
  const ask: AskGraph = async (address, options) => {
    try {
      return await askGraph(address, options);
    } catch (error) {
      throw inWords(error);
    }
  };
  let site: Promise<string> | undefined;
  const siteAddress = () => {
    site ??= ask<{ id: string }>(`${GRAPH}/sites/${hostname}:${path}`).then(
      ({ id }) => `${GRAPH}/sites/${id}`,
    );
    return site;
  };
  const listAddress = async (listId: string) => `${await siteAddress()}/lists/${listId}`;

  return {
    lists: async () => {
      const all = await readPages<SiteList>(ask, `${await siteAddress()}/lists`);
      return all.filter(({ list }) => list?.hidden !== true);
    },
    columns: async (listId) => {
      const all = await readPages<ListColumn>(ask, `${await listAddress(listId)}/columns`);
      return all.filter(isEditable);
    },
    rows: async (listId) => readPages(ask, `${await listAddress(listId)}/items?$expand=fields&$top=500`),
    versions: async (listId, rowId) =>
      readPages(ask, `${await listAddress(listId)}/items/${rowId}/versions?$expand=fields`),
    addRow: async (listId, fields) =>
      ask(`${await listAddress(listId)}/items`, { method: 'POST', body: { fields } }),
    changeRow: async (listId, row, fields) => {
      const address = `${await listAddress(listId)}/items/${row.id}/fields`;
      await ask(address, { method: 'PATCH', body: fields, headers: ifMatch(row) });
    },
    deleteRow: async (listId, row) => {
      await ask(`${await listAddress(listId)}/items/${row.id}`, { method: 'DELETE', headers: ifMatch(row) });
    },
  };
}

async function readPages<Item>(ask: AskGraph, address: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let next: string | undefined = address; next !== undefined; ) {
    const page: Page<Item> = await ask(next);
    items.push(...page.value);
    next = onThisOrigin(page['@odata.nextLink']);
  }
  return items;
}

/** Graph's links name its own https address; the page reads the same path through its own origin. */
function onThisOrigin(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  const { pathname, search } = new URL(link, window.location.origin);
  return GRAPH + pathname.slice(pathname.indexOf('/v1.0') + '/v1.0'.length) + search;
}

const NEVER_EDITED = new Set(['ContentType', 'Attachments']);

function isEditable({ name, hidden, readOnly }: ListColumn): boolean {
  return hidden !== true && readOnly !== true && !NEVER_EDITED.has(name) && !name.startsWith('_');
}

function ifMatch({ eTag }: ListRow): Record<string, string> {
  return eTag === undefined ? {} : { 'If-Match': eTag };
}

const CHANGED_MEANWHILE = 412;

function inWords(error: unknown): unknown {
  if (!(error instanceof RequestError) || error.status !== CHANGED_MEANWHILE) return error;
  return new RequestError({
    status: CHANGED_MEANWHILE,
    message:
      'Somebody changed this row meanwhile. It has been read again: look at it, then make your change once more.',
  });
}

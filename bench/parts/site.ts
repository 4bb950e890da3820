import { readDirectory } from '../../sandbox/core/directory.ts';
import { fetchJson } from './json.ts';

/** Columns of a row as Graph names them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row with what Graph says about it. */
export interface Item {
  readonly id: string;
  readonly eTag: string;
  readonly lastModifiedDateTime: string;
  readonly fields: Fields;
}

/** A row as it stood for a while. */
export interface Version {
  readonly lastModifiedDateTime: string;
  readonly lastModifiedBy: { readonly user?: object; readonly application?: object };
  readonly fields: Fields;
}

/** One write of many. */
export interface RowWrite {
  readonly list: string;
  /** `null` = a new row. */
  readonly id: number | null;
  readonly fields: Fields;
}

/** The plan's SharePoint lists, read and written past Milepost. */
export interface Site {
  readItems(list: string): Promise<readonly Item[]>;
  /** The fields of every row, with its `id`. */
  readRows(list: string): Promise<readonly Fields[]>;
  /** What a row was in each of its versions, oldest first. */
  readVersions(list: string, id: number): Promise<readonly Version[]>;
  /** Answers the row's id. */
  createRow(list: string, fields: Fields): Promise<number>;
  /** Types into a row; answers the row as it then stands. */
  editRow(list: string, id: number, fields: Fields): Promise<Item>;
  /** Makes and changes many rows, as fast as Graph takes them. */
  writeMany(writes: readonly RowWrite[]): Promise<void>;
}

interface Page {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
}

interface BatchAnswer {
  readonly responses: readonly { readonly id: string; readonly status: number; readonly body: unknown }[];
}

const PAGE_SIZE = 999;
/** As many as Graph takes. */
const BATCH_SIZE = 20;

/** Opens the lists on the sandbox's plain http address, with its own token, or with a person's. */
export async function openSite(sandboxUrl: string, persona?: string): Promise<Site> {
  const { site } = readDirectory();
  const { token } = await fetchJson<{ token: string }>(`${sandboxUrl}/sandbox/token`, {
    body: { audience: 'graph', ...(persona === undefined ? {} : { persona }) },
  });
  const graphUrl = `${sandboxUrl}/graph/v1.0`;
  const found = await fetchJson<{ id: string }>(`${graphUrl}/sites/${site.hostname}:${site.path}`, { token });
  const itemsPath = (list: string) => `/sites/${found.id}/lists/${encodeURIComponent(list)}/items`;
  const readItems = async (list: string) => {
    const items: Item[] = [];
    let url: string | undefined = `${graphUrl}${itemsPath(list)}?$expand=fields&$top=${PAGE_SIZE}`;
    while (url !== undefined) {
      const page: Page = await fetchJson<Page>(url, { token });
      items.push(...page.value);
      url = page['@odata.nextLink'];
    }
    return items;
  };
  const writeBatch = async (writes: readonly RowWrite[]) => {
    const requests = writes.map(({ list, id, fields }, index) => ({
      id: String(index),
      headers: { 'content-type': 'application/json' },
      ...(id === null
        ? { method: 'POST', url: itemsPath(list), body: { fields } }
        : { method: 'PATCH', url: `${itemsPath(list)}/${id}/fields`, body: fields }),
    }));
    const { responses } = await fetchJson<BatchAnswer>(`${graphUrl}/$batch`, { token, body: { requests } });
    const refused = responses.find(({ status }) => status >= 300);
    if (refused !== undefined) throw new Error(`A row was refused: ${JSON.stringify(refused)}`);
  };
  return {
    readItems,
    readRows: async (list) =>
      (await readItems(list)).map(({ id, fields }) => ({ ...fields, id: Number(id) })),
    async readVersions(list, id) {
      const url = `${graphUrl}${itemsPath(list)}/${id}/versions?$expand=fields`;
      const { value } = await fetchJson<{ value: readonly Version[] }>(url, { token });
      return value.toReversed();
    },
    async createRow(list, fields) {
      const row = await fetchJson<{ id: string }>(`${graphUrl}${itemsPath(list)}`, {
        token,
        body: { fields },
      });
      return Number(row.id);
    },
    editRow: (list, id, fields) =>
      fetchJson<Item>(`${graphUrl}${itemsPath(list)}/${id}`, { token, method: 'PATCH', body: { fields } }),
    async writeMany(writes) {
      for (let start = 0; start < writes.length; start += BATCH_SIZE) {
        await writeBatch(writes.slice(start, start + BATCH_SIZE));
      }
    },
  };
}

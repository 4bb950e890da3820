import { readDirectory } from '../../sandbox/core/directory.ts';
import { fetchJson } from './json.ts';

/** Columns of a row as Graph names them. */
export type Fields = Readonly<Record<string, unknown>>;

/** The plan's SharePoint lists, read and written past Milepost. */
export interface Site {
  readRows(list: string): Promise<readonly Fields[]>;
  /** Answers the row's id. */
  createRow(list: string, fields: Fields): Promise<number>;
}

interface Page {
  readonly value: readonly { readonly id: string; readonly fields: Fields }[];
  readonly '@odata.nextLink'?: string;
}

const PAGE_SIZE = 999;

/** Opens the lists with a token of the sandbox's own, on its plain http address. */
export async function openSite(sandboxUrl: string): Promise<Site> {
  const { site } = readDirectory();
  const { token } = await fetchJson<{ token: string }>(`${sandboxUrl}/sandbox/token`, {
    body: { audience: 'graph' },
  });
  const graphUrl = `${sandboxUrl}/graph/v1.0`;
  const found = await fetchJson<{ id: string }>(`${graphUrl}/sites/${site.hostname}:${site.path}`, { token });
  const itemsUrl = (list: string) => `${graphUrl}/sites/${found.id}/lists/${encodeURIComponent(list)}/items`;
  return {
    async readRows(list) {
      const rows: Fields[] = [];
      let url: string | undefined = `${itemsUrl(list)}?$expand=fields&$top=${PAGE_SIZE}`;
      while (url !== undefined) {
        const page: Page = await fetchJson<Page>(url, { token });
        rows.push(...page.value.map(({ id, fields }) => ({ ...fields, id: Number(id) })));
        url = page['@odata.nextLink'];
      }
      return rows;
    },
    async createRow(list, fields) {
      const row = await fetchJson<{ id: string }>(itemsUrl(list), { token, body: { fields } });
      return Number(row.id);
    },
  };
}

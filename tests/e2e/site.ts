import type { Milepost } from '../helpers/milepost.ts';

type Fields = Readonly<Record<string, unknown>> & { readonly id: string };

/** The plan's SharePoint lists, read and written as a person would. */
export interface Site {
  rows(list: string): Promise<Fields[]>;
  /** Waits for a row that `fits`; Milepost writes back a moment after it has answered. */
  waitForRow(list: string, fits: (fields: Fields) => boolean): Promise<Fields>;
  /** A file of the site's documents, by the address that opens it. */
  file(address: string): Promise<Uint8Array>;
  edit(list: string, itemId: number, fields: Readonly<Record<string, unknown>>): Promise<void>;
}

const POLLS = 200;

/** Opens the sample plan's site with the plan manager's own token. */
export async function openSite(milepost: Milepost): Promise<Site> {
  const { token } = await milepost.control<{ token: string }>('POST', '/sandbox/token', {
    audience: 'graph',
    persona: 'plan-manager',
  });
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${milepost.pageUrl}/graph/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const { id } = await ask<{ id: string }>('GET', '/sites/example.sharepoint.com:/sites/alp-improvement');
  const rows = async (list: string) => {
    const { value } = await ask<{ value: { fields: Fields }[] }>(
      'GET',
      `/sites/${id}/lists/${encodeURIComponent(list)}/items?$expand=fields&$top=1000`,
    );
    return value.map((item) => item.fields);
  };
  return {
    rows,
    async waitForRow(list, fits) {
      for (let poll = 0; poll < POLLS; poll += 1) {
        const found = (await rows(list)).find(fits);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`the list ${list} has no such row`);
    },
    async file(address) {
      const path = new URL(address).pathname.split('/Shared%20Documents/')[1] ?? '';
      const drive = await ask<{ id: string }>('GET', `/sites/${id}/drive`);
      const { '@microsoft.graph.downloadUrl': download } = await ask<Record<string, string>>(
        'GET',
        `/drives/${drive.id}/root:/${path}`,
      );
      return new Uint8Array(await (await fetch(String(download))).arrayBuffer());
    },
    async edit(list, itemId, fields) {
      await ask('PATCH', `/sites/${id}/lists/${list}/items/${itemId}/fields`, fields);
    },
  };
}

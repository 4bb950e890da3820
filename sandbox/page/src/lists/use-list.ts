import { useState } from 'react';
import type { ListColumn, ListRow, ListsClient, SiteList } from '../api/lists.ts';
import { wordsOf } from '../api/request.ts';
import { useLiveEvents } from '../state/live.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { kindOf, type Titles } from './column-kinds.ts';

interface ListContents {
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
  /** Titles of the rows that lookups can point to, by list id. */
  readonly titles: ReadonlyMap<string, Titles>;
}

export interface ListState {
  readonly contents: ListContents | undefined;
  /** What went wrong with the last reading or writing. */
  readonly trouble: string | undefined;
  readonly isSaving: boolean;
  /** True when it was done; otherwise `trouble` says why not, and the rows are read anew. */
  readonly save: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** One list with its rows, read again whenever a list of the site changes. */
export function useList(client: ListsClient, list: SiteList): ListState {
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { value, error, reload } = useLoaded(`list ${list.id}`, () => readList(client, list));
  useLiveEvents(({ type }) => {
    if (type === 'lists' || type === 'connected') reload();
  });

  const save = async (work: () => Promise<unknown>) => {
    setSaving(true);
    setTrouble(undefined);
    try {
      await work();
      return true;
    } catch (thrown) {
      setTrouble(wordsOf(thrown));
      return false;
    } finally {
      setSaving(false);
      reload();
    }
  };
  return { contents: value, trouble: trouble ?? error, isSaving, save };
}

async function readList(client: ListsClient, { id }: SiteList): Promise<ListContents> {
  const [columns, rows] = await Promise.all([client.columns(id), client.rows(id)]);
  const targets = new Set(
    columns
      .filter((column) => kindOf(column).startsWith('lookup'))
      .flatMap(({ lookup }) => lookup?.listId ?? []),
  );
  const titles = new Map<string, Titles>();
  await Promise.all(
    [...targets].map(async (target) => {
      const pointed = target === id ? rows : await client.rows(target);
      titles.set(target, new Map(pointed.map((row) => [row.id, String(row.fields.Title ?? '')])));
    }),
  );
  return { columns, rows, titles };
}

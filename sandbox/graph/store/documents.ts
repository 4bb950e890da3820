import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

/** A document or folder of a site's library. */
export interface StoredDocument {
  readonly id: string;
  readonly siteId: string;
  /** Id of the folder it lies in, or `root`. */
  readonly parentId: string;
  readonly name: string;
  /** Null: it is a folder. */
  readonly size: number | null;
  readonly mimeType: string;
  readonly guid: string;
  readonly version: number;
  /** Random; lets in whoever was given an address with it. */
  readonly downloadKey: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: unknown;
  readonly modifiedBy: unknown;
}

/** What is put somewhere; without `content` a folder. */
export interface NewDocument {
  readonly siteId: string;
  readonly parentId: string;
  readonly name: string;
  readonly content?: Buffer;
  readonly mimeType?: string;
  readonly at: string;
  readonly by: unknown;
}

/** Of the folder that holds everything. */
export const ROOT_ID = 'root';

const COLUMNS =
  'id, site_id, parent_id, name, length(content) as size, mime_type, guid, version, download_key, created_at, modified_at, created_by, modified_by';

/** Documents and the folders they lie in. Names are told apart without regard to capitals, as SharePoint does. */
export function createDocuments(db: DatabaseSync) {
  const selectNamed = db.prepare(
    `select ${COLUMNS} from graph_document where site_id = ? and parent_id = ? and lower(name) = lower(?)`,
  );
  const selectOne = db.prepare(`select ${COLUMNS} from graph_document where id = ?`);
  const selectContent = db.prepare('select content from graph_document where id = ?');
  const selectChildren = db.prepare(
    `select ${COLUMNS} from graph_document where site_id = ? and parent_id = ?
     order by content is not null, lower(name)`,
  );
  const insert = db.prepare(
    `insert into graph_document (id, site_id, parent_id, name, content, mime_type, guid, version, download_key,
       created_at, modified_at, created_by, modified_by) values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
     returning ${COLUMNS}`,
  );
  const replace = db.prepare(
    `update graph_document set content = ?, mime_type = ?, version = version + 1, download_key = ?, modified_at = ?,
       modified_by = ? where id = ? returning ${COLUMNS}`,
  );
  const remove = db.prepare('delete from graph_document where id = ?');

  const children = (siteId: string, parentId: string): StoredDocument[] =>
    selectChildren.all(siteId, parentId).map(readDocument);
  const documents = {
    /** Folders first, each by name. */
    children,
    named({ siteId, parentId, name }: Pick<NewDocument, 'siteId' | 'parentId' | 'name'>) {
      const row = selectNamed.get(siteId, parentId, name);
      return row === undefined ? undefined : readDocument(row);
    },
    find(id: string): StoredDocument | undefined {
      const row = selectOne.get(id);
      return row === undefined ? undefined : readDocument(row);
    },
    content(id: string): Buffer {
      const content = selectContent.get(id)?.content;
      return Buffer.from(content instanceof Uint8Array ? content : []);
    },
    insert({ siteId, parentId, name, content, mimeType = '', at, by }: NewDocument): StoredDocument {
      const who = JSON.stringify(by);
      const bytes = content ?? null;
      const ids = [newId(), siteId, parentId, name, bytes, mimeType, randomUUID(), randomUUID()] as const;
      return readDocument(insert.get(...ids, at, at, who, who) ?? {});
    },
    replace(
      id: string,
      { content, mimeType, at, by }: { content: Buffer; mimeType: string; at: string; by: unknown },
    ): StoredDocument {
      return readDocument(replace.get(content, mimeType, randomUUID(), at, JSON.stringify(by), id) ?? {});
    },
    /** With all that lies in it. */
    remove({ siteId, id }: Pick<StoredDocument, 'siteId' | 'id'>): void {
      for (const child of children(siteId, id)) documents.remove(child);
      remove.run(id);
    },
  };
  return documents;
}

/** As SharePoint's look: `01` and 32 letters and digits. */
function newId(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return `01${[...randomBytes(32)].map((byte) => letters[byte % 32]).join('')}`;
}

function readDocument(row: Record<string, SQLOutputValue>): StoredDocument {
  return {
    id: String(row.id),
    siteId: String(row.site_id),
    parentId: String(row.parent_id),
    name: String(row.name),
    size: row.size === null ? null : Number(row.size),
    mimeType: String(row.mime_type),
    guid: String(row.guid),
    version: Number(row.version),
    downloadKey: String(row.download_key),
    createdAt: String(row.created_at),
    modifiedAt: String(row.modified_at),
    createdBy: JSON.parse(String(row.created_by)),
    modifiedBy: JSON.parse(String(row.modified_by)),
  };
}

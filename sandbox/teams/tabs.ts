import { randomUUID } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { World } from '../core/world.ts';

/** What the app's configuration page sets of a tab, in the names of teams-js. */
export interface TabSettings {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string | null;
}

/** The app's tab in a channel. */
export interface StoredTab extends TabSettings {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
}

/** The tabs of a channel, in the order they were added. */
export function listTabs({ db }: World, conversationId: string): StoredTab[] {
  return db
    .prepare('select * from teams_tab where conversation_id = ? order by rowid')
    .all(conversationId)
    .map(toStoredTab);
}

export function findTab({ db }: World, id: string): StoredTab | undefined {
  const row = db.prepare('select * from teams_tab where id = ?').get(id);
  return row === undefined ? undefined : toStoredTab(row);
}

export function addTab(world: World, tab: Omit<StoredTab, 'id'>): StoredTab {
  const added = { ...tab, id: randomUUID() };
  const { id, conversationId, name, entityId, contentUrl, websiteUrl } = added;
  world.db
    .prepare(
      'insert into teams_tab (id, conversation_id, name, entity_id, content_url, website_url) values (?, ?, ?, ?, ?, ?)',
    )
    .run(id, conversationId, name, entityId, contentUrl, websiteUrl);
  world.events.emit('places');
  return added;
}

/** Sets a tab up anew; its name stays. */
export function changeTab(world: World, tab: StoredTab, settings: TabSettings): StoredTab {
  const { entityId, contentUrl, websiteUrl } = settings;
  world.db
    .prepare('update teams_tab set entity_id = ?, content_url = ?, website_url = ? where id = ?')
    .run(entityId, contentUrl, websiteUrl, tab.id);
  world.events.emit('places');
  return { ...tab, entityId, contentUrl, websiteUrl };
}

export function removeTab(world: World, { id }: StoredTab): void {
  world.db.prepare('delete from teams_tab where id = ?').run(id);
  world.events.emit('places');
}

function toStoredTab(row: Record<string, SQLOutputValue>): StoredTab {
  return {
    id: String(row.id),
    conversationId: String(row.conversation_id),
    name: String(row.name),
    entityId: String(row.entity_id),
    contentUrl: String(row.content_url),
    websiteUrl: row.website_url === null ? null : String(row.website_url),
  };
}

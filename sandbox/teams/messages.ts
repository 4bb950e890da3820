import type { SQLOutputValue } from 'node:sqlite';
import type { World } from '../core/world.ts';
import { announceMessage } from './announce.ts';
import type { MessageFile } from './files/message-files.ts';

export type CardJson = Readonly<Record<string, unknown>>;

/** A message as it is kept. */
export interface StoredMessage {
  /** A whole number in text, larger than that of any earlier message. */
  readonly id: string;
  /** The channel's id (without a thread) or the chat's. */
  readonly conversationId: string;
  /** In a channel, the id of the thread's first message; null in a chat. */
  readonly threadId: string | null;
  /** Null: the bot. */
  readonly personaId: string | null;
  /** Sandbox clock, ISO. */
  readonly at: string;
  readonly editedAt: string | null;
  readonly text: string;
  readonly cards: readonly CardJson[];
  readonly files: readonly MessageFile[];
  readonly supersededBy: string | null;
  readonly deleted: boolean;
}

export interface NewMessage {
  readonly conversationId: string;
  /** Absent in a channel: the message begins a thread of its own. `chat`: there are no threads. */
  readonly thread: { readonly id: string } | 'new' | 'chat';
  readonly personaId: string | null;
  readonly text: string;
  readonly cards: readonly CardJson[];
  readonly files: readonly MessageFile[];
}

/** Adds a message and tells the page. */
export function addMessage(world: World, message: NewMessage): StoredMessage {
  const { conversationId, thread, personaId, text, cards, files } = message;
  const now = world.clock.now();
  const id = nextMessageId(world, now.epochMilliseconds);
  const threadId = thread === 'chat' ? null : thread === 'new' ? String(id) : thread.id;
  world.db
    .prepare(
      'insert into teams_message (id, conversation_id, thread_id, persona_id, at, text, cards) values (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(id, conversationId, threadId, personaId, now.toString(), text, JSON.stringify(cards));
  replaceFiles(world, { id, files });
  announceMessage(world, { conversationId, messageId: String(id), change: 'created' });
  return {
    id: String(id),
    conversationId,
    threadId,
    personaId,
    at: now.toString(),
    editedAt: null,
    text,
    cards,
    files,
    supersededBy: null,
    deleted: false,
  };
}

/** Teams' message ids are the time in milliseconds; two of one moment differ by one. */
function nextMessageId(world: World, nowMs: number): number {
  const last = world.db.prepare('select max(id) as last from teams_message').get()?.last;
  return Math.max(nowMs, Number(last ?? 0) + 1);
}

const SELECT = `select *, (
  select json_group_array(json(file) order by position) from teams_message_file where message_id = id
) as files from teams_message`;

export function findMessage(world: World, id: string): StoredMessage | undefined {
  // An id that is no whole number names no message; SQLite would compare it as text.
  if (!/^\d{1,15}$/.test(id)) return undefined;
  const row = world.db.prepare(`${SELECT} where id = ?`).get(Number(id));
  return row === undefined ? undefined : toStoredMessage(row);
}

/** The messages of a channel or chat, oldest first, deleted ones too. */
export function listMessages(world: World, conversationId: string): StoredMessage[] {
  return world.db
    .prepare(`${SELECT} where conversation_id = ? order by id`)
    .all(conversationId)
    .map(toStoredMessage);
}

/** How many messages stand in each channel or chat, without deleted ones. */
export function countMessages(world: World): ReadonlyMap<string, number> {
  const rows = world.db
    .prepare('select conversation_id as id, count(*) as n from teams_message where deleted = 0 group by 1')
    .all();
  return new Map(rows.map(({ id, n }) => [String(id), Number(n)]));
}

/** Replaces what a message shows. Views of single persons go: the new content is everybody's. */
export function updateMessage(
  world: World,
  {
    id,
    text,
    cards,
    files,
  }: { id: string; text: string; cards: readonly CardJson[]; files: readonly MessageFile[] },
): void {
  const message = findMessage(world, id);
  if (message === undefined) return;
  world.db
    .prepare(
      'update teams_message set text = ?, cards = ?, edited_at = ?, awaits_replacement = 0 where id = ?',
    )
    .run(text, JSON.stringify(cards), world.clock.now().toString(), Number(id));
  replaceFiles(world, { id: Number(id), files });
  world.db.prepare('delete from teams_own_view where message_id = ?').run(Number(id));
  announceMessage(world, { conversationId: message.conversationId, messageId: id, change: 'updated' });
}

/** Replaces the files of a message and leaves the rest. */
export function setFiles(world: World, { id, files }: { id: string; files: readonly MessageFile[] }): void {
  const message = findMessage(world, id);
  if (message === undefined) return;
  replaceFiles(world, { id: Number(id), files });
  announceMessage(world, { conversationId: message.conversationId, messageId: id, change: 'updated' });
}

function replaceFiles({ db }: World, { id, files }: { id: number; files: readonly MessageFile[] }): void {
  db.prepare('delete from teams_message_file where message_id = ?').run(id);
  const insert = db.prepare('insert into teams_message_file (message_id, position, file) values (?, ?, ?)');
  for (const [position, file] of files.entries()) insert.run(id, position, JSON.stringify(file));
}

/** Empties a message; its place stays, so that answers to it can be told from answers to nothing. */
export function deleteMessage(world: World, id: string): void {
  const message = findMessage(world, id);
  if (message === undefined) return;
  world.db
    .prepare("update teams_message set deleted = 1, text = '', cards = '[]', edited_at = ? where id = ?")
    .run(world.clock.now().toString(), Number(id));
  replaceFiles(world, { id: Number(id), files: [] });
  world.db.prepare('delete from teams_own_view where message_id = ?').run(Number(id));
  announceMessage(world, { conversationId: message.conversationId, messageId: id, change: 'deleted' });
}

function toStoredMessage(row: Record<string, SQLOutputValue>): StoredMessage {
  return {
    id: String(row.id),
    conversationId: String(row.conversation_id),
    threadId: toText(row.thread_id),
    personaId: toText(row.persona_id),
    at: String(row.at),
    editedAt: toText(row.edited_at),
    text: String(row.text),
    cards: JSON.parse(String(row.cards)) as CardJson[],
    files: JSON.parse(String(row.files)) as MessageFile[],
    supersededBy: toText(row.superseded_by),
    deleted: row.deleted === 1,
  };
}

function toText(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

import { randomUUID } from 'node:crypto';
import type { World } from '../../core/world.ts';
import type { CardJson } from '../messages.ts';

/** What a dialog shows: a card, or a page. */
export interface DialogContent {
  readonly title: string;
  readonly card: CardJson | null;
  readonly url: string | null;
}

/** A dialog as it stands before a person. */
export interface Dialog extends DialogContent {
  readonly id: string;
}

export interface StoredDialog extends Dialog {
  readonly personaId: string;
  /** The message it was opened from; empty where a message is yet to be written. */
  readonly messageId: string;
  readonly conversationId: string;
  /** The command that opened it; null: a button of a card. */
  readonly command: DialogCommand | null;
  readonly closed: boolean;
}

/** A command of a message extension: its submits say again what it was used on. */
export interface DialogCommand {
  readonly commandId: string;
  readonly commandContext: 'message' | 'compose';
  readonly messagePayload?: Readonly<Record<string, unknown>>;
}

export function openDialog(
  world: World,
  {
    personaId,
    messageId,
    conversationId,
    content,
    command = null,
  }: Pick<StoredDialog, 'personaId' | 'messageId' | 'conversationId'> & {
    content: DialogContent;
    command?: DialogCommand | null;
  },
): Dialog {
  const id = randomUUID();
  const { title, card, url } = content;
  world.db
    .prepare(
      'insert into teams_dialog (id, persona_id, message_id, conversation_id, title, card, url, command) values (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      id,
      personaId,
      messageId,
      conversationId,
      title,
      card && JSON.stringify(card),
      url,
      command && JSON.stringify(command),
    );
  return { id, ...content };
}

/** Shows something else in an open dialog; it keeps its id. */
export function changeDialog(world: World, { id, content }: { id: string; content: DialogContent }): Dialog {
  const { title, card, url } = content;
  world.db
    .prepare('update teams_dialog set title = ?, card = ?, url = ? where id = ?')
    .run(title, card && JSON.stringify(card), url, id);
  return { id, ...content };
}

export function closeDialog(world: World, id: string): void {
  world.db.prepare('update teams_dialog set closed = 1 where id = ?').run(id);
}

export function findDialog(world: World, id: string): StoredDialog | undefined {
  const row = world.db.prepare('select * from teams_dialog where id = ?').get(id);
  if (row === undefined) return undefined;
  return {
    id: String(row.id),
    personaId: String(row.persona_id),
    messageId: String(row.message_id),
    conversationId: String(row.conversation_id),
    title: String(row.title),
    card: row.card === null ? null : (JSON.parse(String(row.card)) as CardJson),
    url: row.url === null ? null : String(row.url),
    command: row.command === null ? null : (JSON.parse(String(row.command)) as DialogCommand),
    closed: row.closed === 1,
  };
}

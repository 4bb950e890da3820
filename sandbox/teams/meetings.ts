import { randomUUID } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { World } from '../core/world.ts';

/** A meeting that was started. */
export interface StoredMeeting {
  /** Base64, as Teams makes it of the conversation's id. */
  readonly id: string;
  /** The channel's id without a thread, or that of the meeting's own chat, which only Teams holds. */
  readonly conversationId: string;
  /** In a channel, the post that tells of the meeting; null for a meeting of its own. */
  readonly threadId: string | null;
  readonly title: string;
  /** Who started it. */
  readonly personaId: string;
  /** Sandbox clock, ISO. */
  readonly startedAt: string;
  readonly endedAt: string | null;
}

type NewMeeting = Pick<StoredMeeting, 'conversationId' | 'threadId' | 'title' | 'personaId'>;

/** The id of a new meeting's own chat. */
export function newMeetingChatId(): string {
  return `19:meeting_${randomUUID().replaceAll('-', '')}@thread.v2`;
}

/** What Teams calls the conversation a meeting is held in. */
export function conversationOf({ conversationId, threadId }: NewMeeting): string {
  return threadId === null ? conversationId : `${conversationId};messageid=${threadId}`;
}

export function addMeeting(world: World, meeting: NewMeeting): StoredMeeting {
  const id = Buffer.from(`0#${conversationOf(meeting)}#0`).toString('base64');
  const { conversationId, threadId, title, personaId } = meeting;
  const startedAt = world.clock.now().toString();
  world.db
    .prepare(
      'insert into teams_meeting (id, conversation_id, thread_id, title, persona_id, started_at) values (?, ?, ?, ?, ?, ?)',
    )
    .run(id, conversationId, threadId, title, personaId, startedAt);
  return { ...meeting, id, startedAt, endedAt: null };
}

export function endMeeting(world: World, meeting: StoredMeeting): StoredMeeting {
  const endedAt = world.clock.now().toString();
  world.db.prepare('update teams_meeting set ended_at = ? where id = ?').run(endedAt, meeting.id);
  return { ...meeting, endedAt };
}

/** Meetings that were started and have not ended, in the order they began. */
export function listRunningMeetings({ db }: World): StoredMeeting[] {
  return db
    .prepare('select * from teams_meeting where ended_at is null order by rowid')
    .all()
    .map(toStoredMeeting);
}

function toStoredMeeting(row: Record<string, SQLOutputValue>): StoredMeeting {
  return {
    id: String(row.id),
    conversationId: String(row.conversation_id),
    threadId: row.thread_id === null ? null : String(row.thread_id),
    title: String(row.title),
    personaId: String(row.persona_id),
    startedAt: String(row.started_at),
    endedAt: null,
  };
}

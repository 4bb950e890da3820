import type { World } from '../../core/world.ts';
import type { OutgoingActivity } from './activity.ts';

/** One time that an activity was delivered to the bot. */
export interface RecordedDelivery {
  /** Real time of the answer, ISO. */
  readonly at: string;
  readonly status: number;
  /** What the bot answered; null when that was nothing. */
  readonly answer: unknown;
  readonly activity: unknown;
  /** The id under which the activity was first delivered: copies of it share it, under whatever id they came. */
  readonly firstId: string;
}

export function recordDelivery(
  { db }: World,
  {
    activity,
    firstId,
    status,
    body,
  }: { activity: OutgoingActivity; firstId: string; status: number; body: unknown },
): void {
  db.prepare(
    'insert into teams_delivery (at, activity, first_id, status, answer) values (?, ?, ?, ?, ?)',
  ).run(
    new Date().toISOString(),
    JSON.stringify(activity),
    firstId,
    status,
    body === undefined ? null : JSON.stringify(body),
  );
}

/** What was delivered to the bot since a moment of real time, oldest first. */
export function listDeliveries({ db }: World, sinceIso = ''): RecordedDelivery[] {
  return db
    .prepare('select at, activity, first_id, status, answer from teams_delivery where at >= ? order by seq')
    .all(sinceIso)
    .map((row) => ({
      at: String(row.at),
      status: Number(row.status),
      answer: row.answer === null ? null : (JSON.parse(String(row.answer)) as unknown),
      activity: JSON.parse(String(row.activity)) as unknown,
      firstId: String(row.first_id),
    }));
}

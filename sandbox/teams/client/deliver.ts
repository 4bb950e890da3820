import type { World } from '../../core/world.ts';
import { serviceUrlOf } from '../service-url.ts';
import type { OutgoingActivity } from './activity.ts';

/** What the bot answered. */
export interface Delivery {
  /** 502 when the bot could not be reached, 504 when it took too long. */
  readonly status: number;
  /** JSON if it is, else text; undefined when empty. */
  readonly body: unknown;
}

/** How long Teams waits for a bot. */
const BOT_TIMEOUT_MS = 15_000;

/** Posts an activity to the bot with a token of Teams', once. Never throws for a bot that fails. */
export async function deliverActivity(world: World, activity: OutgoingActivity): Promise<Delivery> {
  const token = await world.identity.issueToken({ audience: 'bot', serviceUrl: serviceUrlOf(world) });
  const delivery = await post(world, { activity, token });
  world.db
    .prepare('insert into teams_activity (at, activity, status) values (?, ?, ?)')
    .run(new Date().toISOString(), JSON.stringify(activity), delivery.status);
  return delivery;
}

async function post(
  { config }: World,
  { activity, token }: { activity: OutgoingActivity; token: string },
): Promise<Delivery> {
  try {
    const response = await fetch(`${config.botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(BOT_TIMEOUT_MS),
    });
    return { status: response.status, body: parseBody(await response.text()) };
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return isLate
      ? { status: 504, body: `The bot did not answer within ${BOT_TIMEOUT_MS / 1_000} s.` }
      : { status: 502, body: `The bot could not be reached at ${config.botUrl}.` };
  }
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function isAccepted({ status }: Delivery): boolean {
  return status >= 200 && status < 300;
}

/** What was delivered to the bot since a moment of real time, oldest first. */
export function listDeliveries(
  { db }: World,
  sinceIso = '',
): { readonly at: string; readonly status: number; readonly activity: unknown }[] {
  return db
    .prepare('select at, activity, status from teams_activity where at >= ? order by seq')
    .all(sinceIso)
    .map((row) => ({
      at: String(row.at),
      status: Number(row.status),
      activity: JSON.parse(String(row.activity)) as unknown,
    }));
}

import type { World } from '../../core/world.ts';
import { serviceUrlOf } from '../service-url.ts';
import { type OutgoingActivity, renewActivity } from './activity.ts';
import { recordDelivery } from './deliveries.ts';

/** What the bot answered. */
export interface Delivery {
  /** 502 when the bot could not be reached, 504 when it took too long. */
  readonly status: number;
  /** JSON if it is, else text; undefined when empty. */
  readonly body: unknown;
}

/** How long Teams waits for a bot. */
const BOT_TIMEOUT_MS = 15_000;

/**
 * Posts an activity to the bot with a token of Teams'. Never throws for a bot that fails. Under the fault
 * `teams-deliver-twice` a second copy follows; what the bot answers to that one nobody sees.
 * @param firstId the id of the activity that this one is a copy of; its own by default
 */
export async function deliverActivity(
  world: World,
  activity: OutgoingActivity,
  { firstId = activity.id, timeoutMs = BOT_TIMEOUT_MS }: { firstId?: string; timeoutMs?: number } = {},
): Promise<Delivery> {
  const twice = world.faults.strike('teams-deliver-twice');
  const first = deliverOnce(world, { activity, firstId, timeoutMs });
  if (twice === undefined) return first;
  const copy = {
    activity: twice.repeatAs === 'new-id' ? renewActivity(activity) : activity,
    firstId,
    timeoutMs,
  };
  if (twice.ms) deliverLater(world, { ...copy, ms: twice.ms });
  else await deliverOnce(world, copy);
  return first;
}

interface Attempt {
  readonly activity: OutgoingActivity;
  readonly firstId: string;
  readonly timeoutMs: number;
}

async function deliverOnce(world: World, { activity, firstId, timeoutMs }: Attempt): Promise<Delivery> {
  const token = await world.identity.issueToken({ audience: 'bot', serviceUrl: serviceUrlOf(world) });
  const delivery = await post(world, { activity, token, timeoutMs });
  recordDelivery(world, { activity, firstId, ...delivery });
  return delivery;
}

/** A sandbox that was closed or emptied meanwhile delivers nothing more. */
function deliverLater(world: World, { ms, ...attempt }: Attempt & { ms: number }): void {
  const generation = world.generation();
  setTimeout(() => {
    if (world.db.isOpen && world.generation() === generation)
      deliverOnce(world, attempt).catch(() => undefined);
  }, ms).unref();
}

async function post(
  { config }: World,
  { activity, token, timeoutMs }: { activity: OutgoingActivity; token: string; timeoutMs: number },
): Promise<Delivery> {
  try {
    const response = await fetch(`${config.botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: parseBody(await response.text()) };
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return isLate
      ? { status: 504, body: `The bot did not answer within ${timeoutMs / 1_000} s.` }
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

import { z } from 'zod';
import type { World } from '../core/world.ts';
import type { ClockView } from './shapes.ts';

/** Where to: a moment, or whatever is due next. */
export type ClockTarget = { readonly to: Temporal.Instant } | 'next';

/** What the program that follows the clock answers: when it has something to do next; null when it has nothing. */
const replySchema = z.object({
  nextEventAt: z.iso
    .datetime({ offset: true })
    .transform((text) => Temporal.Instant.from(text))
    .nullable(),
});

type Listener = Required<Pick<ClockView, 'listener'>>['listener'];

interface Reply {
  readonly listener: Listener;
  readonly nextEventAt: Temporal.Instant | null;
}

/** A step past an event that does not go away, so that the clock never stands still. */
const STUCK_STEP = Temporal.Duration.from({ minutes: 1 });
/** More stops than years of notices need; then the rest is taken in one go. */
const MAX_STEPS = 5_000;
/** A step may hold a night of catching up under Teams' limits. */
const LISTENER_TIMEOUT_MS = 290_000;

/**
 * Moves the clock forward, stopping at every moment at which something is due and waiting until it has been done. A
 * listener that is away or fails is not asked again: the clock goes straight to its target, and the answer says so.
 */
export async function moveClock(world: World, target: ClockTarget): Promise<ClockView> {
  let now = world.clock.now();
  let reply = await tellListener(world, now);
  let steps = 0;
  const end = target === 'next' ? (reply.nextEventAt ?? now) : target.to;
  while (isBefore(now, end)) {
    const mayStop = reply.listener === 'answered' && steps < MAX_STEPS;
    now = setClock(world, mayStop ? findStop({ now, end, due: reply.nextEventAt }) : end);
    reply = await tellListener(world, now);
    steps += 1;
  }
  return {
    now: world.clock.now().toString(),
    listener: reply.listener,
    nextEventAt: reply.nextEventAt?.toString() ?? null,
    steps,
  };
}

/** The next moment to stop at: what is due, but never past the end and always forward. */
function findStop({
  now,
  end,
  due,
}: {
  now: Temporal.Instant;
  end: Temporal.Instant;
  due: Temporal.Instant | null;
}): Temporal.Instant {
  const wanted = due ?? end;
  const forward = isBefore(now, wanted) ? wanted : now.add(STUCK_STEP);
  return isBefore(forward, end) ? forward : end;
}

/** The clock has ticked meanwhile, so it may stand a little later than it was set to. */
function setClock(world: World, instant: Temporal.Instant): Temporal.Instant {
  world.clock.set(instant);
  const now = world.clock.now();
  world.events.emit('clock', { now: now.toString() });
  return now;
}

async function tellListener({ config }: World, now: Temporal.Instant): Promise<Reply> {
  try {
    const response = await fetch(config.clockListener, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: now.toString() }),
      signal: AbortSignal.timeout(LISTENER_TIMEOUT_MS),
    });
    const reply = replySchema.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !reply.success) return { listener: 'failed', nextEventAt: null };
    return { listener: 'answered', nextEventAt: reply.data.nextEventAt };
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return { listener: isLate ? 'failed' : 'unreachable', nextEventAt: null };
  }
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

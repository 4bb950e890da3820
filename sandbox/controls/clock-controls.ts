import { z } from 'zod';
import type { World } from '../core/world.ts';
import { BodyError, type Control, readBody } from './control.ts';
import { textField } from './fields.ts';
import { type ClockTarget, moveClock } from './move-clock.ts';
import type { ClockRequest, ClockView } from './shapes.ts';

const clockSchema: z.ZodType<ClockRequest> = z.strictObject({
  advance: textField('an ISO 8601 duration such as P14D or PT2H, or "next"').optional(),
  to: textField('an ISO 8601 instant such as 2022-01-24T09:00:00Z').optional(),
});

/** Reading and moving the sandbox's clock. Moves wait for one another. */
export function clockControls(world: World): Control[] {
  let lastMove: Promise<unknown> = Promise.resolve();
  const moveInTurn = (request: ClockRequest): Promise<ClockView> => {
    const move = lastMove.then(() => moveClock(world, readTarget(request, world.clock.now())));
    lastMove = move.catch(() => undefined);
    return move;
  };
  return [
    { method: 'GET', path: '/clock', handler: () => ({ now: world.clock.now().toString() }) },
    { method: 'POST', path: '/clock', handler: (request) => moveInTurn(readBody(request, clockSchema)) },
  ];
}

/** @throws BodyError for neither or both, for what is no duration or instant, and for going backwards. */
function readTarget({ advance, to }: ClockRequest, now: Temporal.Instant): ClockTarget {
  if ((advance === undefined) === (to === undefined))
    throw wrong('Give either "advance" or "to".', 'advance: P14D, PT2H, … or next; to: an ISO instant');
  if (advance === 'next') return 'next';
  const target = advance === undefined ? readInstant(to ?? '') : addDuration(now, advance);
  if (Temporal.Instant.compare(target, now) < 0)
    throw wrong(
      `The clock stands at ${now} and never goes backwards, to ${target}.`,
      `a moment after ${now}; POST /sandbox/reset starts anew`,
    );
  return { to: target };
}

/** Days, weeks, months and years are counted by the calendar, in UTC. */
function addDuration(now: Temporal.Instant, advance: string): Temporal.Instant {
  try {
    return now.toZonedDateTimeISO('UTC').add(advance).toInstant();
  } catch {
    throw wrong(
      `"${advance}" is no duration.`,
      'advance: an ISO 8601 duration such as P14D or PT2H, or next',
    );
  }
}

function readInstant(to: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(to);
  } catch {
    throw wrong(`"${to}" is no instant.`, 'to: an ISO 8601 instant such as 2022-01-24T09:00:00Z');
  }
}

function wrong(message: string, expected: string): BodyError {
  return new BodyError(message, [expected]);
}

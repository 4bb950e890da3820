import { useEffect, useEffectEvent, useState } from 'react';
import type { ClockRequest } from '../../../controls/shapes.ts';
import { getClock, moveClock } from '../api/clock.ts';
import { wordsOf } from '../api/request.ts';
import { useLiveEvents } from './live.ts';

const SECOND_MS = 1000;

export interface Clock {
  /** ISO instant, ticking; undefined until the sandbox said. */
  readonly now: string | undefined;
  /** The clock is being moved and what falls due is being done. */
  readonly isMoving: boolean;
  /** What to tell the person about the last move: trouble, or nothing. */
  readonly trouble: string | undefined;
  readonly move: (request: ClockRequest) => void;
}

/** The sandbox's clock: read once, kept ticking here, set right by every event that moves it. */
export function useClock(): Clock {
  const [base, setBase] = useState<{ now: string; readAtMs: number }>();
  const [isMoving, setMoving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [tick, setTick] = useState(0);
  const adopt = (now: string) => setBase({ now, readAtMs: performance.now() });
  const read = () => {
    getClock().then(
      ({ now }) => adopt(now),
      (error: unknown) => setTrouble(wordsOf(error)),
    );
  };

  const readOnce = useEffectEvent(read);
  useEffect(() => readOnce(), []);
  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  useLiveEvents((event) => {
    if (event.type === 'clock') adopt(event.now);
    if (event.type === 'connected') read();
  });

  const move = (request: ClockRequest) => {
    setMoving(true);
    setTrouble(undefined);
    moveClock(request)
      .then(
        ({ now, listener }) => {
          adopt(now);
          setTrouble(troubleOf(listener));
        },
        (error: unknown) => setTrouble(wordsOf(error)),
      )
      .finally(() => setMoving(false));
  };
  return { now: base && ticked(base, tick), isMoving, trouble, move };
}

/** `_tick` makes the caller read the time anew each second. */
function ticked({ now, readAtMs }: { now: string; readAtMs: number }, _tick: number): string {
  return new Date(Date.parse(now) + performance.now() - readAtMs).toISOString();
}

function troubleOf(listener: string | undefined): string | undefined {
  if (listener === 'unreachable')
    return 'The clock has moved, but Milepost is not running, so nothing else happened.';
  if (listener === 'failed')
    return 'The clock has moved, but Milepost could not do all that fell due. See its log.';
  return undefined;
}

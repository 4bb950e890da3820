/** Shortest and longest part of a time that pages wait, so that many of them do not ask in the same instant. */
const SHORTEST = 0.75;
const LONGEST = 1.25;

/** About as long, another each time. */
export function spread(ms: number): number {
  return ms * (SHORTEST + Math.random() * (LONGEST - SHORTEST));
}

/** Waits so long; less when the device is connected again, or `signal` ends it. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}

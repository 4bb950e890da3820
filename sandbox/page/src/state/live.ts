import { useEffect, useEffectEvent } from 'react';
import type { SandboxEvent } from '../../../controls/shapes.ts';

const EVENT_TYPES = [
  'message',
  'clock',
  'lists',
  'places',
  'feed',
  'reset',
] as const satisfies readonly SandboxEvent['type'][];
/** `connected` is ours: the stream stands (again), so whatever is on screen may be behind. */
export type LiveEvent = SandboxEvent | { readonly type: 'connected' };

const listeners = new Set<(event: LiveEvent) => void>();
/** One stream for the whole page, opened by the first who listens. */
const shared: { stream?: EventSource } = {};

/** Calls `onEvent` for everything that happens in the sandbox while the component is shown. */
export function useLiveEvents(onEvent: (event: LiveEvent) => void): void {
  const handle = useEffectEvent(onEvent);
  useEffect(() => {
    const listener = (event: LiveEvent) => handle(event);
    listeners.add(listener);
    shared.stream ??= openStream();
    return () => {
      listeners.delete(listener);
    };
  }, []);
}

/** The browser opens it again by itself after a break. */
function openStream(): EventSource {
  const source = new EventSource('/sandbox/events');
  const publish = (event: LiveEvent) => {
    for (const listener of listeners) listener(event);
  };
  source.addEventListener('open', () => publish({ type: 'connected' }));
  for (const type of EVENT_TYPES) {
    source.addEventListener(type, ({ data }) => publish({ ...JSON.parse(String(data)), type }));
  }
  // Nothing that is on the page is there any more.
  source.addEventListener('reset', () => window.location.reload());
  return source;
}

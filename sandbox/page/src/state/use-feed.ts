import type { FeedEntryView } from '../../../controls/place-shapes.ts';
import { listFeed } from '../api/personal-app.ts';
import { useLiveEvents } from './live.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** A persona's activity feed, live. */
export function useFeed(personaId: string): Loaded<readonly FeedEntryView[]> {
  const loaded = useLoaded(`feed ${personaId}`, () => listFeed(personaId));
  useLiveEvents((event) => {
    if (event.type === 'connected' || (event.type === 'feed' && event.personaId === personaId))
      loaded.reload();
  });
  return loaded;
}

import type { TabView } from '../../../controls/tab-shapes.ts';
import { listTabs } from '../api/tabs.ts';
import { useLiveEvents } from './live.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** The app's tabs in a channel, live. */
export function useTabs(conversationId: string): Loaded<readonly TabView[]> {
  const loaded = useLoaded(`tabs ${conversationId}`, () => listTabs(conversationId));
  useLiveEvents(({ type }) => {
    if (type === 'places' || type === 'connected') loaded.reload();
  });
  return loaded;
}

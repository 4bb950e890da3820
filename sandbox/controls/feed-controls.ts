import type { World } from '../core/world.ts';
import { requirePersona } from '../teams/client/access.ts';
import { listFeed, markFeedRead } from '../teams/feed.ts';
import type { Control } from './control.ts';
import type { FeedEntryView } from './place-shapes.ts';

/** People's activity feeds. */
export function feedControls(world: World): Control[] {
  const feedOf = (id: string | undefined): FeedEntryView[] =>
    listFeed(world, requirePersona(world, id ?? '').id);
  return [
    { method: 'GET', path: '/personas/:id/feed', handler: ({ params }) => feedOf(params.id) },
    {
      method: 'POST',
      path: '/personas/:id/feed/read',
      handler: ({ params }) => {
        markFeedRead(world, requirePersona(world, params.id ?? '').id);
        return feedOf(params.id);
      },
    },
  ];
}

import type { Route } from '../core/http.ts';
import type { World } from '../core/world.ts';
import { proxyToBot } from './proxy.ts';
import { answerAsset, answerPage } from './static-files.ts';

/**
 * The web page, and Milepost's tab and API on the page's own origin: teams-js accepts a parent page only
 * from there. `/sites/*` is the page too, so that links to rows of SharePoint lists open here.
 */
export function pageRoutes({ config }: Pick<World, 'config'>): Route[] {
  const proxy = proxyToBot(config.botUrl);
  return [
    { method: 'GET', path: '/', handler: answerPage },
    { method: 'GET', path: '/sites/*', handler: answerPage },
    { method: 'GET', path: '/assets/*', handler: ({ params }) => answerAsset(params['*'] ?? '') },
    { method: '*', path: '/tab', handler: proxy },
    { method: '*', path: '/tab/*', handler: proxy },
    { method: '*', path: '/api/v1/*', handler: proxy },
  ];
}

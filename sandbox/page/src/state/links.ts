import { type Address, addressOf, addressOfSharePointPath } from './address.ts';

/** Where a link leads: a view of this page, or an address for a new window. */
export type LinkTarget =
  | { readonly kind: 'here'; readonly address: Address }
  | { readonly kind: 'elsewhere'; readonly url: string };

const TEAMS_HOSTS = new Set(['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com']);
/** Only these open a window: never `javascript:` or `data:`. */
const WEB_PROTOCOLS = new Set(['http:', 'https:']);

/**
 * Reads a link as Teams would. Deep links into Teams lead to the tab, a channel or a message of this page, links to
 * the SharePoint site to its lists here. Undefined for what must not be opened.
 */
export function readLink(href: string): LinkTarget | undefined {
  if (!URL.canParse(href, window.location.origin)) return undefined;
  const url = new URL(href, window.location.origin);
  if (url.protocol === 'mailto:') return { kind: 'elsewhere', url: url.href };
  if (!WEB_PROTOCOLS.has(url.protocol)) return undefined;
  const address = TEAMS_HOSTS.has(url.hostname) ? addressOfDeepLink(url) : addressOfSharePoint(url);
  return address === undefined ? { kind: 'elsewhere', url: url.href } : { kind: 'here', address };
}

/** @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */
function addressOfDeepLink(url: URL): Address | undefined {
  const [, l, kind, ...rest] = url.pathname.split('/').map(decodeURIComponent);
  if (l !== 'l') return undefined;
  const [first, second] = rest;
  if (kind === 'entity') return addressOf('tab', undefined, tabQuery(url, second));
  if (kind === 'channel' && first !== undefined) return addressOf('teams', first);
  if (kind === 'message' && first !== undefined) {
    return addressOf('teams', first, second === undefined ? {} : { message: second });
  }
  return kind === 'chat' ? addressOf('chat') : undefined;
}

/** `context={"subEntityId":"…","channelId":"…"}`; `subPageId` is the newer name. */
function tabQuery(url: URL, pageId: string | undefined): Record<string, string> {
  const context = parseObject(url.searchParams.get('context') ?? '{}');
  const subPage = context.subEntityId ?? context.subPageId ?? url.searchParams.get('page');
  const channel = context.channelId;
  return {
    ...(pageId === undefined ? {} : { page: pageId }),
    ...(typeof subPage === 'string' ? { subPage } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
  };
}

function addressOfSharePoint(url: URL): Address | undefined {
  const isSite = url.hostname.endsWith('.sharepoint.com') || url.origin === window.location.origin;
  return isSite ? addressOfSharePointPath(url.pathname, url.search) : undefined;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

import type { TabLink, TabTarget } from '../bot/create-bot.ts';

/** Name of the tab in the app manifest. */
const TAB_ENTITY_ID = 'plan';

/**
 * Makes links that open the tab inside Teams, or outside in a browser where Teams is not at hand; `open` is read by
 * `readTabUrl` in `tabs/hosting`.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function createTabLink(teamsAppId: string, publicUrl: string): TabLink {
  return (target) => {
    const subEntityId = target === undefined ? '' : subPageOf(target);
    const link = new URL(`https://teams.microsoft.com/l/entity/${teamsAppId}/${TAB_ENTITY_ID}`);
    const webUrl = new URL(`${publicUrl}/tab/`);
    if (subEntityId !== '') webUrl.searchParams.set('open', subEntityId);
    link.searchParams.set('webUrl', webUrl.href);
    link.searchParams.set('label', 'Milepost');
    if (subEntityId !== '') link.searchParams.set('context', JSON.stringify({ subEntityId }));
    return link.href;
  };
}

/** Read by `parseDeepLink` in `tabs/address`: parts of the address, URI-encoded, and the filter after a question mark. */
function subPageOf({ planId, ref, group, view, report, version }: TabTarget): string {
  const parts = [planId, ...(ref === undefined ? [] : [ref.list, ref.key])].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({
    ...(group === undefined ? {} : { group }),
    ...(report === undefined && view === undefined ? {} : { view: 'reports' }),
    ...(report === undefined ? {} : { report }),
    ...(version == null ? {} : { version: String(version) }),
  });
  return query.size === 0 ? parts : `${parts}?${query}`;
}

import type { TabLink } from '../bot/create-bot.ts';

/** Name of the tab in the app manifest. */
const TAB_ENTITY_ID = 'plan';

/**
 * Makes links that open the tab inside Teams.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application
 */
export function createTabLink(teamsAppId: string, publicUrl: string): TabLink {
  return (target) => {
    const subEntityId =
      target === undefined
        ? ''
        : [target.planId, ...(target.ref === undefined ? [] : [target.ref.list, target.ref.key])]
            .map(encodeURIComponent)
            .join('/');
    const link = new URL(`https://teams.microsoft.com/l/entity/${teamsAppId}/${TAB_ENTITY_ID}`);
    link.searchParams.set('webUrl', `${publicUrl}/tab/`);
    link.searchParams.set('label', 'Milepost');
    if (subEntityId !== '') link.searchParams.set('context', JSON.stringify({ subEntityId }));
    return link.href;
  };
}

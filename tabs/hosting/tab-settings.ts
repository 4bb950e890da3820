import { pages } from '@microsoft/teams-js';
import { type Address, formatAddress, formatDeepLink } from '../address/address.ts';
import { readTabUrl, tabUrlOf } from './tab-address.ts';

/** A tab as somebody sets it up. */
export interface TabSettings {
  /** What it opens with. */
  readonly address: Address;
  /** What Teams suggests to call it. */
  readonly name: string;
}

/** What the tab that is being changed opens with; `null` for one that is being added. */
export async function readTabSettings(): Promise<Address | null> {
  const { contentUrl } = await pages.getConfig();
  return contentUrl ? readTabUrl(contentUrl) : null;
}

/**
 * Lets Teams save the tab as it is set up now: its button can be pressed from then on.
 * @param settings `null` while there is nothing to save
 */
export function offerTabSettings(settings: TabSettings | null): void {
  pages.config.registerOnSaveHandler((saving) => {
    if (settings === null) return saving.notifyFailure('Nothing has been chosen yet.');
    pages.config.setConfig(configOf(settings)).then(
      () => saving.notifySuccess(),
      () => saving.notifyFailure('Teams did not take the tab.'),
    );
  });
  pages.config.setValidityState(settings !== null);
}

function configOf({ address, name }: TabSettings): pages.InstanceConfig {
  return {
    entityId: formatDeepLink(address),
    contentUrl: tabUrlOf(address),
    websiteUrl: new URL(`/tab/${formatAddress(address)}`, window.location.origin).href,
    suggestedDisplayName: name,
  };
}

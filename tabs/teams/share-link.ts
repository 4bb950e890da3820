import { pages } from '@microsoft/teams-js';
import { isInsideHost } from './session.ts';

/** What a link leads to, as Teams keeps it, and what to call it. */
export interface SharedLink {
  readonly subPageId: string;
  readonly label: string;
}

/**
 * Has Teams show a link to a part of the tab, for the person to copy.
 * @returns whether it does; elsewhere than in Teams, and in hosts that cannot, the page's own address is the link.
 */
export function shareThroughTeams({ subPageId, label }: SharedLink): boolean {
  if (!isInsideHost()) return false;
  try {
    if (!pages.isSupported()) return false;
    pages.shareDeepLink({ subPageId, subPageLabel: label });
    return true;
  } catch {
    // There are frames of Teams in which no link may be shared.
    return false;
  }
}

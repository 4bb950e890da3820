import { authentication } from '@microsoft/teams-js';

/** As Teams recommends for Microsoft's own page. */
const SIZE = { width: 600, height: 640 };

/**
 * Has Teams open a window in which the person signs in; it closes by itself.
 * @param loginHint whom Teams knows, so that Microsoft does not ask again; after the #, so that no server is told
 * @throws Error with Teams' reason when it came to nothing, as when the window was closed
 */
export async function signInByWindow(loginHint: string | null): Promise<void> {
  const url = new URL('/tab/?sign-in=window', window.location.origin);
  // All that teams-js takes; on this machine alone the page itself has come by http, and whoever frames it knows.
  url.protocol = 'https:';
  if (loginHint !== null) url.hash = new URLSearchParams({ hint: loginHint }).toString();
  await authentication.authenticate({ url: url.href, ...SIZE });
}

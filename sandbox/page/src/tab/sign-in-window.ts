/** How the window ended, as `authentication.authenticate` of teams-js is told it: success and result, or why not. */
type Ended = readonly [boolean, string];

/** Nobody tells a page that a window of its own was closed. */
const LOOK_EVERY_MS = 300;

/**
 * Opens the window that the tab asks for, plays Teams for the page in it, and closes it once that page says how it ended.
 * @param host what this host can do, and the version it was written against, as teams-js reads them
 */
export function openSignInWindow(
  [url, width, height]: readonly unknown[],
  host: readonly [runtime: string, sdkVersion: string],
): Promise<Ended> {
  const opened = window.open(
    reachable(String(url)),
    '_blank',
    `popup,width=${Number(width) || 600},height=${Number(height) || 600}`,
  );
  if (opened === null) return Promise.resolve([false, 'FailedToOpenWindow']);
  return new Promise((resolve) => {
    const end = (ended: Ended) => {
      clearInterval(looking);
      window.removeEventListener('message', onMessage);
      opened.close();
      resolve(ended);
    };
    const onMessage = ({ source, origin, data }: MessageEvent<Partial<WindowMessage> | null>) => {
      if (source !== opened || origin !== window.location.origin) return;
      if (data?.func === 'authentication.authenticate.success') end([true, String(data.args?.[0] ?? '')]);
      if (data?.func === 'authentication.authenticate.failure') end([false, String(data.args?.[0] ?? '')]);
      if (data?.func !== 'initialize') return;
      const { id, uuidAsString } = data;
      opened.postMessage({ id, uuidAsString, args: ['authentication', 'web', ...host] }, origin);
    };
    const looking = setInterval(() => opened.closed && end([false, 'CancelledByUser']), LOOK_EVERY_MS);
    window.addEventListener('message', onMessage);
  });
}

/** teams-js takes https addresses alone, and this page has none. */
function reachable(url: string): string {
  const parsed = new URL(url);
  if (parsed.host === window.location.host) parsed.protocol = window.location.protocol;
  return parsed.href;
}

/** As in tab-host.ts. */
interface WindowMessage {
  readonly id: number;
  readonly uuidAsString: string;
  readonly func: string;
  readonly args: readonly unknown[];
}

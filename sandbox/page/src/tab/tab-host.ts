import type { TabSettings } from '../../../controls/tab-shapes.ts';
import { openSignInWindow } from './sign-in-window.ts';

/** What teams-js posts to the page that frames it. @see node_modules/@microsoft/teams-js, internal/messageObjects */
interface HostRequest {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

/** The arguments teams-js gets back; undefined: it waits for none. */
type Answer = readonly unknown[] | undefined;

/** What the frame's host knows and can do. */
export interface TabHostOptions {
  /** The frame's window; null until it is there. */
  readonly frame: () => Window | null;
  /** The context bag, in the names teams-js reads. */
  readonly context: () => Readonly<Record<string, unknown>>;
  /** What the tab opens, as it was set up. */
  readonly savedUrl: string;
  readonly getToken: () => Promise<string>;
  /** False when the link must not be opened. */
  readonly openLink: (url: string) => boolean;
  readonly showPage: (page: { pageId?: string; subPageId?: string }) => void;
  readonly shareLink: (link: { subPageId: string; label: string }) => void;
  readonly onStatus: (status: TabStatus) => void;
  readonly settingUp: SettingUp;
}

/** What the app says while a tab is set up: whether it may be saved, what is to be saved, and whether that is all. */
export type SettingUp = (
  said:
    | { readonly kind: 'validity'; readonly isValid: boolean }
    | { readonly kind: 'settings'; readonly settings: TabSettings; readonly name: string }
    | { readonly kind: 'saved' }
    | { readonly kind: 'refused'; readonly reason: string },
) => void;

/** How far the tab has come, as it says itself. */
export type TabStatus =
  | { readonly kind: 'loading' | 'loaded' | 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

export interface TabHost {
  /** Tells the tab, by the name teams-js has for it. */
  readonly tellTheme: (teamsName: string) => void;
  /** Tells the app that somebody has pressed Save. */
  readonly askToSave: () => void;
  readonly stop: () => void;
}

/** teams-js's ErrorCode.NOT_SUPPORTED_ON_PLATFORM. */
const NOT_SUPPORTED = 100;
/** What this host can do; for all else teams-js says by itself that it is not supported. */
const RUNTIME = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  supports: { pages: { currentApp: {}, backStack: {}, config: {} } },
});
/** The version of the SDK this host was written against. */
const SDK_VERSION = '2.58.0';

/** Plays Teams for the tab in the frame: answers what teams-js asks over postMessage, on the page's own origin only. */
export function createTabHost(options: TabHostOptions): TabHost {
  const { frame } = options;
  const post = (message: object) => frame()?.postMessage(message, window.location.origin);
  const onMessage = async ({ data, source, origin }: MessageEvent<unknown>) => {
    if (source === null || source !== frame() || origin !== window.location.origin || !isRequest(data))
      return;
    const args = await answer(data, options);
    if (args === undefined || data.id === undefined) return;
    post({ id: data.id, uuidAsString: data.uuidAsString, args, monotonicTimestamp: monotonicNow() });
  };
  const listener = (event: MessageEvent<unknown>) => void onMessage(event);
  window.addEventListener('message', listener);
  return {
    tellTheme: (teamsName) => post({ func: 'themeChange', args: [teamsName] }),
    askToSave: () => post({ func: 'settings.save', args: [{}] }),
    stop: () => window.removeEventListener('message', listener),
  };
}

/** Each answer has the shape that its caller in teams-js reads: a value, or success and reason, or error and value. */
async function answer({ func, args = [] }: HostRequest, options: TabHostOptions): Promise<Answer> {
  switch (func) {
    case 'initialize':
      return [options.context().frameContext, 'web', RUNTIME, SDK_VERSION];
    case 'getContext':
      return [options.context()];
    case 'authentication.getAuthToken':
      return options.getToken().then(
        (token) => [true, token],
        (error: unknown) => [false, error instanceof Error ? error.message : String(error)],
      );
    case 'executeDeepLink':
      return options.openLink(String(args[0])) ? [true] : [false, 'The link can’t be opened.'];
    case 'pages.currentApp.navigateTo':
      options.showPage((args[0] ?? {}) as { pageId?: string; subPageId?: string });
      return [undefined, true];
    case 'pages.currentApp.navigateToDefaultPage':
      options.showPage({});
      return [undefined, true];
    case 'pages.navigateToApp':
      options.showPage((args[0] ?? {}) as { pageId?: string; subPageId?: string });
      return [true];
    case 'navigateBack':
      history.back();
      return [true];
    case 'settings.getSettings':
      return [{ entityId: options.context().entityId, contentUrl: options.savedUrl }];
    case 'settings.setValidityState':
      options.settingUp({ kind: 'validity', isValid: args[0] === true });
      return undefined;
    case 'settings.setSettings':
      options.settingUp({ kind: 'settings', ...readSettings(args[0]) });
      return [true];
    case 'settings.save.success':
      options.settingUp({ kind: 'saved' });
      return undefined;
    case 'settings.save.failure':
      options.settingUp({ kind: 'refused', reason: String(args[0] ?? 'no reason given') });
      return undefined;
    case 'shareDeepLink':
      options.shareLink({ subPageId: String(args[0]), label: String(args[1] ?? '') });
      return undefined;
    case 'appInitialization.appLoaded':
      options.onStatus({ kind: 'loaded' });
      return undefined;
    case 'appInitialization.success':
      options.onStatus({ kind: 'ready' });
      return undefined;
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      options.onStatus({ kind: 'failed', message: String(args[1] ?? args[0] ?? 'no reason given') });
      return undefined;
    // Said once, answered by nobody: which events the tab wants, and where the focus goes.
    case 'registerHandler':
    case 'setFrameContext':
    case 'returnFocus':
    case 'readyToUnload':
      return undefined;
    case 'authentication.authenticate':
      return openSignInWindow(args, [RUNTIME, SDK_VERSION]);
    case 'authentication.getUser':
      return [
        false,
        { errorCode: NOT_SUPPORTED, message: 'The sandbox does not say who is signed in this way.' },
      ];
    default:
      return [{ errorCode: NOT_SUPPORTED, message: `The sandbox does not play "${func}" of Teams.` }];
  }
}

/** As `pages.config.setConfig` of teams-js takes it. */
function readSettings(config: unknown): { settings: TabSettings; name: string } {
  const { entityId, contentUrl, websiteUrl, suggestedDisplayName } = (config ?? {}) as Record<
    string,
    unknown
  >;
  return {
    settings: {
      entityId: String(entityId ?? ''),
      contentUrl: String(contentUrl ?? ''),
      websiteUrl: typeof websiteUrl === 'string' ? websiteUrl : null,
    },
    name: String(suggestedDisplayName ?? 'Milepost'),
  };
}

function isRequest(data: unknown): data is HostRequest {
  return typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string';
}

function monotonicNow(): number {
  return performance.now() + performance.timeOrigin;
}

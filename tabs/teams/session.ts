import { app, authentication } from '@microsoft/teams-js';
import { ApiError } from '../api/api-error.ts';
import { NO_TOKEN } from '../api/fetch-api.ts';
import { type Place, placeOf } from '../hosting/place.ts';
import { tokenReasonOf } from './token-reason.ts';

/** How long Teams may take to answer before the person is told; its own limit is a minute. */
const START_TIMEOUT_MS = 10_000;

/** What the tab needs of Teams. Says nothing of who may do what: only the token does. */
export interface TeamsSession {
  /** `default`, `dark`, `contrast`, `glass`, or a later name. */
  readonly themeName: string;
  readonly place: Place;
  /** What a deep link points at; `null` without one. */
  readonly subPageId: string | null;
  /** Whom Teams knows, in the form that Microsoft's sign-in takes; `null` where it does not say. */
  readonly loginHint: string | null;
  /** A token for the tab's API; Teams keeps it and renews it, so it is asked for at every request. */
  getToken(): Promise<string>;
  /** Asks Teams again what a deep link points at: another may have been followed since. */
  readSubPageId(): Promise<string | null>;
  /** Calls back at every change of theme; one listener at a time. */
  onThemeChange(listen: (themeName: string) => void): void;
}

/** Whether Teams, or another host, frames this page; phones embed it natively instead. */
export function isInsideHost(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}

/** @throws Error when the page around the tab is not Teams or does not answer in time. */
export async function startSession(): Promise<TeamsSession> {
  await withTimeout(app.initialize());
  const context = await withTimeout(app.getContext());
  void app.notifySuccess();
  return {
    themeName: context.app.theme,
    place: placeOf(context),
    subPageId: subPageOf(context),
    loginHint: context.user?.loginHint || null,
    getToken,
    readSubPageId: () => app.getContext().then(subPageOf),
    onThemeChange: (listen) => app.registerOnThemeChangeHandler(listen),
  };
}

/** @throws ApiError when Teams itself is not reached, as without a network: what is shown may stay */
async function getToken(): Promise<string> {
  try {
    return await authentication.getAuthToken();
  } catch (cause) {
    if (tokenReasonOf(cause) !== null) throw cause;
    throw new ApiError({ kind: 'unreachable', message: NO_TOKEN, cause });
  }
}

function subPageOf({ page }: app.Context): string | null {
  return page.subPageId || null;
}

async function withTimeout<Value>(answer: Promise<Value>): Promise<Value> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('Teams did not answer in time.')), START_TIMEOUT_MS);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

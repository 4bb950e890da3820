import { kept, type Pending } from './kept.ts';

/** Where Microsoft sends the browser back to; registered with the app, to the letter. */
export const redirectUri = (): string => new URL('/tab/', window.location.origin).href;

/** What Microsoft sent the browser back with. */
export interface Answer {
  readonly params: URLSearchParams;
  /** What was asked for; `null` when this window asked for nothing. */
  readonly pending: Pending | null;
}

/** Whether this window was opened by the tab in Teams, for somebody to sign in. */
export function isSignInWindow(): boolean {
  if (window.parent !== window) return false;
  const isOpened = new URLSearchParams(window.location.search).get('sign-in') === 'window';
  return isOpened || (isAnswer() && kept.pending.read()?.purpose === 'window');
}

/**
 * Takes the answer out of the address, which then says again where in the plan the person was. `null` when the address
 * holds none.
 */
export function takeAnswer(): Answer | null {
  if (!isAnswer()) return null;
  const params = hashParams();
  const pending = kept.pending.read();
  kept.pending.forget();
  window.history.replaceState(null, '', `${window.location.pathname}${pending?.hash ?? ''}`);
  return { params, pending };
}

/** An address of the plan never says `state`. */
function isAnswer(): boolean {
  const params = hashParams();
  return params.has('state') && (params.has('code') || params.has('error'));
}

function hashParams(): URLSearchParams {
  return new URLSearchParams(window.location.hash.replace(/^#/, ''));
}

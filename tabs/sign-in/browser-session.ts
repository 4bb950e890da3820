import { type Answer, redirectUri, takeAnswer } from './answer.ts';
import { SignInFailure } from './failure.ts';
import { forgetEverything, kept } from './kept.ts';
import { type Leave, leaveForSignIn, redeemAnswer } from './redirect.ts';
import { readSignInSettings, type SignInSettings } from './settings.ts';

/** A token that ends within this time is not sent any more. */
const MARGIN_MS = 30_000;

/** Somebody who signed in outside Teams. The token stays in this window, and is gone with it. */
export interface BrowserSession {
  /** Who it is, to show; `null` where Microsoft did not say. */
  readonly name: string | null;
  /** The token; once it has run out, leaves for another and comes back to the same place. */
  getToken(): Promise<string>;
  /** Signs out, of Microsoft too: the next person at this machine is asked who they are. */
  signOut(): void;
}

/** How it stands with somebody who opened the page outside Teams. */
export type SignInState =
  | { readonly kind: 'in'; readonly session: BrowserSession }
  | { readonly kind: 'out' }
  | { readonly kind: 'failed'; readonly failure: SignInFailure };

/** Takes up the sign-in that is kept or comes back, or leaves for one. */
export async function startBrowserSession(): Promise<SignInState> {
  const answer = takeAnswer();
  try {
    const settings = await readSignInSettings();
    if (answer !== null) return await takeUp(settings, answer);
    const signedIn = kept.signedIn.read();
    if (signedIn !== null) return { kind: 'in', session: createSession(settings, signedIn.name) };
    if (kept.signedOut.read()) return { kind: 'out' };
    return await leaveForSignIn(settings, fromHere());
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error) };
  }
}

/** Leaves for a sign-in that somebody asked for. @throws SignInFailure */
export async function signIn({ asSomebodyElse }: { readonly asSomebodyElse: boolean }): Promise<never> {
  const settings = await readSignInSettings();
  const loginHint = kept.signedIn.read()?.loginHint;
  if (asSomebodyElse) forgetEverything();
  kept.signedIn.forget();
  kept.signedOut.forget();
  return leaveForSignIn(settings, {
    ...fromHere(),
    ...(asSomebodyElse ? { prompt: 'select_account' } : { loginHint }),
  });
}

/** Forgets a token that is not taken. Whoever it is stays signed in with Microsoft. */
export function forgetToken(): void {
  kept.signedIn.forget();
}

async function takeUp(settings: SignInSettings, answer: Answer): Promise<SignInState> {
  const signedIn = await redeemAnswer(settings, answer);
  kept.signedIn.write(signedIn);
  kept.signedOut.forget();
  return { kind: 'in', session: createSession(settings, signedIn.name) };
}

function createSession(settings: SignInSettings, name: string | null): BrowserSession {
  let leaving: Promise<never> | undefined;
  return {
    name,
    async getToken() {
      const signedIn = kept.signedIn.read();
      if (signedIn !== null && signedIn.expiresAtMs - MARGIN_MS > Date.now()) return signedIn.token;
      leaving ??= leaveForSignIn(settings, {
        ...fromHere(),
        prompt: 'none',
        loginHint: signedIn?.loginHint ?? null,
      });
      return leaving;
    },
    signOut() {
      forgetEverything();
      kept.signedOut.write(true);
      const url = new URL(settings.signOutUrl);
      url.searchParams.set('post_logout_redirect_uri', redirectUri());
      window.location.replace(url);
    },
  };
}

function fromHere(): Leave {
  return { purpose: 'page', hash: window.location.hash };
}

function asFailure(error: unknown): SignInFailure {
  return error instanceof SignInFailure ? error : new SignInFailure('refused', { cause: error });
}

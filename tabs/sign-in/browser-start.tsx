import { Button } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { AccountBar } from './account-bar.tsx';
import {
  type BrowserSession,
  forgetToken,
  type SignInState,
  signIn,
  startBrowserSession,
} from './browser-session.ts';
import { SignInFailure } from './failure.ts';
import { NotSignedIn } from './not-signed-in.tsx';

export interface BrowserStartProps {
  /** What to show once somebody is signed in; `onRefused` when the server does not take their token. */
  readonly children: (session: BrowserSession, onRefused: () => void) => ReactNode;
}

/** Signs in, by redirect, whoever opened the page outside Teams. */
export function BrowserStart({ children }: BrowserStartProps) {
  const [state, setState] = useState<SignInState | null>(null);

  useEffect(() => {
    // Never rejects: every failure is a state.
    void startBrowserSession().then(setState);
  }, []);

  const refuse = useCallback(() => {
    forgetToken();
    setState({ kind: 'failed', failure: new SignInFailure('not accepted') });
  }, []);

  const leave = (choice: { readonly asSomebodyElse: boolean }) => {
    setState(null);
    signIn(choice).catch((error: unknown) => setState({ kind: 'failed', failure: asFailure(error) }));
  };

  if (state === null) return <Waiting label="Signing in" />;
  if (state.kind === 'failed') return <NotSignedIn failure={state.failure} onSignIn={leave} />;
  if (state.kind === 'out') {
    return (
      <Problem
        title="You are signed out"
        action={
          <Button appearance="primary" onClick={() => leave({ asSomebodyElse: true })}>
            Sign in
          </Button>
        }
      >
        Close this window if other people use this computer.
      </Problem>
    );
  }
  const { session } = state;
  return (
    <>
      <AccountBar name={session.name} onSignOut={session.signOut} />
      {children(session, refuse)}
    </>
  );
}

function asFailure(error: unknown): SignInFailure {
  return error instanceof SignInFailure ? error : new SignInFailure('refused', { cause: error });
}

import { app, authentication } from '@microsoft/teams-js';
import { useEffect, useState } from 'react';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { takeAnswer } from './answer.ts';
import { SignInFailure } from './failure.ts';
import { checkAnswer, leaveForSignIn } from './redirect.ts';
import { readSignInSettings } from './settings.ts';

/**
 * What stands in the window that Teams opens for somebody to sign in. Here they only do what Microsoft asks of them: the
 * token is Teams' to give, and nothing of it comes this way.
 */
export function SignInWindow() {
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    // Teams closes the window; where it is not Teams that opened it, nobody does.
    void run().then(() => setLeft(true));
  }, []);
  if (!isLeft) return <Waiting label="Signing in" />;
  return <Problem title="Go back to Teams">You can close this window.</Problem>;
}

async function run(): Promise<void> {
  try {
    const answer = takeAnswer();
    const settings = await readSignInSettings();
    if (answer === null) {
      const loginHint = new URLSearchParams(window.location.hash.slice(1)).get('hint');
      await leaveForSignIn(settings, { purpose: 'window', hash: '', loginHint });
    } else checkAnswer(settings, answer);
    await tell(() => authentication.notifySuccess());
  } catch (error) {
    const reason = error instanceof SignInFailure ? (error.code ?? error.kind) : 'failed';
    await tell(() => authentication.notifyFailure(reason));
  }
}

/** Says how it ended to Teams, if it is there. */
async function tell(say: () => void): Promise<void> {
  if (window.opener === null && !('nativeInterface' in window)) return;
  await app.initialize().then(say, () => {});
}

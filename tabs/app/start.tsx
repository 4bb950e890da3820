import { lazy, Suspense, useState } from 'react';
import { PlaceContext } from '../hosting/place-context.ts';
import { isSignInWindow } from '../sign-in/answer.ts';
import { isInsideHost } from '../teams/session.ts';
import { TeamsStart } from '../teams/teams-start.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { SignedIn } from './signed-in.tsx';

// Teams signs people in by itself: what does it elsewhere is fetched only there.
const BrowserStart = lazy(() =>
  import('../sign-in/browser-start.tsx').then((module) => ({ default: module.BrowserStart })),
);
const SignInWindow = lazy(() =>
  import('../sign-in/sign-in-window.tsx').then((module) => ({ default: module.SignInWindow })),
);

export interface StartProps {
  readonly onTheme: (themeName: string) => void;
}

/** Signs somebody in, as Teams or the browser they came by does it, and shows the plan. */
export function Start({ onTheme }: StartProps) {
  // The address that says so is tidied up on the way.
  const [isWindow] = useState(isSignInWindow);
  if (!isWindow && isInsideHost()) {
    return (
      <TeamsStart onTheme={onTheme}>
        {({ getToken, place }, onRefused) => (
          <PlaceContext value={place}>
            <SignedIn getToken={getToken} onRefused={onRefused} />
          </PlaceContext>
        )}
      </TeamsStart>
    );
  }
  return (
    <Suspense fallback={<Waiting label="Signing in" />}>
      {isWindow ? (
        <SignInWindow />
      ) : (
        <BrowserStart>
          {({ getToken }, onRefused) => <SignedIn getToken={getToken} onRefused={onRefused} />}
        </BrowserStart>
      )}
    </Suspense>
  );
}

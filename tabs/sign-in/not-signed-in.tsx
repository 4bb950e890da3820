import { Button } from '@fluentui/react-components';
import { Problem } from '../ui/problem.tsx';
import type { SignInFailure } from './failure.ts';
import { wordsOf } from './failure-words.ts';

export interface NotSignedInProps {
  readonly failure: SignInFailure;
  readonly onSignIn: (choice: { readonly asSomebodyElse: boolean }) => void;
}

/** Says why somebody is not signed in, and how to be. */
export function NotSignedIn({ failure, onSignIn }: NotSignedInProps) {
  const { title, text, action, mayBeSomebodyElse } = wordsOf(failure);
  return (
    <Problem
      title={title}
      action={
        <>
          <Button appearance="primary" onClick={() => onSignIn({ asSomebodyElse: false })}>
            {action}
          </Button>
          {mayBeSomebodyElse && (
            <Button onClick={() => onSignIn({ asSomebodyElse: true })}>Sign in as somebody else</Button>
          )}
        </>
      }
    >
      {text}
    </Problem>
  );
}

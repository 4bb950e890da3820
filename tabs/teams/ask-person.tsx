import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Problem } from '../ui/problem.tsx';
import { signInByWindow } from './sign-in-window.ts';
import type { TokenReason } from './token-reason.ts';

const WORDS: Readonly<Record<TokenReason, { readonly title: string; readonly text: string }>> = {
  consent: {
    title: 'Milepost needs your permission',
    text: 'Microsoft wants you to agree, once, that Milepost may know who you are.',
  },
  proof: {
    title: 'Microsoft wants to be sure that it is you',
    text: 'Your organisation asks for a second proof before Milepost may know who you are.',
  },
  'sign-in': {
    title: 'Please sign in again',
    text: 'Teams could not sign you in to Milepost by itself.',
  },
};

export interface AskPersonProps {
  readonly reason: TokenReason;
  readonly loginHint: string | null;
  /** Called when the person did what was asked; Teams may give a token now. */
  readonly onDone: () => void;
}

/** Asks for what Teams needs of the person, in a window of Microsoft's own. */
export function AskPerson({ reason, loginHint, onDone }: AskPersonProps) {
  const [progress, setProgress] = useState<'asked' | 'open' | 'failed'>('asked');
  const { title, text } = WORDS[reason];

  const open = async () => {
    setProgress('open');
    try {
      await signInByWindow(loginHint);
      onDone();
    } catch {
      setProgress('failed');
    }
  };

  return (
    <Problem
      title={title}
      action={
        <Button appearance="primary" disabledFocusable={progress === 'open'} onClick={() => void open()}>
          {progress === 'failed' ? 'Try again' : 'Continue'}
        </Button>
      }
    >
      {text} {NEXT[progress]}
    </Problem>
  );
}

const NEXT = {
  asked: 'A small window opens for it; then you are back here.',
  open: 'Go on in the window that has opened.',
  failed:
    'That did not work: the window was closed, could not open, or Microsoft said no. Try again; if Microsoft says that an administrator has to approve, tell your IT team.',
} as const;

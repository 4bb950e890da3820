import type { FailureKind, SignInFailure } from './failure.ts';

/** What somebody reads who is not signed in. */
export interface FailureWords {
  readonly title: string;
  readonly text: string;
  /** On the button that begins a sign-in. */
  readonly action: string;
  /** Whether it may help to be somebody else. */
  readonly mayBeSomebodyElse: boolean;
}

const WORDS: Readonly<Record<FailureKind, FailureWords>> = {
  cancelled: {
    title: 'You are not signed in',
    text: 'The sign-in was stopped before it was finished. Milepost shows a plan only to people it knows.',
    action: 'Sign in',
    mayBeSomebodyElse: true,
  },
  consent: {
    title: 'Milepost needs permission first',
    text: 'Microsoft wants you, or an administrator of your organisation, to agree that Milepost may know who you are. Sign in to agree. If Microsoft says that an administrator has to approve, tell your IT team.',
    action: 'Sign in',
    mayBeSomebodyElse: true,
  },
  over: {
    title: 'Your sign-in has run out',
    text: 'Sign in again, and you are back where you were.',
    action: 'Sign in',
    mayBeSomebodyElse: false,
  },
  mismatch: {
    title: 'This sign-in cannot be used',
    text: 'It was begun in another window, or too long ago. Nobody was let in with it. Sign in again from here.',
    action: 'Sign in',
    mayBeSomebodyElse: false,
  },
  unreachable: {
    title: 'The sign-in cannot be reached',
    text: 'Milepost or Microsoft’s sign-in did not answer. Check your connection and try again.',
    action: 'Try again',
    mayBeSomebodyElse: false,
  },
  refused: {
    title: 'Microsoft did not sign you in',
    text: 'Try again, or as somebody else. If it goes on, tell your IT team.',
    action: 'Try again',
    mayBeSomebodyElse: true,
  },
  'not accepted': {
    title: 'Milepost did not accept your sign-in',
    text: 'Sign in again. If it goes on, tell your IT team.',
    action: 'Sign in again',
    mayBeSomebodyElse: true,
  },
};

/** The words for a failure, with Microsoft's code where somebody has to pass it on. */
export function wordsOf({ kind, code }: SignInFailure): FailureWords {
  const words = WORDS[kind];
  const isToldOn = kind === 'consent' || kind === 'refused';
  return isToldOn && code !== null ? { ...words, text: `${words.text} Its code is ${code}.` } : words;
}

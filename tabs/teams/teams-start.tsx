import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ApiError } from '../api/api-error.ts';
import { showLink, useFollowedLinks } from '../hosting/use-followed-links.ts';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { AskPerson } from './ask-person.tsx';
import { startSession, type TeamsSession } from './session.ts';
import { type TokenReason, tokenReasonOf } from './token-reason.ts';

export interface TeamsStartProps {
  readonly onTheme: (themeName: string) => void;
  /** What to show once Teams has answered; `onRefused` when it, or the server, does not let somebody in. */
  readonly children: (session: TeamsSession, onRefused: (error: ApiError) => void) => ReactNode;
}

/** Joins Teams; says so where that is not possible, and asks the person for what Teams needs of them. */
export function TeamsStart({ onTheme, children }: TeamsStartProps) {
  const [session, setSession] = useState<TeamsSession | 'failed' | null>(null);
  const [reason, setReason] = useState<TokenReason | null>(null);

  useEffect(() => {
    startSession()
      .then((started) => {
        onTheme(started.themeName);
        started.onThemeChange(onTheme);
        // A link to an item wins over an address left from before.
        showLink(started.subPageId);
        setSession(started);
      })
      .catch(() => setSession('failed'));
  }, [onTheme]);

  useFollowedLinks(session === 'failed' ? null : session);

  // What the server refuses has no reason of Teams' own, and is told where it was asked.
  const askWhy = useCallback(({ cause }: ApiError) => setReason(tokenReasonOf(cause)), []);

  if (session === 'failed') {
    return (
      <Problem title="Teams does not answer" onRetry={() => window.location.reload()}>
        Milepost is shown inside Microsoft Teams and asks it who you are, but got no answer. Try again, or
        close this tab and open it again in Teams.
      </Problem>
    );
  }
  if (session === null) return <Waiting label="Opening Milepost" />;
  if (reason !== null) {
    return <AskPerson reason={reason} loginHint={session.loginHint} onDone={() => setReason(null)} />;
  }
  return children(session, askWhy);
}

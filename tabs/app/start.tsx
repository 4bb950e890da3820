import { useEffect, useMemo, useState } from 'react';
import { formatAddress, parseDeepLink } from '../address/address.ts';
import { createFetchApi } from '../api/fetch-api.ts';
import { createRequest } from '../api/request.ts';
import { type Api, RequestContext } from '../api/request-context.ts';
import { isInsideHost, startSession, type TeamsSession } from '../teams/session.ts';
import { Problem } from '../ui/problem.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { ChosenPlan } from './chosen-plan.tsx';
import { OutsideTeams } from './outside-teams.tsx';

export interface StartProps {
  readonly onTheme: (themeName: string) => void;
}

/** Joins Teams, then shows the plan; says so where that is not possible. */
export function Start({ onTheme }: StartProps) {
  const [session, setSession] = useState<TeamsSession | 'failed' | null>(null);

  useEffect(() => {
    if (!isInsideHost()) return;
    startSession()
      .then((started) => {
        onTheme(started.themeName);
        started.onThemeChange(onTheme);
        // A link to an item wins over an address left from before.
        if (started.subPageId) window.location.hash = formatAddress(parseDeepLink(started.subPageId));
        setSession(started);
      })
      .catch(() => setSession('failed'));
  }, [onTheme]);

  const api = useMemo((): Api | null => {
    if (!session || session === 'failed') return null;
    const fetchApi = createFetchApi({ getToken: session.getToken });
    return { fetchApi, request: createRequest(fetchApi) };
  }, [session]);
  if (!isInsideHost()) return <OutsideTeams />;
  if (session === 'failed') {
    return (
      <Problem title="Teams does not answer" onRetry={() => window.location.reload()}>
        Milepost is shown inside Microsoft Teams and asks it who you are, but got no answer. Try again, or
        close this tab and open it again in Teams.
      </Problem>
    );
  }
  if (!api) return <Waiting label="Opening Milepost" />;
  return (
    <RequestContext value={api}>
      <ChosenPlan />
    </RequestContext>
  );
}

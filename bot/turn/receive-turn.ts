import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Log } from '../../workflow/ports/log.ts';
import { factsOf } from '../log-facts.ts';
import type { BotSettings, IncomingTurn, TurnAnswer } from '../settings.ts';
import { admitted, isFromTeams, whyRefused } from './admission.ts';
import { authenticate } from './authenticate.ts';
import { parseActivity } from './incoming-activity.ts';
import type { InvokeAnswer, Turn } from './turn.ts';
import type { TurnAdapter } from './turn-adapter.ts';

/** Answers HTTP requests: who is it, may they, what do they say. Refusals have no body and say why only in the log. */
export const createTurnReceiver =
  ({
    settings,
    authentication,
    adapter,
    onTurn,
    log,
  }: {
    readonly settings: BotSettings;
    readonly authentication: BotFrameworkAuthentication;
    readonly adapter: TurnAdapter;
    readonly onTurn: (turn: Turn) => Promise<InvokeAnswer | null>;
    readonly log: Log;
  }) =>
  async (request: IncomingTurn): Promise<TurnAnswer> => {
    if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } };
    const activity = parseActivity(request.body);
    if (!activity) return { status: 400 };
    if (!isFromTeams(activity, settings)) return { status: 401 };

    const { authorization } = request.headers;
    const checked = await authenticate({
      authentication,
      activity,
      authorization: typeof authorization === 'string' ? authorization : '',
      timeoutMs: settings.sendTimeoutMs,
      log,
    });
    if (!checked.identity) return { status: checked.status };
    const refusal = whyRefused(activity, settings);
    if (refusal) {
      log.warn({ refusal, activityType: activity.type }, 'An activity with a good token was turned away');
      return { status: 403 };
    }

    try {
      const answer = await adapter.run(checked.identity, admitted(activity, settings), onTurn);
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    } catch (error) {
      log.error({ activityType: activity.type, ...factsOf(error) }, 'A turn failed');
      return { status: 500 };
    }
  };

import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import type { Log } from '../../workflow/ports/log.ts';
import type { BotSettings, IncomingTurn, TurnAnswer } from '../settings.ts';
import { whyRefused } from './admission.ts';
import { type IncomingActivity, parseActivity } from './incoming-activity.ts';
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

    const identity = await authenticate(authentication, activity, authorizationOf(request), log);
    if ('status' in identity) return identity;
    const refusal = whyRefused(activity, settings);
    if (refusal) {
      log.warn({ refusal, activityType: activity.type }, 'An activity with a good token was turned away');
      return { status: 403 };
    }

    try {
      const answer = await adapter.run(identity, activity, onTurn);
      if (answer) return { status: answer.status, body: answer.body };
      return { status: activity.type === 'invoke' ? 501 : 200 };
    } catch (error) {
      log.error({ activityType: activity.type, error: nameOf(error) }, 'A turn failed');
      return { status: 500 };
    }
  };

/** The SDK throws several kinds of error for a bad token, one of which it would answer as a fault of the server. */
const authenticate = async (
  authentication: BotFrameworkAuthentication,
  activity: IncomingActivity,
  authorization: string,
  log: Log,
): Promise<AuthenticateRequestResult | TurnAnswer> => {
  try {
    return await authentication.authenticateRequest(activity as unknown as Activity, authorization);
  } catch (error) {
    log.warn({ error: nameOf(error) }, 'An activity could not be authenticated');
    return { status: isOurFault(error) ? 503 : 401 };
  }
};

/** The keys could not be fetched: Teams may try again, the sender is not to blame. */
const isOurFault = (error: unknown): boolean =>
  (error instanceof AuthenticationError && error.statusCode >= 500) || nameOf(error) === 'FetchError';

const authorizationOf = (request: IncomingTurn): string => {
  const header = request.headers.authorization;
  return typeof header === 'string' ? header : '';
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

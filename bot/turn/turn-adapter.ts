import { setTimeout as sleep } from 'node:timers/promises';
import { type Activity, CloudAdapter, TeamsInfo, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { toActivity } from '../connector/outgoing-message.ts';
import { outcomeOf } from '../connector/send-failure.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { actorOf, channelIdOf, placeOf } from './read-turn.ts';
import type { InvokeAnswer, Turn } from './turn.ts';

/**
 * The SDK's adapter, entered behind its own HTTP handling: that prints errors to the console and
 * answers the reason of a refusal to whoever asks.
 */
export class TurnAdapter extends CloudAdapter {
  /** Runs one authenticated activity; answers what an invoke is to be answered with. */
  async run(
    identity: AuthenticateRequestResult,
    activity: IncomingActivity,
    onTurn: (turn: Turn) => Promise<InvokeAnswer | null>,
  ): Promise<InvokeAnswer | null> {
    let answer: InvokeAnswer | null = null;
    // What the bot reads of an activity was checked; the SDK's type describes the same object.
    await this.processActivity(identity, activity as unknown as Activity, async (context) => {
      answer = await onTurn(turnOf(context, activity));
    });
    return answer;
  }
}

const turnOf = (context: TurnContext, activity: IncomingActivity): Turn => ({
  activity,
  actor: actorOf(activity),
  place: placeOf(activity),
  channelId: channelIdOf(activity),
  async reply(message) {
    await onceMoreWhenBusy(() => context.sendActivity(toActivity(message)));
  },
  async findEmail() {
    const userId = activity.from?.id;
    if (!userId) return null;
    const member = await TeamsInfo.getMember(context, userId);
    return member.email ?? member.userPrincipalName ?? null;
  },
});

/** Somebody waits for a reply: longer than this it is of no use, and Teams asks again. */
const LONGEST_WAIT_MS = 6_000;

/** Teams was busy and certainly took nothing: one more attempt, after the wait it asks for, if that is short. */
const onceMoreWhenBusy = async (send: () => Promise<unknown>): Promise<void> => {
  try {
    await send();
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.status !== 'throttled' || outcome.retryAfterMs > LONGEST_WAIT_MS) throw error;
    await sleep(outcome.retryAfterMs);
    await send();
  }
};

import { buildNoticeCard } from '../../cards/notice-card.ts';
import { asPerson } from '../as-person.ts';
import { say } from '../tools.ts';
import type { Command } from './command.ts';

/** Opens the group's check-in, or posts the open one again. */
export const checkInCommand: Command = {
  names: ['check in', 'check-in', 'checkin'],
  meaning: 'In a group’s channel: opens the check-in of its next meeting.',
  places: ['channel'],
  elsewhere: 'A check-in belongs to a group: write “check in” in the group’s channel.',

  async run(turn, tools) {
    const { channelId } = turn;
    if (!channelId) return [say(checkInCommand.elsewhere)];
    const content = await asPerson(turn, tools, (actor) => tools.useCases.openCheckIn({ actor, channelId }));
    const serviceUrl = turn.activity.serviceUrl ?? '';
    // A post of its own, not a reply in the thread: the whole group answers it, and it is updated later.
    const outcome = await tools.connector.postToChannel({
      serviceUrl,
      botId: turn.activity.recipient?.id ?? '',
      tenantId: turn.actor.tenantId,
      channelId,
      message: { kind: 'card', ...buildNoticeCard(content, tools.cardContext()) },
    });
    if (outcome.status !== 'sent') {
      tools.log.warn({ status: outcome.status, code: outcome.code }, 'A check-in card could not be posted');
      return [say(NOT_POSTED[outcome.status])];
    }
    const { planId, meetingKey } = content;
    const at = { conversationId: outcome.conversationId, activityId: outcome.activityId };
    await tools.useCases.recordCheckInCard({ planId, meetingKey, at, serviceUrl });
    return [];
  },
};

const NOT_POSTED = {
  throttled: 'Teams is busy and did not take the check-in card. Please write “check in” again in a minute.',
  ambiguous:
    'Teams did not say whether it posted the check-in card. If you don’t see it, write “check in” again.',
  unauthorised: 'Teams does not take Milepost’s messages at the moment. Whoever runs Milepost can see why.',
  permanent: 'Teams does not let Milepost post in this channel. Please ask for the app to be added to it.',
} as const;

import type { Conversation, Message } from '../../sandbox/controls/shapes.ts';
import { listActions } from '../../sandbox/teams/card-walk.ts';
import { fetchJson } from './json.ts';

/** A check-in whose card stands in a channel. */
export interface OpenCheckIn {
  readonly planId: string;
  readonly meetingKey: string;
  readonly groupName: string;
  readonly channelId: string;
}

/** The first check-in that can be answered, as anybody in the channel finds it. */
export async function findCheckIn(sandboxUrl: string): Promise<OpenCheckIn> {
  const conversations = await fetchJson<Conversation[]>(`${sandboxUrl}/sandbox/conversations`);
  for (const { id, kind, title } of conversations) {
    if (kind !== 'channel') continue;
    const url = `${sandboxUrl}/sandbox/conversations/${encodeURIComponent(id)}/messages`;
    for (const { cards } of await fetchJson<Message[]>(url)) {
      for (const { data } of cards.flatMap(listActions)) {
        const { milepost } = (data ?? {}) as { milepost?: Record<string, unknown> };
        if (milepost?.verb !== 'answer-mine') continue;
        const { planId, meetingKey } = milepost;
        return {
          planId: String(planId),
          meetingKey: String(meetingKey),
          groupName: title,
          channelId: id,
        };
      }
    }
  }
  throw new Error('No channel has a check-in card.');
}

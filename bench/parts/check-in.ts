import type { Conversation, Message } from '../../sandbox/controls/conversation-shapes.ts';
import { listActions } from '../../sandbox/teams/card-walk.ts';
import type { ButtonData } from './desk.ts';
import { fetchJson } from './json.ts';

/** A check-in whose card stands in a channel. */
export interface OpenCheckIn {
  readonly planId: string;
  readonly meetingKey: string;
  readonly groupKey: string;
  readonly groupName: string;
  readonly channelId: string;
}

/** The first check-in that can be answered. @throws Error where there is none */
export async function findCheckIn(sandboxUrl: string): Promise<OpenCheckIn> {
  const [first] = await findCheckIns(sandboxUrl);
  if (first === undefined) throw new Error('No channel has a check-in card.');
  return first;
}

/** Every check-in that can be answered, one a channel, as anybody in the channel finds it. */
export async function findCheckIns(sandboxUrl: string): Promise<readonly OpenCheckIn[]> {
  const conversations = await fetchJson<Conversation[]>(`${sandboxUrl}/sandbox/conversations`);
  const found = await Promise.all(
    conversations
      .filter(({ kind }) => kind === 'channel')
      .map(async ({ id, title }) => {
        const url = `${sandboxUrl}/sandbox/conversations/${encodeURIComponent(id)}/messages`;
        const cards = (await fetchJson<Message[]>(url)).flatMap((message) => message.cards);
        const buttons = cards.flatMap(listActions).map(({ data }) => (data as ButtonData | null)?.milepost);
        const { planId, meetingKey, groupKey } =
          buttons.find((button) => button?.verb === 'add-action') ?? {};
        return meetingKey === undefined
          ? []
          : [
              {
                planId: String(planId),
                meetingKey: String(meetingKey),
                groupKey: String(groupKey),
                groupName: title,
                channelId: id,
              },
            ];
      }),
  );
  return found.flat();
}

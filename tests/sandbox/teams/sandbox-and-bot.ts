import { openChat } from '../../../sandbox/teams/chats.ts';
import { personSubject, recordInstall, teamSubject } from '../../../sandbox/teams/installs.ts';
import { makeTempDir } from '../../helpers/temp-dir.ts';
import { type OpenBot, openBot } from './open-bot.ts';
import { type OpenSandbox, openSandbox } from './open-sandbox.ts';

/** A sandbox and a bot that know each other. */
export interface SandboxAndBot {
  readonly sandbox: OpenSandbox;
  readonly bot: OpenBot;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** With `installed`, the app stands in every team and every chat of the plan, as if the bot had been told long ago. */
export async function openSandboxAndBot({ installed = true } = {}): Promise<SandboxAndBot> {
  const dir = await makeTempDir();
  const bot = await openBot();
  const sandbox = await openSandbox({ dataDir: dir.path, botUrl: bot.url });
  bot.connect(sandbox);
  if (installed) markInstalled(sandbox);
  return {
    sandbox,
    bot,
    dataDir: dir.path,
    async close() {
      await sandbox.close();
      await bot.close();
      await dir.remove();
    },
  };
}

function markInstalled({ world }: OpenSandbox): void {
  for (const { id } of world.directory.teams)
    recordInstall(world, { subject: teamSubject(id), accepted: true });
  for (const { id } of world.directory.personas.filter(({ roles }) => roles.length > 0)) {
    openChat(world, id);
    recordInstall(world, { subject: personSubject(id), accepted: true });
  }
}

/** The Data channel of the seed's tenant, its team's thread, and people in and out of it. */
export const DATA_CHANNEL = '19:cd85f5bd943c5177b10fa4fad3a11137@thread.tacv2';
export const GROUPS_TEAM = '19:980f515f757454fb93b9f0d96d13e528@thread.tacv2';
export const BOARD_CHANNEL = '19:5c191d98b0f556068272b857c5a4c068@thread.tacv2';

export function makeCard(title: string, actions: readonly object[] = []): Record<string, unknown> {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: title, wrap: true }],
    actions,
  };
}

export function makeCardActivity(card: object, channelData?: object) {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    channelData,
  };
}

/** Posts a card to the Data channel as the bot; answers the message's id. */
export async function postCard(sandbox: OpenSandbox, card: object, channelData?: object): Promise<string> {
  const path = `/v3/conversations/${encodeURIComponent(DATA_CHANNEL)}/activities`;
  const { status, body } = await sandbox.connector('POST', path, makeCardActivity(card, channelData));
  if (status !== 201) throw new Error(`Posting a card answered ${status}: ${JSON.stringify(body)}`);
  return body.id;
}

export async function readMessages(sandbox: OpenSandbox, conversationId = DATA_CHANNEL, persona?: string) {
  const query = persona === undefined ? '' : `?persona=${persona}`;
  const { body } = await sandbox.get(
    `/sandbox/conversations/${encodeURIComponent(conversationId)}/messages${query}`,
  );
  return body;
}

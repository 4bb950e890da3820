import type { RankingChoice } from '../../../plan/content.ts';
import { buildOpenFormsCard } from '../../cards/open-forms-card.ts';
import type { OutgoingMessage } from '../../connector/outgoing-message.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { NOTHING_WAITS } from '../co-production/sign-off.ts';
import { say, type Tools } from '../tools.ts';
import type { Command } from './command.ts';

/** What matters most to a reference group. */
export const rankCommand: Command = {
  names: ['rank', 'priorities', 'what matters most'],
  inMenu: false,
  meaning: 'In a reference group’s channel or our own chat: choose the recommendations that matter most.',
  places: ['channel', 'personal'],
  elsewhere: 'Write “rank” in a reference group’s channel, or in our own chat.',

  async run(turn, tools) {
    const all = await asPerson(turn, tools, (actor) => tools.useCases.listRankings({ actor }));
    const choices = turn.channelId ? await inChannel(turn, tools, all) : all;
    const [first] = choices;
    if (first === undefined) return [say(turn.channelId ? NOT_HERE : IN_NONE)];
    const shown = choices.map((choice) => {
      const { planId, groupKey, groupName, may } = choice;
      const data = { verb: 'rank', planId, groupKey, submissionKey: tools.newKey() } as const;
      // Others may press what stands in a channel: whoever may not record for others is told so.
      const buttons = [
        ...(may.rank ? [{ title: 'Choose', data }] : []),
        ...(may.rankForOthers
          ? [{ title: 'Record for other people', data: { ...data, forOthers: true } }]
          : []),
      ];
      return { of: choices.length === 1 ? null : groupName, buttons };
    });
    const heading = choices.length === 1 ? `${first.groupName}: what matters most?` : 'What matters most?';
    const hint = 'Choose up to five recommendations, what matters most first.';
    return [card(buildOpenFormsCard({ heading, hint, choices: shown }), heading)];
  },
};

/** A group's word on what is done. */
export const signOffCommand: Command = {
  names: ['sign off', 'sign-off', 'signoff'],
  inMenu: false,
  meaning: 'In a reference group’s channel or our own chat: say whether what is done is agreed.',
  places: ['channel', 'personal'],
  elsewhere: 'Write “sign off” in a reference group’s channel, or in our own chat.',

  async run(turn, tools) {
    const where = turn.channelId ? { channelId: turn.channelId } : {};
    const form = await asPerson(turn, tools, (actor) => tools.useCases.viewSignOffForm({ actor, ...where }));
    if (form === null) return [say(NOTHING_WAITS)];
    const { asks, planId, submissionKey } = form;
    const heading =
      asks.length === 1
        ? '1 item waits for your group’s word'
        : `${asks.length} items wait for your group’s word`;
    const hint = asks.map(({ label, title }) => `${label} ${title}`).join(' · ');
    const data = { verb: 'sign-off', planId, submissionKey, ...where } as const;
    const choices = [{ of: null, buttons: [{ title: 'Sign off', data }] }];
    return [card(buildOpenFormsCard({ heading, hint, choices }), heading)];
  },
};

const NOT_HERE = 'This channel belongs to no reference group that you are in. Write “rank” in our own chat.';
const IN_NONE = 'You are in no reference group of a plan. Its plan manager can add you to one.';

/** Of the groups somebody may rank in, the one whose channel it is. */
const inChannel = async (
  turn: Turn,
  { useCases, log }: Tools,
  all: readonly RankingChoice[],
): Promise<readonly RankingChoice[]> => {
  const { channelId } = turn;
  if (!channelId) return all;
  const here = await asPerson(turn, { log }, (actor) => useCases.findChannelGroup({ actor, channelId }));
  return all.filter(({ planId, groupKey }) => planId === here.planId && groupKey === here.groupKey);
};

const card = (json: ReturnType<typeof buildOpenFormsCard>, summary: string): OutgoingMessage => ({
  kind: 'card',
  card: json,
  summary,
});

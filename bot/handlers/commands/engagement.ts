import { buildOpenFormsCard } from '../../cards/open-forms-card.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { say, type Tools } from '../tools.ts';
import type { Command } from './command.ts';

/** Whom the programme met, what they said, and what came of it. */
export const logCommand: Command = {
  names: ['log', 'engagement log', 'engagement', 'you said'],
  inMenu: false,
  meaning: 'In a group’s channel or our own chat: records whom you met, what they said and what came of it.',
  places: ['channel', 'personal'],
  elsewhere: 'Write “log” in a group’s channel, or in our own chat.',

  async run(turn, tools) {
    const where = placeOf(turn);
    const forms = await asPerson(turn, tools, (actor) =>
      tools.useCases.viewEngagementForms({ actor, ...where }),
    );
    if (forms.length === 0) return [say(MAY_NOT_LOG)];
    const choices = forms.map(({ planId, planName, open }) => {
      const data = { planId, submissionKey: tools.newKey(), ...where };
      const log = { title: 'Add to the engagement log', data: { verb: 'log-engagement', ...data } as const };
      const answer = { title: 'Say what came of it', data: { verb: 'outcome', ...data } as const };
      return {
        of: forms.length === 1 ? null : planName,
        buttons: open.length === 0 ? [log] : [log, answer],
      };
    });
    const heading = 'Engagement log';
    const hint = 'Whom you met, what they said, and what came of it. People are counted, never named.';
    return [{ kind: 'card', card: buildOpenFormsCard({ heading, hint, choices }), summary: heading }];
  },
};

/** What a reference group says of the plan. */
export const commentCommand: Command = {
  names: ['comment', 'comments', 'comment on the plan'],
  inMenu: false,
  meaning: 'In a reference group’s channel or our own chat: comments on the plan for the group.',
  places: ['channel', 'personal'],
  elsewhere: 'Write “comment” in a reference group’s channel, or in our own chat.',

  async run(turn, tools) {
    const where = placeOf(turn);
    const forms = await asPerson(turn, tools, (actor) =>
      tools.useCases.viewCommentForms({ actor, ...where }),
    );
    if (forms.length === 0) return [say(IN_NO_GROUP)];
    const choices = forms.map(({ planId, groupKey, groupName }) => {
      const data = { verb: 'comment', planId, groupKey, submissionKey: tools.newKey(), ...where } as const;
      return { of: forms.length === 1 ? null : groupName, buttons: [{ title: 'Comment', data }] };
    });
    const heading =
      forms.length === 1 ? `${forms[0]?.groupName}: comment on the plan` : 'Comment on the plan';
    const hint = 'On a recommendation, a milestone, an action, a theme or the plan as a whole.';
    return [{ kind: 'card', card: buildOpenFormsCard({ heading, hint, choices }), summary: heading }];
  },
};

/** What something that the plan counts stands at. */
export const readingCommand: Command = {
  names: ['reading', 'readings', 'measure', 'measures'],
  inMenu: false,
  meaning: 'Records what something the plan counts stands at.',
  places: ['channel', 'personal'],
  elsewhere: 'Write “reading” in a group’s channel, or in our own chat.',

  async run(turn, tools) {
    const views = await asPerson(turn, tools, (actor) => tools.useCases.listMeasures({ actor }));
    const shown = await ofChannel(turn, tools, views);
    if (shown.length === 0) return [say(NOTHING_TO_COUNT)];
    const choices = shown.map(({ planId, planName }) => {
      const data = { verb: 'reading', planId, submissionKey: tools.newKey() } as const;
      return {
        of: shown.length === 1 ? null : planName,
        buttons: [{ title: 'Record a reading', data }],
      };
    });
    const heading = 'Record a reading';
    const measures = shown.flatMap((view) => view.measures.filter(({ mayRecord }) => mayRecord));
    const hint = measures.map(({ title, valueWords }) => `${title}: ${valueWords}`).join(' · ');
    return [{ kind: 'card', card: buildOpenFormsCard({ heading, hint, choices }), summary: heading }];
  },
};

const MAY_NOT_LOG =
  'Plan managers, people of reference groups and chairs of groups add to the engagement log. You are none of these in a plan.';
const IN_NO_GROUP = 'You are in no reference group of a plan. Its plan manager can add you to one.';
const NOTHING_TO_COUNT =
  'There is nothing here whose readings you record: plan managers do, and people who answer for an item of a measure’s theme.';

const placeOf = ({ channelId }: Turn) => (channelId ? { channelId } : {});

/** What stands in a channel is of its plan alone: others read it. */
const ofChannel = async <View extends { readonly planId: string }>(
  turn: Turn,
  { useCases, log }: Tools,
  views: readonly View[],
): Promise<readonly View[]> => {
  const { channelId } = turn;
  if (!channelId || views.length === 0) return views;
  const here = await asPerson(turn, { log }, (actor) => useCases.findChannelGroup({ actor, channelId }));
  return views.filter(({ planId }) => planId === here.planId);
};

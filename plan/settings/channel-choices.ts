import type { FormChoice } from '../content.ts';
import type { Plan } from '../plan.ts';
import { channelValue } from './group-form.ts';

/** A channel in which the app has been seen. Names are known only where Teams told them. */
export interface SeenChannel {
  readonly teamId: string | null;
  readonly channelId: string;
  readonly channelName: string | null;
  readonly teamName: string | null;
}

/** Channels to choose from: those in which the app was seen, and those that groups have, by their words. */
export function channelChoices(plan: Plan, seen: readonly SeenChannel[]): readonly FormChoice[] {
  const users = new Map(
    plan.groups.flatMap(({ channelId, title }) => (channelId === null ? [] : [[channelId, title] as const])),
  );
  const choices = seen.map((channel) => ({
    value: channelValue(channel),
    words: wordsOf(channel, users.get(channel.channelId)),
  }));
  const unseen = plan.groups.flatMap((group) => {
    const value = channelValue(group);
    if (value === '' || choices.some((choice) => choice.value === value)) return [];
    return [{ value, words: `The channel of ${group.title}, in which Milepost was not seen yet` }];
  });
  return [...choices, ...unseen].toSorted((one, other) => one.words.localeCompare(other.words, 'en'));
}

/** `Data (ALP programme)`; where Teams has told no name, whose channel it is, or the end of its id. */
function wordsOf({ channelName, teamName, channelId }: SeenChannel, user: string | undefined): string {
  const team = teamName === null ? '' : ` (${teamName})`;
  if (channelName !== null) return `${channelName}${team}`;
  if (user !== undefined) return `The channel of ${user}${team}`;
  return `A channel whose name Milepost was not told, ${shortened(channelId)}${team}`;
}

function shortened(channelId: string): string {
  return channelId.replace(/^19:/, '').slice(0, 8);
}

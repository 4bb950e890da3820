import type { FormChoice } from '../content.ts';
import type { Plan } from '../plan.ts';
import type { Group } from '../rows.ts';
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
    plan.groups.flatMap((group) => (group.channelId === null ? [] : [[group.channelId, group] as const])),
  );
  const choices = seen.map((channel) => {
    const user = users.get(channel.channelId);
    return { value: channelValue(user ?? channel), words: wordsOf(channel, user?.title) };
  });
  const seenIds = new Set(seen.map(({ channelId }) => channelId));
  const others = [...users.values()]
    .filter(({ channelId }) => channelId !== null && !seenIds.has(channelId))
    .map((group) => ({ value: channelValue(group), words: wordsOfUnseen(group, seen) }));
  return [...choices, ...others].toSorted((one, other) => one.words.localeCompare(other.words, 'en'));
}

/** `Data (ALP programme)`; where Teams has told no name, whose channel it is, or the beginning of its id. */
function wordsOf({ channelName, teamName, channelId }: SeenChannel, user: string | undefined): string {
  if (channelName !== null) return `${channelName}${inTeam(teamName)}`;
  if (user !== undefined) return `The channel of ${user}${inTeam(teamName)}`;
  return `A channel whose name Milepost was not told, ${shortened(channelId)}${inTeam(teamName)}`;
}

/** Teams tells of a channel when something is written there, and of its team when the app is added. */
function wordsOfUnseen({ title, teamId }: Group, seen: readonly SeenChannel[]): string {
  const team = seen.find((channel) => teamId !== null && channel.teamId === teamId);
  if (team === undefined) return `The channel of ${title}, in whose team Milepost was not seen yet`;
  return `The channel of ${title}${inTeam(team.teamName)}`;
}

function inTeam(name: string | null): string {
  return name === null ? '' : ` (${name})`;
}

function shortened(channelId: string): string {
  return channelId.replace(/^19:/, '').slice(0, 8);
}

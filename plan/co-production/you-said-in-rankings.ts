import type { RankingLine } from '../content.ts';
import { findItem, groupName } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { RowKey } from '../rows.ts';
import { peopleWords } from './comment-mark.ts';
import { rankingOf } from './ranking-result.ts';
import { outcomeOf, STILL_LOOKING, standsWords, themeOf, type Voice } from './you-said-voice.ts';

/** How many of what a group put first are told. */
const MOST = 3;
const PLACES = ['first', 'second', 'third'] as const;

/** What each group put first, and what became of those recommendations. */
export function saidInRankings(plan: Plan): readonly Voice[] {
  const groups = [...new Set(plan.priorities.map(({ group }) => group))];
  return groups.flatMap((group) => (group === null ? [] : ofGroup(plan, group)));
}

function ofGroup(plan: Plan, group: RowKey): readonly Voice[] {
  const { lines, voices } = rankingOf(plan, group);
  const name = groupName(plan, group);
  if (name === null) return [];
  const days = plan.priorities.filter((row) => row.group === group).map(({ on }) => on ?? '');
  const on = days.toSorted().at(-1) || null;
  return lines.slice(0, MOST).flatMap((line): Voice[] => {
    const item = findItem(plan, line.ref);
    if (item === null) return [];
    const outcome = outcomeOf(item);
    const stands = standsWords(plan, item);
    const words = outcome === 'looking' ? `${STILL_LOOKING} ${stands}` : stands;
    const who = `${name} (${peopleWords(voices)})`;
    const key = `ranking/${group}/${line.ref.key}/${on}`;
    return [{ key, on, theme: themeOf(plan, item), who, said: saidOf(line), outcome, words }];
  });
}

function saidOf({ label, title, place }: RankingLine): string {
  const rank = PLACES[place - 1];
  const what = `Recommendation ${label}, “${title}”,`;
  return rank === undefined
    ? `${what} is among what matters most.`
    : `${what} comes ${rank} of what matters most.`;
}

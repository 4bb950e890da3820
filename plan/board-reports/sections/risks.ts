import { askOf } from '../../asked-of-board.ts';
import { waitingSince } from '../../check-in/waiting-since.ts';
import { groupName, isClosed } from '../../items.ts';
import type { Item } from '../../plan.ts';
import { colourOf, isStale } from '../../schedule.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { entriesOf, nameOf, saidOf, sourcesOf } from '../lines.ts';

const MOST = 6;

/** What is in the way: who is waited for and since when, what is Amber with its reason, and what nobody speaks of. */
export const risksSection: SectionRule = (about) => {
  const { plan, items, now } = about;
  const open = items.filter(({ stage }) => !isClosed(stage));
  const blocked = open.filter(({ stage }) => stage === 'Waiting on others');
  const amber = open.filter(
    (item) => !blocked.includes(item) && colourOf(item, plan.settings, about.today) === 'Amber',
  );
  const silent = open.filter((item) => isStale(plan, item, now));
  const lists = [
    listed('Waiting on others:', blocked, (item) => blockedWords(about, item)),
    listed(
      'Amber, and may turn Red:',
      amber,
      (item) => `${nameOf(item)}: ${saidOf(askOf(plan, item, about.today))}`,
    ),
    listed('Nobody has said a word for several meetings:', silent, nameOf),
  ].flat();
  return {
    id: 'risks',
    title: 'Risks and blockers',
    words: lists.length === 0 ? NOTHING : lists.join('\n'),
    tables: [],
    sources: sourcesOf([...blocked, ...amber, ...silent]),
    isInternal: true,
  };
};

const NOTHING = 'Nothing waits on others, nothing is Amber, and no item went without a word.';

function blockedWords({ plan, now }: ReportAbout, item: Item): string {
  const on = groupName(plan, item.waitingOn);
  const since = waitingSince(plan, item, now);
  const whom = on === null ? 'waits on others' : `waits on ${on}`;
  const why = item.blocker === null ? '' : `: ${saidOf(item.blocker)}`;
  return `${nameOf(item)} ${whom}${since === null ? '' : ` since ${since}`}${why}`;
}

function listed(heading: string, all: readonly Item[], entry: (item: Item) => string): readonly string[] {
  if (all.length === 0) return [];
  return [heading, ...entriesOf(all, { most: MOST, entry, label: ({ label }) => label })];
}

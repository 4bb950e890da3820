import { askOf } from '../../asked-of-board.ts';
import { waitingSince } from '../../check-in/waiting-since.ts';
import { groupName, isClosed } from '../../items.ts';
import type { Item } from '../../plan.ts';
import { colourOf, isStale } from '../../schedule.ts';
import type { ReportAbout, SectionRule } from '../about.ts';
import { firstOf, listed, moreWords, nameOf, saidOf, sourcesOf } from '../lines.ts';

const MOST = 4;

/** What may go wrong next: who is waited for and since when, what is Amber and why, and what nobody speaks of. */
export const risksSection: SectionRule = (about) => {
  const { plan, items, now, today } = about;
  const open = items.filter(({ stage }) => !isClosed(stage));
  const blocked = open.filter(({ stage }) => stage === 'Waiting on others');
  const amber = open.filter(
    (item) => !blocked.includes(item) && colourOf(item, plan.settings, today) === 'Amber',
  );
  const silent = open.filter((item) => isStale(plan, item, now));
  const words = [
    ...blockedWords(about, blocked),
    ...listed('Amber, and may turn Red', amber, {
      most: MOST,
      entry: (item) => `${nameOf(item)}: ${saidOf(askOf(plan, item, today))}`,
    }),
    ...listed(
      `Without a word for more than ${plan.settings.staleAfterMeetings} meetings of their groups`,
      silent,
      {
        most: MOST,
        entry: nameOf,
      },
    ),
  ];
  return {
    id: 'risks',
    title: 'Risks and blockers',
    words: words.length === 0 ? NOTHING : words.join('\n'),
    tables: [],
    sources: sourcesOf([...blocked, ...amber, ...silent]),
    isInternal: true,
  };
};

const NOTHING = 'Nothing waits on others, nothing is Amber, and no item went without a word.';

/** What each waits for stands in what is asked of the board. */
function blockedWords({ plan, now }: ReportAbout, blocked: readonly Item[]): readonly string[] {
  if (blocked.length === 0) return [];
  const { shown, rest } = firstOf(blocked, MOST);
  const waits = shown.map((item) => {
    const on = groupName(plan, item.waitingOn);
    const since = waitingSince(plan, item, now);
    return `${item.label}${on === null ? '' : ` on ${on}`}${since === null ? '' : ` since ${since}`}`;
  });
  return [`Waiting on others: ${[...waits, ...(rest.length > 0 ? [moreWords(rest)] : [])].join('; ')}.`];
}

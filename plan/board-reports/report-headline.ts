import type { BoardReportData } from '../content.ts';
import { countOf, countWithin, listOf } from '../headline.ts';
import type { ReportAbout } from './about.ts';
import { changesOf } from './changes-of.ts';
import { countsOf } from './counts-of.ts';
import { courseWords } from './overall.ts';
import { askedOf } from './sections/asked.ts';

/** The report in short: is it on course, what changed since the last one, how much is asked. */
export function reportHeadline(about: ReportAbout): string {
  const { now, before, beforeWords } = countsOf(about);
  const { reached, slipped, newlyRed, reopened } = changesOf(about);
  const asked = askedOf(about).length;
  const news = newsWords({
    reached: reached.length,
    slipped: slipped.length,
    newlyRed: newlyRed.length,
    reopened: reopened.length,
    since: about.previous === null ? 'In this period' : 'Since then',
  });
  return [
    courseWords(now),
    ...(about.previous === null ? [] : [`It was “${withoutStop(courseWords(before))}” ${beforeWords}.`]),
    ...(about.recommendations.length === 0 ? [] : [news]),
    ...(asked === 0 ? [] : [`${countOf(asked, 'item')} ${asked === 1 ? 'needs' : 'need'} the board.`]),
  ].join(' ');
}

/** The same for the public, who is not told of actions and of what is asked. */
export function publicHeadline({ now, facts }: Pick<BoardReportData, 'now' | 'facts'>): string {
  if (facts.total === 0) return courseWords(now);
  const news = newsWords({
    reached: facts.reached.length,
    slipped: facts.slipped.length,
    newlyRed: 0,
    reopened: 0,
    since: 'In this period',
  });
  return `${courseWords(now)} ${news}`;
}

function newsWords({
  reached,
  slipped,
  newlyRed,
  reopened,
  since,
}: Readonly<Record<'reached' | 'slipped' | 'newlyRed' | 'reopened', number>> & {
  readonly since: string;
}): string {
  const news = [
    ...(reached > 0 ? [`${countWithin(reached, 'item')} ${reached === 1 ? 'was' : 'were'} completed`] : []),
    ...(slipped > 0 ? [`${countWithin(slipped, 'item')} slipped`] : []),
    ...(newlyRed > 0 ? [`${countWithin(newlyRed, 'item')} turned Red`] : []),
    ...(reopened > 0
      ? [`${countWithin(reopened, 'item')} ${reopened === 1 ? 'was' : 'were'} opened again`]
      : []),
  ];
  return news.length > 0
    ? `${since} ${listOf(news)}.`
    : `${since} nothing was completed and nothing slipped.`;
}

function withoutStop(words: string): string {
  return words.replace(/\.$/, '').toLowerCase();
}

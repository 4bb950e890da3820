import { boardHeadline } from '../headline.ts';
import type { ReportAbout } from './about.ts';
import { countsOf } from './counts-of.ts';
import { askedOf } from './sections/asked.ts';
import { changesOf } from './sections/changed.ts';

/** The report in short: is it on course, what changed, how much is asked. */
export function reportHeadline(about: ReportAbout): string {
  const { reached, slipped } = changesOf(about);
  return boardHeadline({
    counts: countsOf(about).now,
    reached: reached.length,
    slipped: slipped.length,
    asked: askedOf(about).length,
  });
}

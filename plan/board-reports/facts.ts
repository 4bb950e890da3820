import { expectedWords } from '../changes.ts';
import { heardUntil } from '../co-production/you-said.ts';
import type { ItemLine, ReportFacts, ReportSource } from '../content.ts';
import { measuresOf } from '../measures.ts';
import type { ReportAbout } from './about.ts';
import { changesOf } from './changes-of.ts';
import { standsWords } from './measure-words.ts';
import { isInternalText } from './parse-words.ts';
import { saidIn } from './sections/co-production.ts';
import { dueNext } from './sections/next.ts';

/**
 * What the public may be told, without a word that anybody wrote about an item. Titles of actions are such words: what the
 * plan published is its recommendations and milestones.
 */
export function factsOf(about: ReportAbout): ReportFacts {
  const { reached, slipped } = changesOf(about);
  return {
    total: about.recommendations.filter(({ stage }) => stage !== 'Withdrawn').length,
    reached: reached.filter(isPublished).map(namesOf),
    slipped: slipped
      .filter(({ line }) => isPublished(line) && isLaterThanPromised(line))
      .map(({ line, fromWords, toWords }) => ({
        ...namesOf(line),
        fromWords: line.baseline?.words ?? fromWords,
        toWords,
      })),
    next: dueNext(about).map((item) => ({ ...namesOf(item), dueWords: expectedWords(item) })),
    measures: measuresOf(about.plan).map((measure) => ({
      title: measure.title,
      valueWords: standsWords(measure),
      targetWords: measure.targetWords,
    })),
    voices: saidIn(about).filter(({ said, words }) => !isInternalText(said) && !isInternalText(words)),
    heard: heardUntil(about.plan, about.now),
  };
}

/** What was expected earlier than promised, and is now expected then, is not late. */
function isLaterThanPromised({ baseline, forecast }: Pick<ItemLine, 'baseline' | 'forecast'>): boolean {
  return baseline === null || (forecast?.date ?? '') > baseline.date;
}

function isPublished({ ref }: Pick<ReportSource, 'ref'>): boolean {
  return ref.list !== 'Actions';
}

function namesOf({ label, title }: Pick<ReportSource, 'label' | 'title'>) {
  return { label, title };
}

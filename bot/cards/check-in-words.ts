import type { CheckInContent } from '../../plan/content.ts';
import { lineOf, NAME_LENGTH } from './plain-text.ts';
import { countOf, joinDots } from './wording.ts';

/** How many names are written out before the others are a count. */
const NAMES = 4;
/** How many changes are told before the others are a count. */
const CHANGES = 5;
/** Longest title of a change: it stands in one line with what changed. */
const CHANGE_TITLE_LENGTH = 50;

/** `: A, B and 3 others`; blank where nobody has answered. */
export const namesOf = (names: readonly string[]): string => {
  if (names.length === 0) return '';
  const all = names.map((name) => lineOf(name, NAME_LENGTH));
  const more = all.length - NAMES;
  const said = more > 0 ? [...all.slice(0, NAMES), countOf(more, 'other')] : all;
  const last = said.at(-1) ?? '';
  return said.length === 1 ? `: ${last}` : `: ${said.slice(0, -1).join(', ')} and ${last}`;
};

/** What was recorded so far, and whether SharePoint has the answers. */
export const countsOf = (content: CheckInContent): string => {
  const { newActionCount, decisionCount, attendeeCount } = content;
  return joinDots([
    newActionCount > 0 && `${countOf(newActionCount, 'action')} added`,
    decisionCount > 0 && `${countOf(decisionCount, 'decision')} recorded`,
    attendeeCount !== null && `${countOf(attendeeCount, 'person', 'people')} present`,
    sharePointWords(content),
  ]);
};

const sharePointWords = ({ waitingCount, refusedCount, answeredCount }: CheckInContent): string => {
  if (waitingCount === null) return '';
  if (waitingCount === 0 && refusedCount === 0) {
    return answeredCount > 0 ? 'All answers are in SharePoint.' : '';
  }
  return [
    ...(waitingCount > 0
      ? [
          `${countOf(waitingCount, 'answer is saved and waits', 'answers are saved and wait')} for SharePoint.`,
        ]
      : []),
    ...(refusedCount > 0
      ? [`${countOf(refusedCount, 'answer')} could not be written to SharePoint; the plan manager knows.`]
      : []),
  ].join(' ');
};

/** Above the changes; blank where there are none. */
export const changesHeading = ({ changes, changesSince }: CheckInContent): string => {
  if (changes.length === 0) return '';
  return changesSince === null ? 'Changed in this check-in' : `Changed since ${changesSince}`;
};

/** The changes that press most, one line each, and how many more there are. */
export const changeLines = (
  changes: CheckInContent['changes'],
  limit: number,
): { readonly label: string; readonly text: string }[] => {
  const shown = changes.slice(0, Math.min(CHANGES, limit));
  const more = changes.length - shown.length;
  return [
    ...shown.map(({ label, title, words }) => ({
      label: `${lineOf(label, 20)} `,
      text: `${lineOf(title, CHANGE_TITLE_LENGTH)}: ${words}`,
    })),
    ...(more > 0 ? [{ label: '', text: `and ${countOf(more, 'more change')}` }] : []),
  ];
};

import type { ColourCounts } from './content.ts';

const SMALL_NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const;

/** Starts a sentence with a count: `Two recommendations`, `One recommendation`, `12 recommendations`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${SMALL_NUMBERS[count] ?? count} ${count === 1 ? one : many}`;
}

/** The same within a sentence: `two recommendations`. */
export function countWithin(count: number, one: string, many = `${one}s`): string {
  return countOf(count, one, many).replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  return parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** One or two sentences on a whole plan: is it on course, where not, what is asked. */
export function planHeadline(facts: {
  readonly counts: ColourCounts;
  readonly overdue: number;
  /** Open, not overdue, and expected later than first promised. */
  readonly later: number;
  readonly waiting: number;
}): string {
  const { counts, overdue, later, waiting } = facts;
  const open = counts.green + counts.amber + counts.red + counts.undated;
  const total = open + counts.complete;
  if (total === 0) return 'This plan has no recommendations yet.';
  if (open === 0)
    return total === 1 ? 'The recommendation is complete.' : `All ${total} recommendations are complete.`;
  const troubles = [
    overdue > 0 ? `${countWithin(overdue, 'recommendation')} ${overdue === 1 ? 'is' : 'are'} overdue` : null,
    later > 0 ? `${countWithin(later, 'recommendation')} will be later than promised` : null,
    waiting > 0
      ? `${countWithin(waiting, 'recommendation')} ${waiting === 1 ? 'waits' : 'wait'} on others`
      : null,
  ].filter((trouble) => trouble !== null);
  const course = courseOf(counts, open);
  if (troubles.length > 0) return `${course} ${startSentence(listOf(troubles))}.`;
  if (counts.red + counts.amber > 0) return `${course} ${colourSentence(counts)}`;
  return `${course} ${openSentence(counts, open)}`;
}

/** One to three sentences on a group's fortnight: what happened, what is overdue, who waits. */
export function digestHeadline(facts: {
  readonly completed: number;
  readonly slipped: number;
  readonly newlyRed: number;
  /** Overdue or Red now. */
  readonly red: number;
  /** The longest first. */
  readonly overdue: readonly { readonly label: string; readonly days: number }[];
  readonly blocked: number;
  readonly blocking: number;
  readonly answered: number;
  readonly asked: number;
}): string {
  const { completed, slipped, newlyRed, red, overdue, blocked, blocking, answered, asked } = facts;
  const news = [
    completed > 0 ? `${countWithin(completed, 'item')} ${completed === 1 ? 'was' : 'were'} completed` : null,
    newlyRed > 0 ? `${countWithin(newlyRed, 'item')} turned Red` : null,
    slipped > 0 ? `${countWithin(slipped, 'item')} slipped` : null,
  ].filter((part) => part !== null);
  const waits = [
    blocking > 0
      ? `${countWithin(blocking, 'item')} of other groups ${blocking === 1 ? 'waits' : 'wait'} for you`
      : null,
    blocked > 0
      ? `${countWithin(blocked, 'item')} of yours ${blocked === 1 ? 'waits' : 'wait'} on others`
      : null,
  ].filter((part) => part !== null);
  // Red only because it turned Red is told already.
  const trouble = troubleWords({ red: red > newlyRed ? red : 0, overdue });
  const first = happenedWords(listOf(news), trouble);
  if (waits.length > 0) return `${first} ${startSentence(listOf(waits))}.`;
  if (asked > 0 && answered < asked) return `${first} ${answered} of ${asked} asked items were answered.`;
  return first;
}

/** What happened and what is wrong. Nothing is called quiet while something is overdue or Red. */
function happenedWords(news: string, trouble: string): string {
  if (news === '')
    return trouble === ''
      ? 'Nothing was completed and nothing slipped.'
      : `Nothing was completed; ${trouble}.`;
  return trouble === '' ? `${startSentence(news)}.` : `${startSentence(news)}. ${startSentence(trouble)}.`;
}

/** How many items are overdue, and which the longest; of a group without any, how many are Red; blank where none is. */
function troubleWords({
  red,
  overdue,
}: Pick<Parameters<typeof digestHeadline>[0], 'red' | 'overdue'>): string {
  const [longest] = overdue;
  if (longest === undefined)
    return red === 0 ? '' : `${countWithin(red, 'item')} ${red === 1 ? 'is' : 'are'} Red`;
  const days = `${longest.days} ${longest.days === 1 ? 'day' : 'days'}`;
  if (overdue.length === 1) return `${longest.label} has been overdue for ${days}`;
  return `${countWithin(overdue.length, 'item')} are overdue, ${longest.label} the longest, for ${days}`;
}

/** `On course.`, `Mostly on course.`, `At risk.` or `Off course.` */
export function courseOf(counts: ColourCounts, open: number): string {
  const share = (counts.red + counts.amber) / open;
  if (counts.red > 0 && counts.red / open >= 1 / 3) return 'Off course.';
  if (share === 0) return 'On course.';
  return share < 1 / 2 ? 'Mostly on course.' : 'At risk.';
}

/** For a plan without any trouble: how much is done and how much is open. */
function openSentence({ complete, undated }: ColourCounts, open: number): string {
  const late = open === 1 ? 'not late' : 'none of them late';
  const done =
    complete === 0
      ? null
      : `${countOf(complete, 'recommendation')} ${complete === 1 ? 'is' : 'are'} complete`;
  const rest =
    done === null
      ? `${countOf(open, 'recommendation')} ${open === 1 ? 'is' : 'are'} open`
      : `${done} and ${countWithin(open, 'is', 'are')} open`;
  const dateless =
    undated === 0 ? '' : ` ${countOf(undated, 'recommendation')} ${undated === 1 ? 'has' : 'have'} no date.`;
  return `${rest}, ${late}.${dateless}`;
}

function colourSentence({ red, amber }: ColourCounts): string {
  const parts = [
    red > 0 ? `${countWithin(red, 'recommendation')} ${red === 1 ? 'is' : 'are'} Red` : null,
    amber > 0 ? `${countWithin(amber, 'recommendation')} ${amber === 1 ? 'is' : 'are'} Amber` : null,
  ].filter((part) => part !== null);
  return `${startSentence(listOf(parts))}.`;
}

function startSentence(words: string): string {
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

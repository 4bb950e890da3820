import type { FormProblem, MeetingContent } from '../../plan/content.ts';
import { lineOf, markdownText, NAME_LENGTH, NOTE_LENGTH } from './plain-text.ts';
import type { MeetingData } from './submission.ts';
import { groupTitle } from './wording.ts';

/** A form about a meeting: new, or as somebody left it, with what is wrong. */
export interface MeetingForm<Field extends string> {
  readonly meeting: MeetingContent;
  /** What stands in the inputs. */
  readonly values: Readonly<Record<Field, string>>;
  /** The tick of whoever has looked again at what was held back. */
  readonly checked: boolean;
  readonly problems: readonly FormProblem[];
}

/** The input of that tick. */
export const CHECKED_INPUT = 'checked';

/** The heading of a form: the group it is about. */
export const meetingHeading = ({ groupName }: MeetingContent): string =>
  markdownText(groupTitle(groupName), NAME_LENGTH + 10);

/** Under the heading: the meeting, and what to mind. */
export const meetingHint = ({ meetingWords }: MeetingContent, more: string): string =>
  meetingWords === '' ? more : `Meeting ${meetingWords}. ${more}`;

/** Above the inputs of a form that came back. */
export const problemNotice = (problems: readonly FormProblem[]): string =>
  problems.length === 0
    ? ''
    : 'Nothing was saved yet. What you typed is kept; please look at what is marked.';

/** What is wrong beside each field; blank where nothing is. */
export const problemsByField = <Field extends string>(
  fields: readonly Field[],
  problems: readonly FormProblem[],
): Record<Field, string> => {
  const wordsOf = (field: Field) =>
    problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => message)
      .join(' ');
  const words = fields.map((field) => [field, lineOf(wordsOf(field), NOTE_LENGTH * 2)]);
  return Object.fromEntries(words) as Record<Field, string>;
};

/** The tick is offered where something was held back, and stays where somebody ticked it. */
export const checkBinding = ({ checked, problems }: Pick<MeetingForm<string>, 'checked' | 'problems'>) => ({
  offerCheck: checked || problems.some(({ held }) => held),
  checked: String(checked),
});

/** What a button of a form about a meeting carries, but for what it does. */
export const meetingData = (
  { planId, groupKey, meetingKey }: Pick<MeetingContent, 'planId' | 'groupKey' | 'meetingKey'>,
  submissionKey: string,
): Omit<MeetingData, 'v' | 'verb'> => ({ planId, groupKey, meetingKey, submissionKey });

/** Somebody's name as a choice. */
export const nameChoice = (name: string): string => lineOf(name, NAME_LENGTH) || 'Without a name';

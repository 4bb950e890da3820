import { TEXT_LIMIT } from '../../plan/answers/answer-rules.ts';
import type { SignOffInput } from '../../plan/content.ts';
import { SIGN_OFF_DECISIONS } from '../../plan/glossary.ts';
import type { FormInput } from './form-input.ts';

/**
 * What is asked of a group's word, wherever it is given; each is the id of its input. `reason` stands in other forms too,
 * so it is called differently here.
 */
export const SIGN_OFF_FIELDS = [
  'decision',
  'conditions',
  'conditionsDue',
  'whyNot',
  'dissent',
  'voices',
] as const;
export type SignOffField = (typeof SIGN_OFF_FIELDS)[number];

/** The question that a field of what was decided is filled with. */
export const inputOfSignOff = (field: string): string => (field === 'reason' ? 'whyNot' : field);

/** The question of a field. */
export const signOffInput = (field: SignOffField): Omit<FormInput, 'id' | 'value' | 'problem'> => {
  switch (field) {
    case 'decision':
      return {
        kind: 'choice',
        label: 'What did the group decide?',
        errorMessage: 'Choose from the list.',
        choices: SIGN_OFF_DECISIONS.map((decision) => ({ title: decision, value: decision })),
      };
    case 'conditions':
      return text('With conditions: what has to be met?');
    case 'conditionsDue':
      return {
        kind: 'date',
        label: 'By when? Then it becomes an action (optional)',
        errorMessage: 'Choose a day.',
      };
    case 'whyNot':
      return text('Not agreed: why?');
    case 'dissent':
      return text('What did those say who see it otherwise? (optional) Name nobody.');
    case 'voices':
      return {
        kind: 'text',
        label: 'How many people took part? (optional)',
        errorMessage: 'Write a whole number, like 12.',
        maxLength: 6,
      };
  }
};

const text = (label: string): Omit<FormInput, 'id' | 'value' | 'problem'> => ({
  kind: 'text',
  label,
  errorMessage: `Write at most ${TEXT_LIMIT} characters.`,
  maxLength: TEXT_LIMIT,
});

/** What was filled in, as the plan takes it. */
export const signOffValues = (
  inputs: Readonly<Record<string, string>>,
): Omit<SignOffInput, 'ref' | 'groupKey' | 'checked'> => ({
  decision: inputs.decision ?? '',
  conditions: inputs.conditions ?? '',
  conditionsDue: inputs.conditionsDue ?? '',
  reason: inputs.whyNot ?? '',
  dissent: inputs.dissent ?? '',
  voices: inputs.voices ?? '',
});

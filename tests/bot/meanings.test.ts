import { expect, test } from '@jest/globals';
import { buildFoundItemCard } from '../../bot/cards/found-item-card.ts';
import { bindQuestionSection, untouched } from '../../bot/cards/question-section.ts';
import { keyOf } from '../../bot/cards/status.ts';
import { CONFIDENCE_MEANINGS } from '../../plan/glossary.ts';
import { cardContext, makeLine, makeQuestion } from './helpers/make-content.ts';
import { wordsOf } from './helpers/walk-card.ts';

const OWN = { ...CONFIDENCE_MEANINGS, Amber: 'needs *help*' };
const disagreeing = makeLine({ schedule: 'Green', confidence: 'Amber' });

test('a colour that an owner stated is explained in the plan’s words wherever it stands', () => {
  const line = { ...disagreeing, confidenceMeanings: OWN };
  const card = buildFoundItemCard({ planId: 'p', planName: 'Plan', groupName: null, line }, cardContext);
  expect(wordsOf(card)).toContain('Colours from the owner: A Amber, needs \\*help\\*.');
});

test('items of several plans are explained by the words of each', () => {
  const lines = [disagreeing, { ...disagreeing, confidenceMeanings: OWN }, disagreeing];
  expect(keyOf(lines)).toContain(
    `Colours from the owner: A Amber, ${CONFIDENCE_MEANINGS.Amber}; A Amber, needs \\*help\\*.`,
  );
});

test('whoever chooses a colour is told what their plan means by it', () => {
  const question = makeQuestion({ confidenceMeanings: OWN });
  const section = bindQuestionSection(untouched(question), 0, { groups: [], offerNoChange: false });
  const text = JSON.stringify(section);
  expect(text).toContain('A Amber: needs *help*');
  expect(text).toContain(`R Red: ${CONFIDENCE_MEANINGS.Red}`);
});

import type { PlanId } from '../../plan/plan.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { lineOf, markdownText, TITLE_LENGTH } from './plain-text.ts';
import { submissionData } from './submission.ts';
import template from './templates/saved-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** What was saved, once nothing is left to answer. */
export interface SavedContent {
  readonly planId: PlanId;
  /** `Saved 1 answer.` */
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Says that everything is answered, and keeps the way back to the items. */
export const buildSavedCard = (content: SavedContent, context: CardContext): CardJson =>
  cardTemplate.expandCard({
    fallbackText: lineOf(content.heading, TITLE_LENGTH),
    heading: markdownText(content.heading, TITLE_LENGTH),
    paragraphs: content.paragraphs.map((text) => ({ text: lineOf(text, TITLE_LENGTH) })),
    again: submissionData({
      verb: 'refresh',
      planId: content.planId,
      submissionKey: context.submissionKey,
    }),
    planUrl: context.tabLink({ planId: content.planId }),
  });

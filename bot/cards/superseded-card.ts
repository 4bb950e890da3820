import type { SupersededContent } from '../../plan/content.ts';
import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { markdownText, NAME_LENGTH } from './plain-text.ts';
import template from './templates/superseded-card.json' with { type: 'json' };
import { groupTitle } from './wording.ts';

const cardTemplate = createTemplate(template);

/** What an old check-in card becomes once a newer one stands below it: nothing on it can be pressed by mistake. */
export const buildSupersededCard = (content: SupersededContent, context: CardContext): CardJson => {
  const heading = `${groupTitle(content.groupName)} check-in`;
  return cardTemplate.expandCard({
    fallbackText: `${heading}: ${SUPERSEDED}`,
    heading: markdownText(heading, NAME_LENGTH + 20),
    meeting: `Meeting ${content.meetingWords}`,
    notice: SUPERSEDED,
    planUrl: context.tabLink({ planId: content.planId }),
  });
};

const SUPERSEDED = 'This card was superseded by a newer one below.';

import { type CardContext, type CardJson, createTemplate } from './card.ts';
import { lineOf, markdownText, PARAGRAPH_LENGTH, TITLE_LENGTH } from './plain-text.ts';
import template from './templates/message-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** A few sentences: a refusal, or that there is nothing to do. */
export interface MessageContent {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A few sentences on a card, with the way into the plan. */
export const buildMessageCard = (content: MessageContent, context: CardContext): CardJson =>
  cardTemplate.expandCard({
    fallbackText: lineOf([content.heading, ...content.paragraphs].join(' '), PARAGRAPH_LENGTH),
    heading: markdownText(content.heading, TITLE_LENGTH),
    paragraphs: content.paragraphs.map((text) => ({ text: lineOf(text, PARAGRAPH_LENGTH) })),
    planUrl: context.tabLink(),
  });

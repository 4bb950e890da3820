import { type CardContext, type CardJson, createTemplate } from './card.ts';
import template from './templates/help-card.json' with { type: 'json' };

const cardTemplate = createTemplate(template);

/** What the help card lists. */
export interface HelpContent {
  readonly commands: readonly { readonly command: string; readonly meaning: string }[];
}

/** What people can ask the bot. */
export const buildHelpCard = (content: HelpContent, context: CardContext): CardJson =>
  cardTemplate.expandCard({
    fallbackText: content.commands.map(({ command, meaning }) => `${command}: ${meaning}`).join(' '),
    commands: content.commands,
    planUrl: context.tabLink(),
  });

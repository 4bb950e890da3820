import type { ImportResultContent } from '../../plan/content.ts';
import type { CardContext, CardJson } from './card.ts';
import { buildMessageCard } from './message-card.ts';

/** What an import did. */
export const buildImportResultCard = (content: ImportResultContent, context: CardContext): CardJson =>
  buildMessageCard(
    {
      heading: `${content.fileName}: ${content.failure === null ? 'imported' : 'not all imported'}`,
      paragraphs: [
        ...(content.failure === null ? [] : [content.failure]),
        ...content.lists.map(
          ({ list, created, updated, unchanged }) =>
            `${list}: ${created} made, ${updated} updated, ${unchanged} as they were`,
        ),
      ],
    },
    context,
  );

import type { ConflictContent } from '../../plan/content.ts';
import type { CardContext, CardJson } from './card.ts';
import { buildMessageCard } from './message-card.ts';

/** What became of an answer that met an edit of the same field. */
export const buildConflictCard = (content: ConflictContent, context: CardContext): CardJson =>
  buildMessageCard(
    {
      heading: `${content.label} ${content.title}: also changed in SharePoint`,
      paragraphs: content.fields.map(
        ({ field, yours, theirs, kept }) =>
          `${field}: you said ${yours}, SharePoint had ${theirs}. ${kept === 'yours' ? yours : theirs} stays, as the later of the two.`,
      ),
    },
    context,
  );

import type { FakeTeams } from './fake-teams.ts';
import { wordsOf } from './walk-card.ts';

/** What the bot wrote: words of texts and cards. */
export const wordsSent = ({ requests }: FakeTeams): string[] =>
  requests
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => {
      const card = (body.attachments as { content: unknown }[] | undefined)?.[0]?.content;
      return card ? wordsOf(card) : String(body.text);
    });

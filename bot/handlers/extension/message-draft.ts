import { z } from 'zod';
import { TEXT_LIMIT } from '../../../plan/answers/answer-rules.ts';
import { TITLE_LIMIT } from '../../../plan/meeting-record/new-action.ts';
import { linkOf, paragraphsOf } from '../../cards/plain-text.ts';
import { textOfHtml } from './html-text.ts';

/** Longest message that is looked at: Teams' own limit is far below. */
const MESSAGE_LIMIT = 100_000;
const LINK_LIMIT = 1_000;

const text = z.string().nullish().catch(null);

/**
 * A message as Teams hands it to a message action, as far as it is read. Whatever is not as expected counts as absent.
 * @see https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
 */
export const messageSchema = z.looseObject({
  body: z.looseObject({ contentType: text, content: text }).nullish().catch(null),
  subject: text,
  linkToMessage: text,
  mentions: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).nullish().catch(null),
        mentioned: z.looseObject({ application: z.unknown().optional() }).nullish().catch(null),
      }),
    )
    .nullish()
    .catch(null),
});
export type TeamsMessage = z.infer<typeof messageSchema>;

/** An action made of a message: its first sentence is the title; the rest, and where it was said, the details. */
export const draftOf = (
  message: TeamsMessage | null,
): { readonly title: string; readonly details: string } => {
  const words = wordsOf(message);
  const { first, rest } = firstSentence(words);
  const isWhole = first.length <= TITLE_LIMIT;
  const link = linkOf(message?.linkToMessage ?? null);
  const source = link !== '' && link.length <= LINK_LIMIT ? `From this message: ${link}` : '';
  // A title that had to be cut stands in full below.
  const said = paragraphsOf(isWhole ? rest : words, TEXT_LIMIT - source.length - 2).trim();
  return {
    title: isWhole ? first : cutAtWord(first, TITLE_LIMIT),
    details: [said, source].filter((part) => part !== '').join('\n\n'),
  };
};

const wordsOf = (message: TeamsMessage | null): string => {
  const content = (message?.body?.content ?? '').slice(0, MESSAGE_LIMIT);
  const isHtml = message?.body?.contentType?.toLowerCase() !== 'text';
  // The app is mentioned to be spoken to; that is no part of what is said.
  const apps = (message?.mentions ?? []).filter(({ mentioned }) => mentioned?.application);
  const words = isHtml ? textOfHtml(content, { withoutMentions: apps.map(({ id }) => String(id)) }) : content;
  const whole = [message?.subject?.trim() ?? '', words].filter((part) => part !== '').join('\n');
  return paragraphsOf(whole, MESSAGE_LIMIT)
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** A sentence ends with its mark and a space, or with its line. */
const firstSentence = (words: string): { readonly first: string; readonly rest: string } => {
  const end = /[.!?…](?=\s)|\n/u.exec(words);
  if (end === null) return { first: withoutStop(words), rest: '' };
  const at = end.index + (end[0] === '\n' ? 0 : end[0].length);
  return { first: withoutStop(words.slice(0, at)), rest: words.slice(at).trim() };
};

/** A title has no full stop; a question keeps its mark. */
const withoutStop = (sentence: string): string => sentence.trim().replace(/\.{1,3}$/, '');

const cutAtWord = (sentence: string, limit: number): string => {
  const cut = sentence.slice(0, limit - 1).replace(/[\ud800-\udbff]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
};

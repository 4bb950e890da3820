/** Controls, halves of characters that were cut in two, and what turns the direction of the text around it unseen. */
const UNWANTED = /(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/gu;

/** Longest texts of one line of a card. What is cut ends in an ellipsis; the plan holds it in full. */
export const TITLE_LENGTH = 160;
export const NOTE_LENGTH = 240;
export const NAME_LENGTH = 80;
/** Longest paragraph of a card. */
export const PARAGRAPH_LENGTH = 600;

/**
 * Somebody's text as one line of a card: without controls, and cut to `maxLength` characters.
 * For places that show text as it is (RichTextBlock, inputs); elsewhere use `markdownText`.
 */
export const lineOf = (text: string, maxLength: number): string => {
  const line = text.replace(/\s+/gu, ' ').replace(UNWANTED, '').trim();
  return clip(line, maxLength);
};

/** Whether a text can stand in a card as it is. */
export const isPlain = (text: string): boolean => text.search(UNWANTED) < 0;

/** Somebody's text for an input of several lines: keeps its line breaks. */
export const paragraphsOf = (text: string, maxLength: number): string =>
  clip(text.replace(/\r\n?/gu, '\n').replace(UNWANTED, ''), maxLength);

/** What Teams' Markdown would act on anywhere, and what would start a list or heading. */
const MARKDOWN = /[\\`*_[\]<>~#]|^[-+]|(?<=^\d{1,9})[.)]/gu;

/**
 * Somebody's text for a TextBlock, in which Markdown is live. No more is escaped than must be: some
 * hosts show a backslash that they did not need.
 */
export const markdownText = (text: string, maxLength: number): string =>
  lineOf(text, maxLength).replace(MARKDOWN, '\\$&');

/**
 * Somebody's text for a choice to be ticked. Some hosts read Markdown there, others would show a backslash: what Markdown
 * acts on becomes a space.
 */
export const choiceText = (text: string, maxLength: number): string =>
  lineOf(lineOf(text, maxLength).replace(MARKDOWN, ' '), maxLength);

/** Cuts between characters, never within a pair that makes one. */
const clip = (text: string, maxLength: number): string => {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/u, '');
  return `${cut.trimEnd()}…`;
};

/** An address to link to; blank where it is none that a browser may open. */
export const linkOf = (address: string | null): string => {
  const url = address === null ? null : URL.parse(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : '';
};

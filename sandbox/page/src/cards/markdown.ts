import MarkdownIt from 'markdown-it';

/** Messages: what Teams lets a bot write. No HTML, no pictures from elsewhere. */
const message = new MarkdownIt({ html: false, breaks: true, linkify: true }).disable(['image']);
/** Cards: bold, italic, lists and links only, as in Teams; tables and headings have elements of their own. */
const card = new MarkdownIt({ html: false, breaks: true }).disable([
  'image',
  'table',
  'heading',
  'lheading',
  'code',
  'fence',
  'backticks',
  'hr',
  'blockquote',
]);

/** HTML of a message's Markdown. Safe to show: HTML in the source comes out as text. */
export function renderMessageMarkdown(source: string): string {
  return message.render(source);
}

/** HTML of the Markdown in a card's text. Safe to show, as above. */
export function renderCardMarkdown(source: string): string {
  return card.render(source);
}

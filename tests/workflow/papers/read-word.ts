import { strFromU8, unzipSync } from 'fflate';

/** The parts of a Word document that are text, by their path. */
export const readWord = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, strFromU8(content)]),
  );

/** A paragraph: the id of its style, and its words. */
export interface ReadParagraph {
  readonly style: string | null;
  readonly text: string;
}

/** The paragraphs of a document in their order, those in tables too. */
export const paragraphsOf = (xml: string): readonly ReadParagraph[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? null,
    text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map(([, words]) => (words === undefined ? '\n' : unescaped(words)))
      .join(''),
  }));

/** Text that stands between two, as it was before it was written. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Why a text is no XML that Word would open; `null` where it is. */
export function xmlFault(xml: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there is looked for
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(xml);
  if (control !== null) return `a control character at ${control.index}`;
  if (!xml.isWellFormed()) return 'half of a character';
  const open: string[] = [];
  for (const [tag, isEnd, name = '', isWhole] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (isEnd !== '') {
      if (open.pop() !== name) return `${tag} ends what is not open`;
    } else if (isWhole === '') open.push(name);
  }
  if (open.length > 0) return `${open.join(', ')} is not ended`;
  const outside = xml.replaceAll(/<[^<>]*>/g, '');
  const loose = /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.exec(outside);
  return loose === null ? null : `a loose ${loose[0]}`;
}

/** No tag has an angle bracket within: so each is read once, however many are left open. */
const ANY = '[^<>]*';
/** Elements whose content nobody reads. */
const UNREAD = new RegExp(`<(script|style|attachment|systemeventmessage)\\b${ANY}>[^<]*`, 'gi');
/** Ends of lines: breaks, and what begins or ends a paragraph, a row, a point of a list. */
const LINES = new RegExp(`</?(?:br|hr|p|div|h[1-6]|li|ul|ol|tr|table|blockquote|pre)\\b${ANY}>`, 'gi');
const MENTION = new RegExp(`<at\\b(${ANY})>([^<]*)`, 'gi');
const PICTURE = new RegExp(`<(?:img|emoji)\\b(${ANY})>`, 'gi');
const TAG = new RegExp(`<${ANY}>`, 'g');
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  pound: '£',
  euro: '€',
};

/** The words of a message that Teams gives as HTML, line by line. What is left of tags is taken out, not shown. */
export const textOfHtml = (
  html: string,
  { withoutMentions = [] }: { readonly withoutMentions?: readonly string[] } = {},
): string =>
  html
    .replace(/\r\n?|\n/g, ' ')
    .replace(UNREAD, ' ')
    .replace(MENTION, (_whole, attributes: string, name: string) => {
      const id = /\bid="?(\w+)"?/i.exec(attributes)?.[1] ?? '';
      return withoutMentions.includes(id) ? ' ' : name;
    })
    .replace(PICTURE, (_whole, attributes: string) => ` ${/\balt="([^"]*)"/i.exec(attributes)?.[1] ?? ''} `)
    .replace(LINES, '\n')
    .replace(TAG, '')
    .replace(ENTITY, readEntity)
    .trim();

const readEntity = (whole: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : '';
};

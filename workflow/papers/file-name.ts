/** What SharePoint, Windows and a path give a meaning of their own. */
const UNSAFE_PATTERN =
  /["*:<>?/\\|#%~&{}\p{Cc}\p{Zl}\p{Zp}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;
/** In UTF-16, as SharePoint counts a path. */
const LONGEST = 100;

/** Names that Windows or SharePoint keep for themselves. */
const RESERVED_PATTERN = /^(con|prn|aux|nul|com\d|lpt\d|desktop\.ini|\.lock|_vti_.*)$/i;

/**
 * A name for a document or folder that SharePoint and every computer take: what they forbid becomes a space, and a long
 * name is cut at a word. Letters of every language stay.
 * @param otherwise what it is called where nothing is left
 */
export function safeFileName(text: string, otherwise = 'Document'): string {
  const plain = text.normalize('NFC').toWellFormed().replace(UNSAFE_PATTERN, ' ').replace(/\s+/gu, ' ');
  const name = trimmed(cut(trimmed(plain)));
  if (name === '') return otherwise;
  return RESERVED_PATTERN.test(name) ? `${otherwise} ${name.replace(/^[._]+/, '')}` : name;
}

/** Nothing begins or ends with a space or a dot. */
const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '');

/** By whole characters as people see them, at a word where there is one near the end. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  let head = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (head.length + segment.length > LONGEST) break;
    head += segment;
  }
  const space = head.lastIndexOf(' ');
  return space > LONGEST / 2 ? head.slice(0, space) : head;
}

/** What neither Word nor a PDF can hold, and marks that turn the order of other words around. */
const REFUSED_PATTERN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** The lines of a text, each as it may be drawn: letters of every language stay, control characters go. */
export const linesOf = (text: string): readonly string[] =>
  text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map(plainLine);

/** As one line: for names, headings and what is read out. */
export const oneLine = (text: string): string => linesOf(text).join(' ').trim();

const plainLine = (line: string): string =>
  line.toWellFormed().replaceAll('\t', ' ').replace(REFUSED_PATTERN, '');

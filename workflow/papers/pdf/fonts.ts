import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** DejaVu Sans: free, and has the letters of every European language, Arabic and many signs. Embedded as far as it is used. */
export const FONTS = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;
export type FontName = keyof typeof FONTS;

/** Stands for a character that the fonts do not have. */
const UNKNOWN = '\uFFFD';
/** Say only how the character before them looks. */
const LOOKS_PATTERN = /[\uFE00-\uFE0F\u200D]/gu;

/** A text of characters that a font has; what it lacks is seen to be missing. */
export function writable(text: string, hasCharacter: (codePoint: number) => boolean): string {
  const plain = text.normalize('NFC').replace(LOOKS_PATTERN, '');
  return Array.from(plain, (character) =>
    hasCharacter(character.codePointAt(0) ?? 0) ? character : UNKNOWN,
  ).join('');
}

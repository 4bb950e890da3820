import type { FormProblem } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import { heldBack } from '../../plan/safeguarding/held-back.ts';

/** A report has two sides of A4: one section of it has room for far less than this. */
export const LONGEST_SECTION = 8_000;

/** What is different from the version before is said in a few sentences. */
export const LONGEST_CORRECTION = 1_000;

/** Everything that is no text, but for line breaks. */
const CONTROL_PATTERN = /[^\P{Cc}\n]/gu;

/** Text as it is kept: line breaks of one kind, nothing that can't be shown. @throws AppError `BAD_INPUT` for too much of it */
export function plainText(text: string, longest: number): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROL_PATTERN, '')
    .trimEnd();
  if (plain.length <= longest) return plain;
  throw new AppError({
    code: 'BAD_INPUT',
    message: `a text of a board report has ${plain.length} characters`,
    userMessage: `This is too long: ${plain.length} characters, and ${longest} fit. Shorten it, or say the rest in another section.`,
  });
}

/** Whether text may say who a child is, as answers are held back; `null` where it does not. */
export function heldText(words: string | null, checked: boolean, today: string): FormProblem<'words'> | null {
  return heldBack({ words: words ?? undefined }, checked, today)[0] ?? null;
}

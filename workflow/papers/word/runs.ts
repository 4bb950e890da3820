import { type IRunOptions, TextRun } from 'docx';
import { linesOf } from '../clean-text.ts';

/** A text as Word holds it, a line break where it has one. */
export const runsOf = (
  text: string,
  look: Omit<IRunOptions, 'text' | 'children' | 'break'> = {},
): TextRun[] =>
  linesOf(text).map((line, at) => new TextRun({ ...look, text: line, ...(at === 0 ? {} : { break: 1 }) }));

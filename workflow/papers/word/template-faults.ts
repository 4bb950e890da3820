import { AppError } from '../../../plan/errors.ts';

/** Bytes; a template is a page or two with a council's emblem. */
export const LARGEST_TEMPLATE = 5_000_000;

/** What can be the matter with a template, in words that say what to do. */
const REMEDIES = {
  'too large':
    'is larger than 5 MB. Make the pictures in it smaller (Picture Format, Compress Pictures), then save it again.',
  'older or protected':
    'is an older Word document (.doc), or has a password. Open it in Word, take the password off, and save it as “Word Document (.docx)”.',
  macros: 'holds macros. Open it in Word and save it as “Word Document (.docx)”, without macros.',
  'a template of Word': 'is a Word template (.dotx). Open it in Word and save it as “Word Document (.docx)”.',
  'not Word':
    'is not a Word document, or is damaged. Save it in Word as “Word Document (.docx)” and upload it again.',
  'no place':
    'has no place for the report. Write {{report}} on a line of its own where the report should stand, then save it again.',
  'several places':
    'has {{report}} more than once. Keep it on one line, where the report should stand, then save it again.',
  'not alone':
    'has other words on the line of {{report}}, which would be lost. Put {{report}} on a line of its own, then save it again.',
  'place elsewhere':
    'has {{report}} in a header, a footer or a box, where no report fits. Put it on a line of its own in the text, then save it again.',
  'cannot be filled':
    'cannot be filled. Accept or refuse the tracked changes around {{report}}, type it anew on a line of its own, then save it again.',
} as const;
export type TemplateProblem = keyof typeof REMEDIES;

/** What to tell whoever looks after the template; `details.problem` says which. */
export const templateFault = (problem: TemplateProblem, cause?: unknown): AppError =>
  new AppError({
    code: 'BAD_INPUT',
    message: `The template of the report cannot be used: ${problem}`,
    userMessage: `The template “Board reports/Template.docx” in the site’s documents ${REMEDIES[problem]} Without that file the documents are made in a plain look.`,
    details: { problem },
    cause,
  });

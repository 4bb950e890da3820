import type { writePdf } from './pdf.ts';
import type { writeWord } from './word.ts';

/** What draws documents is large and seldom used: it is loaded with the first of them, so that Milepost starts without. */
export const writePdfOnDemand: typeof writePdf = async (...ask) =>
  (await import('./pdf.ts')).writePdf(...ask);

/** As `writePdfOnDemand`, for Word. */
export const writeWordOnDemand: typeof writeWord = async (...ask) =>
  (await import('./word.ts')).writeWord(...ask);

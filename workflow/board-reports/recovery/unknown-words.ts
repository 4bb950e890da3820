import { AppError } from '../../../plan/errors.ts';
import type { PlanId } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import { readUnknownReports } from '../../../store/board-report-unknown.ts';
import type { Queryable } from '../../../store/database.ts';

/** Why the record of a report was of no use. */
export const UNKNOWN_CODES = [
  'no record',
  'not readable',
  'changed',
  'another report',
  'out of reach',
] as const;
export type UnknownCode = (typeof UNKNOWN_CODES)[number];

const WORDS: Readonly<Record<UnknownCode, string>> = {
  'no record':
    'The list Board reports says that this report was posted, but there is no record of it in the site’s documents. If it was never posted, set its State to Draft in the list. If its record was deleted, restore it from the recycle bin of the SharePoint site.',
  'not readable':
    'The record of this report in the site’s documents (Board reports, Records) cannot be read. Restore the version of the file that Milepost wrote: SharePoint keeps it in the version history.',
  changed:
    'The record of this report in the site’s documents (Board reports, Records) was changed by hand, so it is not shown as what was posted. Restore the version of the file that Milepost wrote: SharePoint keeps it in the version history.',
  'another report':
    'The record of this report in the site’s documents (Board reports, Records) is of another report, board or plan. Restore the version of the file that Milepost wrote: SharePoint keeps it in the version history.',
  'out of reach':
    'This report was posted, and its record in the site’s documents cannot be read just now. It is tried again by itself.',
};

/** Says why a report that the list calls posted is not shown. */
export async function readUnknownWords(db: Queryable, planId: PlanId, reportKey: RowKey): Promise<AppError> {
  const unknown = (await readUnknownReports(db, planId)).find((one) => one.reportKey === reportKey);
  return new AppError({
    code: 'NOT_FOUND',
    message: 'a report is posted and not known',
    userMessage: unknown === undefined ? BEING_READ : wordsOfUnknown(unknown.code),
  });
}

const BEING_READ =
  'This report was posted. Its record is being read from the site’s documents: look again in a minute.';

export function wordsOfUnknown(code: string): string {
  const known = UNKNOWN_CODES.find((one) => one === code);
  return known === undefined ? BEING_READ : WORDS[known];
}

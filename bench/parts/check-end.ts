import type { Submission } from './answering.ts';
import { type Comparison, compareWithList } from './compare-with-list.ts';
import { type Agreement, compareWithMirror } from './compare-with-mirror.ts';
import { withDatabase } from './database.ts';
import type { Installation } from './installation.ts';
import type { Site } from './site.ts';

/** What people sent, and what they were told. */
export interface Told {
  readonly submitted: readonly Submission[];
  /** In the order in which they were accepted. */
  readonly accepted: readonly Submission[];
}

/** How it stands when all is done. */
export interface End extends Comparison, Agreement {
  /** Promises that do not hold, in words. */
  readonly broken: readonly string[];
}

/** `Word 12 of Person 3: …`: the notes that people of a benchmark write. */
export const WORD = /^Word (\d+) of ([^:]+):/;

/** So many differences are told one by one. */
const TOLD_DIFFERENCES = 10;

/** Whether every answer that was accepted is in the list, and the last one on each item stands there. */
export async function isLanded(site: Site, told: Told): Promise<boolean> {
  const { missing } = compareWithList(await answersIn(site, told));
  return missing === 0 && (await lastWordsMissing(site, told)).length === 0;
}

/** Stops the server, and holds what people were told against the lists, and the lists against the database. */
export async function checkEnd(installation: Installation, site: Site, told: Told): Promise<End> {
  await installation.stopServer();
  const comparison = compareWithList(await answersIn(site, told));
  const agreement = await withDatabase(installation, (database) => compareWithMirror(database, site));
  const { missing, duplicates } = comparison;
  const { differences, unwritten } = agreement;
  const refused = told.submitted.length - told.accepted.length;
  return {
    ...comparison,
    ...agreement,
    broken: [
      ...(missing > 0 ? [`${missing} accepted answers are not in the list.`] : []),
      ...(duplicates > 0 ? [`${duplicates} answers are in the list more than once.`] : []),
      ...(refused > 0 ? [`${refused} answers were never accepted.`] : []),
      ...(unwritten > 0 ? [`${unwritten} writes are left over.`] : []),
      ...differences.slice(0, TOLD_DIFFERENCES),
    ],
  };
}

async function answersIn(site: Site, { submitted, accepted }: Told) {
  return {
    accepted: new Set(accepted.map(({ submissionKey }) => submissionKey)),
    submitted: submitted.map(({ submissionKey }) => submissionKey),
    answerIds: (await site.readRows('Updates')).map(({ AnswerId }) => String(AnswerId)),
  };
}

/** Where each person answers one item again and again: notes that were accepted last and do not stand there. */
export async function lastWordsMissing(site: Site, { accepted }: Told): Promise<readonly string[]> {
  const standing = new Set((await site.readRows('Actions')).map(({ LatestNote }) => LatestNote));
  const last = new Map(accepted.map(({ note }) => [WORD.exec(note)?.[2], note] as const));
  return [...last.values()].filter((note) => !standing.has(note));
}

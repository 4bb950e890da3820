import type { SiteDocuments } from '../../../graph/documents/site-documents.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { BoardReport } from '../../../plan/rows.ts';
import { restoreReportEdits } from '../../../store/board-report-edits.ts';
import { addReportParts } from '../../../store/board-report-parts.ts';
import {
  forgetUnknownReport,
  noteUnknownReport,
  readUnknownReports,
} from '../../../store/board-report-unknown.ts';
import { countReportVersions, restoreReportVersions } from '../../../store/board-report-versions.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { DOCUMENT_PARTS, pathOfRecord } from '../parts/documents.ts';
import type { PostedVersion } from '../report-standing.ts';
import { readRecord } from './record-file.ts';
import type { UnknownCode } from './unknown-words.ts';

/** How long a record that was of no use is left alone. */
const WAIT_MS = 60 * 60_000;

/** Bytes; what a report freezes is some hundred kilobytes. */
const LARGEST_RECORD = 20_000_000;

/** A record that could not be asked for is asked for again sooner. */
const OUT_OF_REACH_WAIT_MS = 5 * 60_000;

/**
 * Gets back what was posted and the database does not know, from the records among the site's documents: after the database
 * was lost. Nothing is sent or made again. Answers how many reports are known now.
 */
export async function recoverReports(deps: WorkflowDeps, plan: Plan): Promise<number> {
  const { database } = deps;
  const posted = plan.boardReports.filter(({ state }) => state === 'Posted');
  if (posted.length === 0) return 0;
  const known = new Set((await countReportVersions(database, plan.id)).map(({ reportKey }) => reportKey));
  const unknown = posted.filter(({ key }) => !known.has(key));
  if (unknown.length === 0) return 0;
  const waiting = (await readUnknownReports(database, plan.id)).filter(({ isWaiting }) => isWaiting);
  const wanted = unknown.filter(({ key }) => !waiting.some(({ reportKey }) => reportKey === key));
  let count = 0;
  for (const row of wanted) if (await recoverReport(deps, plan, row)) count += 1;
  return count;
}

async function recoverReport(deps: WorkflowDeps, plan: Plan, row: BoardReport): Promise<boolean> {
  const { database, log } = deps;
  const name = { planId: plan.id, reportKey: row.key };
  const found = await readVersions(deps, plan, row);
  if (typeof found === 'string') {
    const waitMs = found === 'out of reach' ? OUT_OF_REACH_WAIT_MS : WAIT_MS;
    await noteUnknownReport(database, name, { code: found, waitMs });
    log.warn({ ...name, code: found }, 'a posted report is not known');
    return false;
  }
  await database.transaction(async (tx) => {
    await raisePlanVersion(tx, plan.id);
    await restoreReportVersions(tx, name, found);
    await restoreReportEdits(tx, name, found.at(-1)?.content.edits ?? []);
    for (const { version } of found)
      await addReportParts(
        tx,
        { ...name, version },
        DOCUMENT_PARTS.map((part) => ({
          part,
          state: 'done',
          url: part === 'word' && version === found.length ? row.document : null,
        })),
      );
    await forgetUnknownReport(tx, name);
  });
  log.info({ ...name, versions: found.length }, 'a posted report was read back');
  return true;
}

/** Every version there is a record of, the first first; else why there is none that is of use. */
async function readVersions(
  deps: WorkflowDeps,
  plan: Plan,
  row: BoardReport,
): Promise<readonly PostedVersion[] | UnknownCode> {
  try {
    const documents = await deps.documentsOf(plan.id);
    const versions: PostedVersion[] = [];
    for (;;) {
      const version = await readVersion(documents, { plan, row }, versions.length + 1);
      if (version === 'no record' && versions.length > 0) return versions;
      if (typeof version === 'string') return version;
      versions.push(version);
    }
  } catch (error) {
    const { name, message } = error as Error;
    deps.log.warn({ planId: plan.id, reportKey: row.key, error: name, reason: message }, 'record not read');
    return 'out of reach';
  }
}

async function readVersion(
  documents: SiteDocuments,
  { plan, row }: { readonly plan: Plan; readonly row: BoardReport },
  version: number,
): Promise<PostedVersion | UnknownCode> {
  const file = await documents.read(pathOfRecord(row.key, version), { mostBytes: LARGEST_RECORD });
  if (file === null) return 'no record';
  const group = plan.groups.find(({ key }) => key === row.board);
  const board = { key: row.board ?? '', itemId: group?.itemId ?? null };
  return readRecord(file.bytes, { plan, reportKey: row.key, board }, version);
}

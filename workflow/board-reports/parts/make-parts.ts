import type { SiteDocument } from '../../../graph/documents/site-documents.ts';
import type { Plan, PlanId } from '../../../plan/plan.ts';
import { failPart, readPartsToMake, type StoredPart, settlePart } from '../../../store/board-report-parts.ts';
import { readReportVersions } from '../../../store/board-report-versions.ts';
import { withLease } from '../../../store/leases.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import type { WorkflowDeps } from '../../deps.ts';
import { putRow } from '../../managing/put-row.ts';
import { paperOf } from '../paper-of.ts';
import { writeRecord } from '../recovery/record-file.ts';
import { isPosted, type PostedVersion } from '../report-standing.ts';
import { postedShown } from '../report-view.ts';
import { byOrder, pathOfDocument } from './documents.ts';
import { CONTENT_TYPES, PAPERS, writePaper } from './make-document.ts';
import { failureOf } from './part-failure.ts';

/** Renewed while the work lasts; after a crash others wait this long. */
const LEASE_MS = 45_000;

/**
 * Makes the documents of posted reports that wait, each by itself: one that fails holds up none of the others. In one
 * process at a time; made again after a crash, a document takes its own place.
 * @returns how many were made
 */
export async function makeReportParts(deps: WorkflowDeps, planId: PlanId): Promise<number> {
  if ((await readPartsToMake(deps.database, planId)).length === 0) return 0;
  const plan = await deps.plans.get(planId);
  if (plan === null) return 0;
  const made = await withLease(deps.database, { name: `reports:${planId}`, forMs: LEASE_MS }, async () => {
    let count = 0;
    // What another process made meanwhile is not made again.
    for (const part of (await readPartsToMake(deps.database, planId)).toSorted(byOrder))
      if (await makePart(deps, plan, part)) count += 1;
    return count;
  });
  // The address of the Word document is on its way to the list.
  if (made !== null && made > 0) deps.nudge();
  return made ?? 0;
}

async function makePart(deps: WorkflowDeps, plan: Plan, part: StoredPart): Promise<boolean> {
  const { database, clock, log } = deps;
  const { reportKey, version, attempts } = part;
  const at = clock.now().toString();
  const fields = { planId: plan.id, reportKey, version, part: part.part };
  try {
    const versions = (await readReportVersions(database, { planId: plan.id, reportKey })).filter(isPosted);
    const posted = versions.find((one) => one.version === version);
    if (posted === undefined) throw new Error('a document of a version that was not posted');
    const document = await putDocument(deps, plan, { part, posted });
    const isLast = versions.at(-1) === posted;
    await database.transaction(async (tx) => {
      await raisePlanVersion(tx, plan.id);
      await settlePart(tx, plan.id, { ...part, url: document.webUrl, documentId: document.id, at });
      if (part.part !== 'word' || !isLast) return;
      const changes = { document: document.webUrl };
      await putRow(tx, plan.id, { list: 'Board reports', key: reportKey, changes, said: null });
    });
    log.info(fields, 'document of a board report made');
    return true;
  } catch (error) {
    const failure = failureOf(error, attempts);
    const { name, message } = error as Error;
    log.warn(
      { ...fields, code: failure.code, error: name, reason: message },
      'document of a board report not made',
    );
    await database.transaction(async (tx) => {
      await raisePlanVersion(tx, plan.id);
      await failPart(tx, plan.id, { ...part, ...failure, at });
    });
    return false;
  }
}

async function putDocument(
  deps: WorkflowDeps,
  plan: Plan,
  { part: { part, reportKey }, posted }: { readonly part: StoredPart; readonly posted: PostedVersion },
): Promise<SiteDocument> {
  const documents = await deps.documentsOf(plan.id);
  const path = pathOfDocument(part, reportKey, posted);
  if (part === 'record') {
    const { boardKey } = posted.content.data;
    const itemId = plan.groups.find(({ key }) => key === boardKey)?.itemId ?? null;
    const bytes = writeRecord({ plan, reportKey, board: { key: boardKey, itemId } }, posted);
    return documents.upload({ path, bytes, contentType: 'application/json' });
  }
  const { paper, format } = PAPERS[part];
  const bytes = await writePaper(async () => documents, paperOf(postedShown(plan, posted), paper), format);
  return documents.upload({ path, bytes, contentType: CONTENT_TYPES[format] });
}

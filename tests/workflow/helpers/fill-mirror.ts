import type { ListName } from '../../../plan/glossary.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { RowKey } from '../../../plan/rows.ts';
import type { Queryable } from '../../../store/database.ts';
import { replaceRows } from '../../../store/mirror.ts';
import { savePlanSite } from '../../../store/plan-sites.ts';
import { raisePlanVersion } from '../../../store/plan-versions.ts';
import type { Actor } from '../../../workflow/use-cases.ts';
import { TENANT } from './make-deps.ts';

/** Enters a plan and its rows, as if they had just been read from SharePoint. */
export async function fillMirror(db: Queryable, plan: Plan): Promise<void> {
  await savePlanSite(db, {
    planId: plan.id,
    name: plan.name,
    sitePath: `example.sharepoint.com:/sites/${plan.id}`,
    siteId: `site-of-${plan.id}`,
    siteUrl: plan.siteUrl,
  });
  await putRows(db, plan.id, 'Themes', plan.themes);
  await putRows(db, plan.id, 'Groups', plan.groups);
  await putRows(db, plan.id, 'Owners', plan.owners);
  await putRows(db, plan.id, 'Recommendations', plan.recommendations);
  await putRows(db, plan.id, 'Actions', plan.actions);
  await putRows(db, plan.id, 'Milestones', plan.milestones);
  await putRows(db, plan.id, 'Meetings', plan.meetings);
  await putRows(db, plan.id, 'Updates', plan.updates);
  await putRows(db, plan.id, 'Measures', plan.measures);
  await putRows(db, plan.id, 'Readings', plan.readings);
  await putRows(db, plan.id, 'Sign-offs', plan.signOffs);
  await putRows(db, plan.id, 'Priorities', plan.priorities);
  await putRows(db, plan.id, 'Board reports', plan.boardReports);
  await putRows(db, plan.id, 'Engagement log', plan.engagements);
  await raisePlanVersion(db, plan.id);
}

/** Puts rows in the mirror of one list, in place of those with the same keys. */
export async function putRows(
  db: Queryable,
  planId: string,
  list: ListName,
  rows: readonly { readonly key: RowKey; readonly itemId: number | null }[],
): Promise<void> {
  await replaceRows(
    db,
    planId,
    list,
    rows.map(({ key, itemId, ...row }) => ({ key, itemId, etag: `"${key},1"`, row, problems: [] })),
  );
}

/** Somebody of the plan, as Teams would say it; by key. */
export function actorOf(plan: Plan, ownerKey: RowKey): Actor {
  const owner = plan.owners.find(({ key }) => key === ownerKey);
  if (owner === undefined) throw new Error(`no owner ${ownerKey} in the plan of this test`);
  return { tenantId: TENANT, entraObjectId: owner.entraObjectId, email: owner.email };
}

import * as z from 'zod/mini';
import type { ReportEdit, ReportPart, ReportSectionId } from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import type { RowKey } from '../../plan/rows.ts';
import { asApiError } from './api-error.ts';
import { editSchema, type Report, reportSchema } from './report-schemas.ts';
import type { Request } from './request.ts';
import { reportPath } from './view-reports.ts';

/** Which report. */
export interface ReportAsk {
  readonly planId: PlanId;
  readonly key: RowKey;
}

/** What somebody made of a section, and which version of it they began with; 0 where nobody had changed it. */
export interface SectionInput {
  readonly words: string | null;
  readonly isInternal: boolean | null;
  readonly version: number;
}

/** What came of saving: the report with it, or what somebody else wrote meanwhile, and then nothing is saved. */
export type SectionSaved =
  | { readonly report: Report; readonly theirs: null }
  | { readonly report: null; readonly theirs: ReportEdit };

const changedSchema = z.object({ theirs: editSchema });

/** `PUT …/board-reports/{key}/sections/{section}`. @throws ApiError */
export async function saveSection(
  request: Request,
  { planId, key, section, input }: ReportAsk & { section: ReportSectionId; input: SectionInput },
): Promise<SectionSaved> {
  const path = `${reportPath(planId, key)}/sections/${section}`;
  try {
    return {
      report: await request({ path, schema: reportSchema, method: 'PUT', body: input }),
      theirs: null,
    };
  } catch (failure) {
    const changed = changedSchema.safeParse(asApiError(failure).answer);
    if (changed.success) return { report: null, theirs: changed.data.theirs };
    throw failure;
  }
}

/** A step on the way of a report, with what it takes. A `submission` sent again is taken once. */
export type ReportStep =
  | { readonly step: 'approve' }
  /** Takes an approval back. */
  | { readonly step: 'reopen' }
  | { readonly step: 'post'; readonly submission: string }
  | { readonly step: 'correct'; readonly words: string; readonly submission: string }
  | { readonly step: 'retry'; readonly part: ReportPart; readonly version: number };

/** `POST …/board-reports/{key}/{step}`: the report as it is then. @throws ApiError */
export function takeStep(
  request: Request,
  { planId, key }: ReportAsk,
  { step, ...body }: ReportStep,
): Promise<Report> {
  return request({ path: `${reportPath(planId, key)}/${step}`, schema: reportSchema, body });
}

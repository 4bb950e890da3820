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
  /** They say that nothing in it names a child. */
  readonly checked: boolean;
}

/**
 * What came of saving: the report with it, what somebody else wrote meanwhile, or that it may name a child; then nothing
 * is saved.
 */
export type SectionSaved =
  | { readonly outcome: 'saved'; readonly report: Report }
  | { readonly outcome: 'changed'; readonly theirs: ReportEdit }
  | { readonly outcome: 'held'; readonly problem: string };

const MOST_FOR_A_GONE_PAGE = 16_000;

const changedSchema = z.object({ theirs: editSchema });
const heldSchema = z.object({ error: z.object({ code: z.literal('HELD') }) });

/** `PUT …/board-reports/{key}/sections/{section}`. @throws ApiError */
export async function saveSection(
  request: Request,
  { planId, key, section, input }: ReportAsk & { section: ReportSectionId; input: SectionInput },
): Promise<SectionSaved> {
  const path = `${reportPath(planId, key)}/sections/${section}`;
  try {
    const report = await request({
      path,
      schema: reportSchema,
      method: 'PUT',
      body: input,
      outlivesPage: isShort(input),
    });
    return { outcome: 'saved', report };
  } catch (failure) {
    const error = asApiError(failure);
    const changed = changedSchema.safeParse(error.answer);
    if (changed.success) return { outcome: 'changed', theirs: changed.data.theirs };
    if (isHeldBack(error)) return { outcome: 'held', problem: error.message };
    throw failure;
  }
}

/** A browser takes no more than 64 KB, of all sections together, for when its page is gone. */
function isShort({ words }: SectionInput): boolean {
  return words === null || words.length <= MOST_FOR_A_GONE_PAGE;
}

/** Whether text was not taken because it may name a child, and nobody said that they had checked it. */
export function isHeldBack(failure: unknown): boolean {
  return heldSchema.safeParse(asApiError(failure).answer).success;
}

/** A step on the way of a report, with what it takes. A `submission` sent again is taken once. */
export type ReportStep =
  /** `seen`: which version of each section they saw. */
  | { readonly step: 'approve'; readonly seen?: Partial<Record<ReportSectionId, number>> }
  /** Takes an approval back. */
  | { readonly step: 'reopen' }
  /** `approvedAt`: of what they saw. */
  | { readonly step: 'post'; readonly submission: string; readonly approvedAt: string }
  | {
      readonly step: 'correct';
      readonly words: string;
      readonly submission: string;
      /** They say that nothing in it names a child. */
      readonly checked: boolean;
    }
  | { readonly step: 'retry'; readonly part: ReportPart; readonly version: number };

/** `POST …/board-reports/{key}/{step}`: the report as it is then. @throws ApiError */
export function takeStep(
  request: Request,
  { planId, key }: ReportAsk,
  { step, ...body }: ReportStep,
): Promise<Report> {
  return request({ path: `${reportPath(planId, key)}/${step}`, schema: reportSchema, body });
}

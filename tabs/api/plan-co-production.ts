import { useCallback } from 'react';
import * as z from 'zod/mini';
import type {
  CommentInput,
  CoProductionView,
  EngagementInput,
  ImpactInput,
  Paper,
  RankingInput,
  SignOffInput,
} from '../../plan/content.ts';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';
import { coProductionSchema } from './co-production-schemas.ts';
import type { PaperFormat } from './download-report.ts';
import type { FetchApi } from './fetch-api.ts';
import { keepFile } from './keep-file.ts';
import { paperSchema } from './paper-schema.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { savedFormSchema } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

const youSaidSchema = z.object({ paper: paperSchema });

/** `GET /plans/{planId}/co-production`. */
export function useCoProduction(planId: PlanId): Polled<CoProductionView> {
  const request = useRequest();
  return usePolled(
    useCallback(
      (signal: AbortSignal) =>
        request({ path: `${pathOf(planId)}/co-production`, schema: coProductionSchema, signal }),
      [request, planId],
    ),
  );
}

/** What may be sent, by the last part of its address. */
export interface CoProductionForms {
  rankings: { readonly ranking: RankingInput };
  'sign-offs': { readonly signOff: SignOffInput };
  'sign-off-by': { readonly ref: ItemRef | null; readonly groupKey: string | null };
  'impact-checks': { readonly impact: ImpactInput };
  engagements: {
    readonly engagement: EngagementInput;
    /** What stood in the form when it was changed. */
    readonly base: EngagementInput | null;
  };
  comments: { readonly comment: CommentInput };
}

/** `POST /plans/{planId}/{form}`, and `…/{key}`: takes what somebody filled in, once for a submission key. */
export function sendCoProduction<Form extends keyof CoProductionForms>(
  request: Request,
  ask: {
    readonly planId: PlanId;
    readonly form: Form;
    /** What is changed by it; `null` where something is added. */
    readonly key: string | null;
    readonly submissionKey: string;
    readonly body: CoProductionForms[Form];
  },
): Promise<FormSaved> {
  const { planId, form, key, submissionKey, body } = ask;
  return request({
    path: `${pathOf(planId)}/${form}${key === null ? '' : `/${encodeURIComponent(key)}`}`,
    schema: savedFormSchema,
    body: { submissionKey, ...body },
  });
}

/** Days of which “You said, we did” tells; both belong to it. `null`: as far as there is anything. */
export interface YouSaidDays {
  readonly from: string | null;
  readonly to: string | null;
}

/** `GET /plans/{planId}/you-said?from=&to=`: what people said, and what came of it. */
export function useYouSaid(planId: PlanId, { from, to }: YouSaidDays): Polled<Paper> {
  const request = useRequest();
  return usePolled(
    useCallback(
      async (signal: AbortSignal) => {
        const path = youSaidPath(planId, { ...(from && { from }), ...(to && { to }) });
        return (await request({ path, schema: youSaidSchema, signal })).paper;
      },
      [request, planId, from, to],
    ),
  );
}

/** `GET /plans/{planId}/you-said?from=&to=&format=`: the same as a file, kept by the browser. @throws ApiError */
export async function downloadYouSaid(
  fetchApi: FetchApi,
  { planId, from, to, format }: YouSaidDays & { readonly planId: PlanId; readonly format: PaperFormat },
): Promise<void> {
  const path = youSaidPath(planId, { ...(from && { from }), ...(to && { to }), format });
  await keepFile(await fetchApi({ path }), `you-said.${format}`);
}

function youSaidPath(planId: PlanId, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString();
  return `${pathOf(planId)}/you-said${text === '' ? '' : `?${text}`}`;
}

function pathOf(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}`;
}

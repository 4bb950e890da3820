import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import type {
  FormValues,
  PlanSettingsContent,
  PlanSettingsInput,
  SettingsSaved,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { type ApiError, asApiError } from './api-error.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { textOrNull } from './shared-schemas.ts';

const valuesSchema: z.ZodMiniType<FormValues> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
);

const rowFields = {
  key: z.string(),
  name: z.string(),
  words: z.string(),
  values: valuesSchema,
  rowUrl: textOrNull,
};

const settingsSchema: z.ZodMiniType<PlanSettingsContent> = z.object({
  planId: z.string(),
  planName: z.string(),
  settings: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      meaning: z.string(),
      mustBe: z.string(),
      value: z.string(),
      byDefault: z.string(),
      choices: z.array(z.string()),
      fault: textOrNull,
    }),
  ),
  groups: z.array(z.object({ ...rowFields, isBoard: z.boolean() })),
  owners: z.array(z.object(rowFields)),
  channels: z.array(z.object({ value: z.string(), words: z.string() })),
});

const savedSchema: z.ZodMiniType<SettingsSaved> = z.object({
  words: z.string(),
  key: textOrNull,
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  meanwhile: z.array(z.string()),
  settings: settingsSchema,
});

/** Which form is sent: `plan`, `groups`, `groups/<key>`, `owners`, `owners/<key>`. */
export type SettingsForm = string;

/** `GET /plans/{planId}/settings`: everything a plan manager may set. */
function viewSettings(request: Request, planId: PlanId, signal: AbortSignal): Promise<PlanSettingsContent> {
  return request({ path: pathOf(planId), schema: settingsSchema, signal });
}

/** `POST /plans/{planId}/settings/{form}`: takes what somebody typed, once for a submission key. */
export function saveSettings(
  request: Request,
  ask: {
    readonly planId: PlanId;
    readonly form: SettingsForm;
    readonly submissionKey: string;
    readonly input: PlanSettingsInput;
  },
): Promise<SettingsSaved> {
  const { planId, form, submissionKey, input } = ask;
  const path = `${pathOf(planId)}/${form.split('/').map(encodeURIComponent).join('/')}`;
  return request({ path, schema: savedSchema, body: { submissionKey, ...input } });
}

/** Everything that may be set, as it was last read or saved. */
export interface ReadSettings {
  /** `null` until it is read. */
  readonly content: PlanSettingsContent | null;
  readonly error: ApiError | null;
  retry(): void;
  /** Takes over what came back from saving. */
  replace(content: PlanSettingsContent): void;
}

/** Reads the settings once: what others change meanwhile is told when something is saved. */
export function useSettings(planId: PlanId): ReadSettings {
  const request = useRequest();
  const [content, setContent] = useState<PlanSettingsContent | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn reads again
  useEffect(() => {
    const ended = new AbortController();
    setError(null);
    viewSettings(request, planId, ended.signal).then(setContent, (failure: unknown) => {
      if (!ended.signal.aborted) setError(asApiError(failure));
    });
    return () => ended.abort();
  }, [request, planId, turn]);
  return {
    content,
    error,
    retry: useCallback(() => setTurn((before) => before + 1), []),
    replace: setContent,
  };
}

function pathOf(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}/settings`;
}

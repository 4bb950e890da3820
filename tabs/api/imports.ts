import { useCallback } from 'react';
import * as z from 'zod/mini';
import type {
  CalendarPreviewContent,
  ImportCounts,
  ImportPreviewContent,
  ImportStanding,
} from '../../plan/content.ts';
import type { PlanId } from '../../plan/plan.ts';
import { calendarPreviewSchema } from './plan-calendar.ts';
import type { Request } from './request.ts';
import { useRequest } from './request-context.ts';
import { textOrNull } from './shared-schemas.ts';
import { type Polled, usePolled } from './use-polled.ts';

/** Counts of a list, whose name is only shown. */
export type ListCounts = Omit<ImportCounts, 'list'> & { readonly list: string };
const countsSchema: z.ZodMiniType<ListCounts> = z.object({
  list: z.string(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
});

/** What a file would do to the plan. */
export type ImportPreview = Omit<ImportPreviewContent, 'lists'> & { readonly lists: readonly ListCounts[] };
const previewSchema: z.ZodMiniType<ImportPreview> = z.object({
  kind: z.literal('import-preview'),
  importKey: z.string(),
  planId: z.string(),
  planName: z.string(),
  fileName: z.string(),
  understood: z.string(),
  columns: z.array(z.object({ header: z.string(), field: textOrNull })),
  fieldChoices: z.array(z.object({ field: z.string(), label: z.string() })),
  lists: z.array(countsSchema),
  changes: z.array(z.string()),
  doubts: z.array(z.string()),
});
const receivedSchema = z.union([previewSchema, calendarPreviewSchema]);

/** A file somebody sent, and how far it has come. */
export type Standing = Omit<ImportStanding, 'lists'> & { readonly lists: readonly ListCounts[] };
const STATE: { readonly [Key in Standing['state']]: Key } = {
  shown: 'shown',
  confirmed: 'confirmed',
  done: 'done',
};
const importsSchema: z.ZodMiniType<{ imports: readonly Standing[] }> = z.object({
  imports: z.array(
    z.object({
      importKey: z.string(),
      fileName: z.string(),
      receivedWords: z.string(),
      state: z.enum(STATE),
      lists: z.array(countsSchema),
      failure: textOrNull,
    }),
  ),
});

/** `GET /plans/{planId}/imports`: the last few files the person sent for the plan. */
export function useImports(planId: PlanId): Polled<readonly Standing[]> {
  const request = useRequest();
  return usePolled(
    useCallback(
      async (signal: AbortSignal) =>
        (await request({ path: pathOf(planId), schema: importsSchema, signal })).imports,
      [request, planId],
    ),
  );
}

/** Sends a file as it is; says what it would do, a plan or a calendar. Nothing is written. */
export function sendFile(
  request: Request,
  planId: PlanId,
  file: File,
): Promise<ImportPreview | CalendarPreviewContent> {
  const path = `${pathOf(planId)}?name=${encodeURIComponent(file.name)}`;
  return request({ path, schema: receivedSchema, body: file });
}

/** What a file would do with its columns taken for these; those that are not named stay as they were. */
export function viewImport(
  request: Request,
  planId: PlanId,
  ask: { readonly importKey: string; readonly columns?: Readonly<Record<string, string | null>> },
): Promise<ImportPreview> {
  const path = `${pathOf(planId)}/${encodeURIComponent(ask.importKey)}/preview`;
  return request({ path, schema: previewSchema, body: { columns: ask.columns ?? {} } });
}

/** Has what was shown written, once; or forgets the file. */
export async function settleImport(
  request: Request,
  planId: PlanId,
  { importKey, decision }: { readonly importKey: string; readonly decision: 'confirm' | 'cancel' },
): Promise<void> {
  const path = `${pathOf(planId)}/${encodeURIComponent(importKey)}/${decision}`;
  await request({ path, schema: importsSchema, body: {} });
}

function pathOf(planId: PlanId): string {
  return `/plans/${encodeURIComponent(planId)}/imports`;
}

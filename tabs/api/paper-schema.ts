import * as z from 'zod/mini';
import type { Paper, PaperBar, PaperTable } from '../../plan/content.ts';
import { ragSchema } from './shared-schemas.ts';

export const paperTableSchema: z.ZodMiniType<PaperTable> = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(
    z.array(
      z.object({
        text: z.string(),
        colour: z.exactOptional(z.union([ragSchema, z.literal('Complete')])),
      }),
    ),
  ),
});

const barSchema: z.ZodMiniType<PaperBar> = z.object({
  alternative: z.string(),
  parts: z.array(
    z.object({
      label: z.string(),
      count: z.number(),
      colour: z.union([ragSchema, z.literal('Complete'), z.literal('None')]),
    }),
  ),
});

/** Something to read or hand out. */
export const paperSchema: z.ZodMiniType<Paper> = z.object({
  title: z.string(),
  subtitle: z.array(z.string()),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('heading'),
        level: z.union([z.literal(1), z.literal(2)]),
        text: z.string(),
      }),
      z.object({ kind: z.literal('paragraph'), text: z.string() }),
      z.object({ kind: z.literal('list'), entries: z.array(z.string()) }),
      z.object({ kind: z.literal('table'), table: paperTableSchema }),
      z.object({ kind: z.literal('bar'), bar: barSchema }),
    ]),
  ),
  footer: z.string(),
  isLarge: z.exactOptional(z.boolean()),
});

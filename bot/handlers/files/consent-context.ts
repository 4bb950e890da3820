import { z } from 'zod';

const contextSchema = z.looseObject({
  milepost: z.object({
    v: z.literal(1),
    planId: z.string().min(1).max(200),
    format: z.enum(['xlsx', 'csv']),
  }),
});

/** Which plan a consent is about. Never for whom: Teams says that. */
export interface ExportAsk {
  readonly planId: string;
  readonly format: 'xlsx' | 'csv';
}

/** What a file consent card carries. */
export const consentContext = ({ planId, format }: ExportAsk): object => ({
  milepost: { v: 1, planId, format },
});

/** Reads what a file consent card sent back; `null` = not to be understood. */
export const parseConsentContext = (value: unknown): ExportAsk | null => {
  const parsed = contextSchema.safeParse(value);
  return parsed.success ? parsed.data.milepost : null;
};

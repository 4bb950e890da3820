import * as z from 'zod/mini';
import { sectionIdSchema } from '../../api/report-schemas.ts';
import type { Begin } from './section-saver.ts';

const keptSchema: z.ZodMiniType<readonly Begin[]> = z.array(
  z.object({
    section: sectionIdSchema,
    text: z.string(),
    asData: z.string(),
    isInternal: z.nullable(z.boolean()),
    version: z.number(),
  }),
);

const nameIn = (name: string) => `milepost.unsaved ${name}`;

/** What was typed into a report and not saved when its page went away; the browser forgets it with its window. */
export function keptWords(name: string): readonly Begin[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameIn(name)) ?? '[]');
    const parsed = keptSchema.safeParse(kept);
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** Keeps what is not saved of a report, in the place of what was kept before. */
export function keepWords(name: string, unsaved: readonly Begin[]): void {
  try {
    if (unsaved.length === 0) sessionStorage.removeItem(nameIn(name));
    else sessionStorage.setItem(nameIn(name), JSON.stringify(unsaved.map(wordsAlone)));
  } catch {
    // A browser may keep nothing for a page in a frame: then there is this page's own memory alone.
  }
}

function wordsAlone({ section, text, asData, isInternal, version }: Begin): Begin {
  return { section, text, asData, isInternal, version };
}

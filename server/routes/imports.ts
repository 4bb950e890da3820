import { z } from 'zod';
import { AppError } from '../../plan/errors.ts';
import { fileTooLarge, MAX_FILE_BYTES } from '../../workflow/import/documents/read-file.ts';
import type { UseCases } from '../../workflow/use-cases.ts';
import { readBytes } from '../http/read-bytes.ts';
import type { Route } from '../http/route.ts';
import { routesOfPlan } from '../http/routes-of-plan.ts';
import type { TabTokenVerifier } from '../http/verify-tab-token.ts';

const LONGEST_NAME = 255;

/** Header → field, `null` to leave it out. */
const COLUMNS_BODY = z.object({
  columns: z.record(z.string().max(2_000), z.string().max(60).nullable()).default({}),
});

/** Files for a plan: what each would do, and writing it; for plan managers. */
export function importRoutes(useCases: UseCases, verifyToken: TabTokenVerifier): Route[] {
  const route = routesOfPlan(verifyToken);
  return [
    route('GET', '/imports', async (ask) => ({ imports: await useCases.listImports(ask) })),
    {
      ...route('POST', '/imports', async ({ actor, planId }, { query, raw }) => {
        // Read only of those who may send one, and never onto a disk.
        const file = async () => ({
          name: parseName(query.name),
          bytes: await readBytes(raw.request, { mostBytes: MAX_FILE_BYTES, tooLarge: fileTooLarge }),
        });
        return useCases.receiveImport({ actor, planId, file });
      }),
      takes: 'bytes',
    },
    route('POST', '/imports/:importKey/preview', async (ask, { params: { importKey = '' }, body }) =>
      useCases.viewImport({ ...ask, importKey, columns: parseColumns(body) }),
    ),
    route('POST', '/imports/:importKey/confirm', async (ask, { params: { importKey = '' } }) => {
      await useCases.confirmImport({ ...ask, importKey });
      return { imports: await useCases.listImports(ask) };
    }),
    route('POST', '/imports/:importKey/cancel', async (ask, { params: { importKey = '' } }) => {
      await useCases.cancelImport({ ...ask, importKey });
      return { imports: await useCases.listImports(ask) };
    }),
  ];
}

function parseName(name: unknown): string {
  const plain = String(name ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  if (plain !== '' && plain.length <= LONGEST_NAME) return plain;
  throw badInput('The file has no name, or one that is too long. Give it a short one and send it again.');
}

function parseColumns(body: unknown): Readonly<Record<string, string | null>> {
  const parsed = COLUMNS_BODY.safeParse(body);
  if (parsed.success) return parsed.data.columns;
  throw badInput('What the columns are could not be read. Send the file again.');
}

function badInput(userMessage: string): AppError {
  return new AppError({ code: 'BAD_INPUT', message: 'an import is malformed', userMessage });
}

import { writeFile } from 'node:fs/promises';
import { openSiteLists } from '../../graph/site-lists.ts';
import { findSite } from '../../graph/sites.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import { AppError } from '../../plan/errors.ts';
import { LIST_NAMES } from '../../plan/glossary.ts';
import { exportFile } from '../../workflow/export/export-plan.ts';
import { standingInSite } from '../../workflow/import/read-standing.ts';
import { planIdOf } from '../../workflow/register-plans.ts';
import { systemClock } from '../clock.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { chooseSite } from '../site-settings.ts';
import { openCommandContext } from './context.ts';
import { COMMON_OPTIONS, parseArguments } from './parse-arguments.ts';

const USAGE = `Writes the whole plan into a file: npm run export -- [options]

  --format xlsx|csv   a workbook with a sheet for each list (default), or a packed file with a CSV file for each
  --out <file>        where to; default: named by plan and day, in this folder. An existing file is never overwritten
  --site host:/path   which plan, where there are several
  --help              say this

What it writes can be changed in Excel and brought back with npm run import.`;

/** What the command line asks for. */
interface Ask {
  readonly format: 'xlsx' | 'csv';
  readonly out: string | undefined;
  readonly wantedSite: string | undefined;
}

/** `npm run export -- [options]`: writes the plan's lists, as SharePoint has them, into a file. */
await exitOnFailure(async () => {
  const ask = readArguments();
  if (ask === null) return console.log(USAGE);
  const { config, graph, print } = openCommandContext();
  const { sitePath, timeZone } = chooseSite(config.sites, ask.wantedSite);
  const site = await findSite(graph, sitePath);
  const siteLists = await openSiteLists({ client: graph, siteId: site.id, timeZone });
  const standing = await standingInSite(siteLists, LIST_NAMES);
  const today = todayIn(systemClock.now(), timeZone);
  const file = await exportFile(standing, { planId: planIdOf(sitePath), format: ask.format, today });
  const path = ask.out ?? file.name;
  await write(path, file.bytes);
  const rows = LIST_NAMES.reduce((sum, list) => sum + (standing[list]?.length ?? 0), 0);
  print(`${path}: ${rows} rows of ${LIST_NAMES.length} lists of ${site.name}`);
});

/** `null` when asked how it is used. */
function readArguments(): Ask | null {
  const { values } = parseArguments(USAGE, {
    options: { ...COMMON_OPTIONS, format: { type: 'string', default: 'xlsx' }, out: { type: 'string' } },
  });
  const { help, format, out, site } = values;
  if (help) return null;
  if (format !== 'xlsx' && format !== 'csv')
    throw new AppError({ code: 'BAD_INPUT', message: `“${format}” is no format.\n\n${USAGE}` });
  return { format, out, wantedSite: site };
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new AppError({
      code: 'BAD_INPUT',
      message: isThere
        ? `${path} is there already. Name another file with --out.`
        : `${path} cannot be written. Check that the folder is there and may be written to.`,
      cause,
    });
  }
}

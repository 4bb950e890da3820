import { randomUUID } from 'node:crypto';
import { readFile as readBytes } from 'node:fs/promises';
import { openSiteLists } from '../../graph/site-lists.ts';
import { findSite } from '../../graph/sites.ts';
import { todayIn } from '../../plan/calendar/dates.ts';
import type { CalendarFile } from '../../plan/calendar-import/calendar-file.ts';
import { AppError } from '../../plan/errors.ts';
import type { ImportedRows } from '../../plan/import/imported.ts';
import { parsePeople } from '../../plan/import/people.ts';
import { peopleRows } from '../../plan/import/people-rows.ts';
import { understand } from '../../plan/import/understand.ts';
import type { PlanId } from '../../plan/plan.ts';
import { readCalendar } from '../../workflow/calendar/documents/read-calendar.ts';
import { importCalendarInto } from '../../workflow/calendar/import-into-site.ts';
import { USUAL_KIND } from '../../workflow/calendar/preview-calendar.ts';
import { readFile } from '../../workflow/import/documents/read-file.ts';
import { importRowsInto } from '../../workflow/import/import-rows.ts';
import { planIdOf } from '../../workflow/register-plans.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { chooseSite } from '../site-settings.ts';
import { openCommandContext } from './context.ts';
import { COMMON_OPTIONS, FLAG, parseArguments } from './parse-arguments.ts';
import { printCalendar, printReport, printSource, type ReadSource } from './print-import.ts';

const USAGE = `Brings a plan into the lists: npm run import -- <file> [<file>…] [options]

  <file>                 a Word document (.docx), Excel workbook (.xlsx), CSV file, text or Markdown: a published plan,
                         or tables of recommendations, actions, milestones, people, groups, themes or measures;
                         or a JSON file of groups and people; or a calendar of school terms or holidays (.ics, or a CSV
                         file of titles and days), which goes into the Closures list
  --yes                  write it; without, it only says what it would write
  --column "Ref=number"  take a column for this field; may be given several times
  --column "Budget="     leave a column out
  --closed               the days of a calendar are closed; without, they are quiet: no reminders and alerts, meetings go on
  --file-wins            the file is right where the list says otherwise; without, what people entered stays
  --site host:/path      which plan, where there are several
  --help                 say this`;

/** What was read of one file: all that would be written is known before anything is. */
interface Source extends ReadSource {
  readonly imported: readonly ImportedRows[];
}

/** A file that is a calendar. */
interface CalendarSource {
  readonly file: string;
  readonly calendar: CalendarFile;
}

/** What the command line asks for. */
interface Ask {
  readonly files: readonly string[];
  readonly isConfirmed: boolean;
  readonly doesFileWin: boolean;
  readonly isClosed: boolean;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly wantedSite: string | undefined;
}

/** `npm run import -- <file> [<file>…] [options]`: reads plans, people and calendars into the lists. */
await exitOnFailure(async () => {
  const ask = readArguments();
  if (ask === null) return console.log(USAGE);
  const { config, graph, now: timeNow, print } = openCommandContext();
  const { sitePath, timeZone } = chooseSite(config.sites, ask.wantedSite);
  const now = await timeNow();
  const sources: Source[] = [];
  const calendars: CalendarSource[] = [];
  for (const file of ask.files) {
    const bytes = await bytesOf(file);
    const calendar = await naming(file, async () =>
      readCalendar({ name: file, bytes }, todayIn(now, timeZone)),
    );
    if (calendar === null)
      sources.push(await readSource(file, bytes, { ...ask, planId: planIdOf(sitePath) }));
    else calendars.push({ file, calendar });
  }
  for (const source of sources) printSource(source, print);

  const site = await findSite(graph, sitePath);
  const siteLists = await openSiteLists({ client: graph, siteId: site.id, timeZone });
  if (sources.length > 0) {
    const imported = sources.flatMap((source) => source.imported);
    const report = await importRowsInto(
      siteLists,
      ask.doesFileWin ? imported.map((rows) => ({ ...rows, rule: 'file' as const })) : imported,
      { apply: ask.isConfirmed, newKey: randomUUID },
    );
    printReport(report, ask.isConfirmed, print);
  }
  const kind = ask.isClosed ? 'Closed' : USUAL_KIND;
  for (const { file, calendar } of calendars) {
    const how = { kind, timeZone, now, apply: ask.isConfirmed } as const;
    printCalendar(file, await importCalendarInto(siteLists, calendar, how), print);
  }
  print(
    ask.isConfirmed
      ? `Written to ${site.name}.`
      : `Nothing has been written. To write this to ${site.name}, run it again with --yes.`,
  );
});

/** `null` when asked how it is used. */
function readArguments(): Ask | null {
  const { values, positionals } = parseArguments(USAGE, {
    allowPositionals: true,
    options: {
      ...COMMON_OPTIONS,
      yes: FLAG,
      'file-wins': FLAG,
      closed: FLAG,
      column: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new AppError({ code: 'BAD_INPUT', message: USAGE });
  return {
    files: positionals,
    isConfirmed: values.yes,
    doesFileWin: values['file-wins'],
    isClosed: values.closed,
    columns: Object.fromEntries(values.column.map(readColumn)),
    wantedSite: values.site,
  };
}

/** `Ref=number`, `Budget=`: the last `=` parts them, since headers may hold one. */
function readColumn(said: string): [header: string, field: string | null] {
  const at = said.lastIndexOf('=');
  if (at < 1)
    throw new AppError({
      code: 'BAD_INPUT',
      message: `--column "${said}" names no field. Write --column "Header=field", or --column "Header=" to leave it out.`,
    });
  return [said.slice(0, at).trim(), said.slice(at + 1).trim() || null];
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return readBytes(file).catch((cause: unknown) => {
    throw new AppError({
      code: 'BAD_INPUT',
      message: `${file} cannot be read. Check the name and try again.`,
      cause,
    });
  });
}

async function readSource(
  file: string,
  bytes: Uint8Array,
  { columns, files, planId }: Pick<Ask, 'columns' | 'files'> & { readonly planId: PlanId },
): Promise<Source> {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('{') && !start.startsWith('{\\rtf')) return readPeople(file, bytes);
  const { document, doubts } = await naming(file, () => readFile(file, bytes));
  const known = { groups: [], owners: [] };
  // Columns are named once for all files; a file alone says so when it has no such column.
  const understanding = await naming(file, async () =>
    understand(document, { columns, known, planId, areColumnsShared: files.length > 1 }),
  );
  return { ...understanding, file, doubts: [...doubts, ...understanding.doubts] };
}

function readPeople(file: string, bytes: Uint8Array): Source {
  const people = parsePeople(new TextDecoder().decode(bytes));
  return {
    file,
    understood: `${people.groups.length} groups, ${people.owners.length} people, leads of ${people.leads.length} recommendations`,
    columns: [],
    doubts: [],
    imported: peopleRows(people),
  };
}

/** Says which file it was, where there are several. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message, userMessage = message } = error;
    throw new AppError({ code, message: `${file}: ${userMessage}`, cause: error });
  }
}

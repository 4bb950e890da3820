import { randomUUID } from 'node:crypto';
import { readFile as readBytes } from 'node:fs/promises';
import { openSiteLists } from '../../graph/site-lists.ts';
import { findSite } from '../../graph/sites.ts';
import type { ColumnGuess, ImportCounts } from '../../plan/content.ts';
import { AppError } from '../../plan/errors.ts';
import type { ImportedRows } from '../../plan/import/imported.ts';
import { parsePeople } from '../../plan/import/people.ts';
import { peopleRows } from '../../plan/import/people-rows.ts';
import { understand } from '../../plan/import/understand.ts';
import { readFile } from '../../workflow/import/documents/read-file.ts';
import { type ImportReport, importRowsInto } from '../../workflow/import/import-rows.ts';
import { planIdOf } from '../../workflow/register-plans.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { chooseSite } from '../site-settings.ts';
import { openCommandContext } from './context.ts';
import { COMMON_OPTIONS, FLAG, parseArguments } from './parse-arguments.ts';

const USAGE = `Brings a plan into the lists: npm run import -- <file> [<file>…] [options]

  <file>                 a Word document (.docx), Excel workbook (.xlsx), CSV file, text or Markdown: a published plan,
                         or tables of recommendations, actions, milestones, people, groups, themes or measures;
                         or a JSON file of groups and people
  --yes                  write it; without, it only says what it would write
  --column "Ref=number"  take a column for this field; may be given several times
  --column "Budget="     leave a column out
  --file-wins            the file is right where the list says otherwise; without, what people entered stays
  --site host:/path      which plan, where there are several
  --help                 say this`;

/** Changes and doubts shown of each import; the rest is counted. */
const SHOWN = { changes: 15, doubts: 60 };

/** What was read of one file: all that would be written is known before anything is. */
interface Source {
  readonly file: string;
  readonly understood: string;
  readonly columns: readonly ColumnGuess[];
  readonly doubts: readonly string[];
  readonly imported: readonly ImportedRows[];
}

/** What the command line asks for. */
interface Ask {
  readonly files: readonly string[];
  readonly isConfirmed: boolean;
  readonly doesFileWin: boolean;
  readonly columns: Readonly<Record<string, string | null>>;
  readonly wantedSite: string | undefined;
}

/** `npm run import -- <file> [<file>…] [options]`: reads plans and people into the lists. */
await exitOnFailure(async () => {
  const ask = readArguments();
  if (ask === null) return console.log(USAGE);
  const { config, graph, print } = openCommandContext();
  const { sitePath, timeZone } = chooseSite(config.sites, ask.wantedSite);
  const sources: Source[] = [];
  for (const file of ask.files) sources.push(await readSource(file, ask, planIdOf(sitePath)));
  for (const source of sources) printSource(source, print);

  const site = await findSite(graph, sitePath);
  const siteLists = await openSiteLists({ client: graph, siteId: site.id, timeZone });
  const imported = sources.flatMap((source) => source.imported);
  const report = await importRowsInto(
    siteLists,
    ask.doesFileWin ? imported.map((rows) => ({ ...rows, rule: 'file' as const })) : imported,
    { apply: ask.isConfirmed, newKey: randomUUID },
  );
  printReport(report, ask.isConfirmed, print);
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
      column: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) return null;
  if (positionals.length === 0) throw new AppError({ code: 'BAD_INPUT', message: USAGE });
  return {
    files: positionals,
    isConfirmed: values.yes,
    doesFileWin: values['file-wins'],
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

async function readSource(file: string, { columns, files }: Ask, planId: string): Promise<Source> {
  const bytes = await readBytes(file).catch((cause: unknown) => {
    throw new AppError({
      code: 'BAD_INPUT',
      message: `${file} cannot be read. Check the name and try again.`,
      cause,
    });
  });
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

function printSource({ file, understood, columns, doubts }: Source, print: (line: string) => void): void {
  print(`${file}: ${understood}`);
  const taken = columns.filter(({ field }) => field !== null);
  const left = columns.filter(({ field }) => field === null);
  if (taken.length > 0)
    print(`  columns   ${taken.map(({ header, field }) => `${header} → ${field}`).join(', ')}`);
  if (left.length > 0) print(`  left out  ${left.map(({ header }) => header).join(', ')}`);
  printSome('  doubtful  ', doubts, SHOWN.doubts, print);
}

function printReport(report: ImportReport, isDone: boolean, print: (line: string) => void): void {
  printSome('  doubtful  ', report.doubts, SHOWN.doubts, print);
  for (const counts of report.lists) {
    print(`  ${describe(counts, isDone)}`);
    for (const { from, to } of counts.renamed) print(`      “${from}” → “${to}”`);
  }
  printSome(isDone ? '  changed  ' : '  would change  ', report.changes, SHOWN.changes, print);
}

function printSome(
  start: string,
  lines: readonly string[],
  most: number,
  print: (line: string) => void,
): void {
  for (const line of lines.slice(0, most)) print(`${start}${line}`);
  if (lines.length > most) print(`${start}and ${lines.length - most} more`);
}

function describe({ list, created, updated, unchanged }: ImportCounts, isDone: boolean): string {
  const would = isDone ? '' : 'would be ';
  return `${list.padEnd(16)} ${created} ${would}made, ${updated} ${would}updated, ${unchanged} as they are`;
}

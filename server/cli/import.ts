import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { SiteLists } from '../../graph/site-lists/types.ts';
import { openSiteLists } from '../../graph/site-lists.ts';
import { findSite } from '../../graph/sites.ts';
import { AppError } from '../../plan/errors.ts';
import { parsePeople } from '../../plan/import/people.ts';
import { parsePublishedPlan } from '../../plan/import/published-plan.ts';
import { importRows } from '../../plan/import/rows.ts';
import { importPeople } from '../../workflow/import/import-people.ts';
import { importPublishedPlan } from '../../workflow/import/import-published-plan.ts';
import type { ListReport } from '../../workflow/import/upsert-rows.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { chooseSite } from '../site-settings.ts';
import { openCommandContext } from './context.ts';

const USAGE = `Say which file: npm run import -- <file> [<file>…] [--yes] [--site host:/path]
  <file>   the text of a published plan, or a JSON file of groups and people
  --yes    write it; without, it only says what it would write
  --site   which plan, where there are several`;

/** What was read of one file: all that would be written is known before anything is. */
interface Source {
  readonly file: string;
  readonly understood: string;
  readonly doubts: readonly string[];
  write(siteLists: SiteLists, apply: boolean): Promise<readonly ListReport[]>;
}

/** `npm run import -- <file> [<file>…] [--yes] [--site host:/path]`: reads plans and people into the lists. */
await exitOnFailure(async () => {
  const { files, isConfirmed, wantedSite } = readArguments();
  const sources: Source[] = [];
  for (const file of files) sources.push(await readSource(file));

  const { config, graph, print } = openCommandContext();
  const { sitePath, timeZone } = chooseSite(config.sites, wantedSite);
  const site = await findSite(graph, sitePath);
  const siteLists = await openSiteLists({
    client: graph,
    siteId: site.id,
    timeZone,
  });

  for (const source of sources) {
    print(`${source.file}: ${source.understood}`);
    for (const doubt of source.doubts) print(`  doubtful  ${doubt}`);
    for (const report of await source.write(siteLists, isConfirmed)) {
      print(`  ${describe(report, isConfirmed)}`);
      for (const { from, to } of report.renamed) print(`      “${from}” → “${to}”`);
    }
  }
  print(
    isConfirmed
      ? `Written to ${site.name}.`
      : 'Nothing has been written. Run it again with --yes to write this.',
  );
});

function readArguments(): { files: readonly string[]; isConfirmed: boolean; wantedSite: string | undefined } {
  const { values, positionals } = parseOptions();
  if (positionals.length === 0) throw new AppError({ code: 'BAD_INPUT', message: USAGE });
  return { files: positionals, isConfirmed: values.yes, wantedSite: values.site };
}

function parseOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { yes: { type: 'boolean', default: false }, site: { type: 'string' } },
    });
  } catch (cause) {
    throw new AppError({ code: 'BAD_INPUT', message: USAGE, cause });
  }
}

async function readSource(file: string): Promise<Source> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError({
      code: 'BAD_INPUT',
      message: `${file} cannot be read. Check the name and try again.`,
      cause,
    });
  });
  if (text.trimStart().startsWith('{')) {
    const people = parsePeople(text);
    return {
      file,
      understood: `${people.groups.length} groups, ${people.owners.length} people, leads of ${people.leads.length} recommendations`,
      doubts: [],
      write: (siteLists, apply) => importPeople(siteLists, people, { apply }),
    };
  }
  const plan = parsePublishedPlan(text);
  return {
    file,
    understood: `${plan.title}: ${plan.recommendations.length} recommendations in ${plan.themes.length} themes, ${plan.groups.length} groups, ${plan.boards.length} boards, ${plan.milestones.length} milestones, ${plan.measures.length} measures`,
    doubts: plan.doubts.map((doubt) => doubt.message),
    write: (siteLists, apply) => importPublishedPlan(siteLists, importRows(plan), { apply }),
  };
}

function describe({ list, created, updated, unchanged }: ListReport, isDone: boolean): string {
  const would = isDone ? '' : 'would be ';
  return `${list.padEnd(16)} ${created} ${would}made, ${updated} ${would}updated, ${unchanged} as they are`;
}

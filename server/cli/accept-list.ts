import { AppError } from '../../plan/errors.ts';
import { LIST_NAMES } from '../../plan/glossary.ts';
import { migrate } from '../../store/migrate.ts';
import { acceptList } from '../../workflow/lists/reading/accept-list.ts';
import { planIdOf } from '../../workflow/register-plans.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { openDatabase } from '../open-database.ts';
import { chooseSite } from '../site-settings.ts';
import { openCommandContext } from './context.ts';
import { COMMON_OPTIONS, FLAG, parseArguments } from './parse-arguments.ts';

const USAGE = `Gives up rows that are gone from a list: npm run accept-list -- "<list>" [options]

  <list>            title of a list of which Milepost says that its rows are gone: ${LIST_NAMES.join(', ')}
  --yes             do it; without, it only says how many rows Milepost would forget
  --site host:/path which plan, where there are several
  --help            say this

Milepost must not be running, unless it uses a PostgreSQL server.`;

/** `npm run accept-list -- "<list>" [--yes] [--site host:/path]`: takes a list for what it now is. */
await exitOnFailure(async () => {
  const ask = readArguments();
  if (ask === null) return console.log(USAGE);
  const list = LIST_NAMES.find((name) => name.toLowerCase() === ask.list.toLowerCase());
  if (list === undefined) throw new AppError({ code: 'BAD_INPUT', message: USAGE });
  const { config, print } = openCommandContext();
  const planId = planIdOf(chooseSite(config.sites, ask.wantedSite).sitePath);
  const database = await openDatabase(config);
  try {
    await migrate(database);
    const count = await acceptList(database, { planId, list, apply: ask.isConfirmed });
    const what = `${count} ${count === 1 ? 'row' : 'rows'} of ${list}`;
    print(
      ask.isConfirmed
        ? `Milepost has forgotten ${what}, and reads the list anew when it runs.`
        : `Milepost would forget ${what}. Run it again with --yes to do so.`,
    );
  } finally {
    await database.close();
  }
});

function readArguments(): { list: string; isConfirmed: boolean; wantedSite: string | undefined } | null {
  const { values, positionals } = parseArguments(USAGE, {
    allowPositionals: true,
    options: { ...COMMON_OPTIONS, yes: FLAG },
  });
  if (values.help) return null;
  const [list] = positionals;
  if (list === undefined || positionals.length > 1) throw new AppError({ code: 'BAD_INPUT', message: USAGE });
  return { list, isConfirmed: values.yes, wantedSite: values.site };
}

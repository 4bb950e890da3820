import type { GraphClient } from '../../graph/client.ts';
import { grantSite } from '../../graph/grant-site.ts';
import { GraphRequestError } from '../../graph/graph-request-error.ts';
import { type ProvisionResult, provisionSite } from '../../graph/provision.ts';
import { openSiteLists } from '../../graph/site-lists.ts';
import { findSite } from '../../graph/sites.ts';
import { addSettingRows } from '../../workflow/managing/add-setting-rows.ts';
import { exitOnFailure } from '../exit-on-failure.ts';
import { chooseSite } from '../site-settings.ts';
import { type CommandContext, openCommandContext } from './context.ts';
import { COMMON_OPTIONS, FLAG, parseArguments } from './parse-arguments.ts';
import { missingRight, NO_SETUP_APP } from './setup-identity.ts';

const USAGE = `Makes the lists of every plan's site, or what is missing of them: npm run provision -- [options]

  --check            only says what it would do; exit code 1 when something is missing
  --grant            also lets the app that runs Milepost into the site; needed where it has Sites.Selected
  --site host:/path  only this plan
  --help             say this

Nothing is ever deleted, and what people wrote stays. Run again, it changes nothing.`;

/** What is printed before each thing. */
const DID = { created: 'made', repaired: 'repaired', told: 'note', problems: 'TO DO' } as const;
const WOULD = { created: 'would make', repaired: 'would repair', told: 'note', problems: 'TO DO' } as const;

/** As the site shows the app that it lets in. */
const RUNNING_APP_NAME = 'Milepost';

/** What the command line asks for. */
interface Ask {
  readonly isCheck: boolean;
  readonly wantsGrant: boolean;
  readonly wantedSite: string | undefined;
}

/** `npm run provision -- [options]`: makes what is missing of every plan's lists. */
await exitOnFailure(async () => {
  const ask = readArguments();
  if (ask === null) return console.log(USAGE);
  const context = openCommandContext();
  const { sites } = context.config;
  if (context.setupGraph === null) context.print(NO_SETUP_APP);
  const wanted = ask.wantedSite === undefined ? sites : [chooseSite(sites, ask.wantedSite)];
  for (const { sitePath } of wanted) {
    if (!(await provision(sitePath, ask, context))) process.exitCode = 1;
  }
});

function readArguments(): Ask | null {
  const { values } = parseArguments(USAGE, { options: { ...COMMON_OPTIONS, check: FLAG, grant: FLAG } });
  const { check, grant, site, help } = values;
  return help ? null : { isCheck: check, wantsGrant: grant, wantedSite: site };
}

/** Whether the site has all it needs now. @throws AppError saying which permission is missing, and where to give it */
async function provision(sitePath: string, ask: Ask, context: CommandContext): Promise<boolean> {
  const { config, print } = context;
  const client = context.setupGraph ?? context.graph;
  try {
    const site = await findSite(client, sitePath);
    print(`${site.name} (${sitePath})`);
    const isLetIn = !ask.wantsGrant || (await letIn(site.id, { client, ask, context }));
    const verbs = ask.isCheck ? WOULD : DID;
    const result = await provisionSite({
      client,
      siteId: site.id,
      apply: !ask.isCheck,
      report: (kind, what) => {
        if (kind !== 'unchanged') print(`  ${verbs[kind].padEnd(12)} ${what}`);
      },
    });
    if (!ask.isCheck) await giveSettingsRows(client, site.id, context);
    for (const line of summaryOf(result, ask)) print(`  ${line}`);
    const changes = result.created.length + result.repaired.length;
    return isLetIn && result.problems.length === 0 && !(ask.isCheck && changes > 0);
  } catch (error) {
    if (!(error instanceof GraphRequestError) || error.status !== 403) throw error;
    throw missingRight(config, { sitePath, cause: error });
  }
}

/** Lets the app that runs Milepost write on the site; whether it may now. */
async function letIn(
  siteId: string,
  { client, ask, context }: { client: GraphClient; ask: Ask; context: CommandContext },
): Promise<boolean> {
  const appId = context.config.graphClientId;
  const outcome = await grantSite({ client, siteId, appId, appName: RUNNING_APP_NAME, apply: !ask.isCheck });
  const verb = { 'granted before': 'was let in', 'granted now': 'let in', 'not granted': 'would let in' };
  context.print(`  ${verb[outcome].padEnd(12)} the app ${appId}, to write rows on this site`);
  return outcome !== 'not granted';
}

/** Gives what a plan may set for itself its rows; without them the defaults count, so that it is no fault. */
async function giveSettingsRows(client: GraphClient, siteId: string, { print }: CommandContext) {
  // The list has no dates, so that any zone will do.
  const { made, failed } = await addSettingRows(await openSiteLists({ client, siteId, timeZone: 'UTC' }));
  if (made > 0)
    print(`  ${DID.created.padEnd(12)} ${made} rows in Plan settings, with what counts by default`);
  if (failed > 0)
    print(`  ${DID.told.padEnd(12)} ${failed} rows of Plan settings are missing yet; run it again`);
}

function summaryOf(
  { created, repaired, unchanged, problems, requests, resourceUnits }: ProvisionResult,
  { isCheck }: Ask,
): readonly string[] {
  const cost = `${requests} requests to Microsoft Graph, ${resourceUnits} SharePoint resource units.`;
  const isChanged = created.length + repaired.length > 0;
  return [
    ...(unchanged > 0 ? [`${unchanged} columns were there already and are as they should be.`] : []),
    ...(isCheck && isChanged ? ['Nothing has been changed. Run it again without --check to do this.'] : []),
    ...(problems.length > 0
      ? [
          `${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} left for you: see TO DO above.`,
        ]
      : []),
    cost,
  ];
}

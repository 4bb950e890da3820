import { z } from 'zod';
import type { Json } from './build-manifest.ts';
import { checkSchema } from './check-schema.ts';
import type { ManifestSettings } from './settings.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** At least two labels: Teams can't open `localhost`. No scheme, port or path. */
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;

/** Teams compares versions as three numbers and knows nothing of `-beta`. */
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;

/** The parts that our own checks look at; the schema checks the rest. */
const CheckedParts = z.object({
  bots: z
    .array(
      z.object({
        botId: z.string(),
        scopes: z.array(z.string()),
        commandLists: z.array(z.object({ scopes: z.array(z.string()) })),
      }),
    )
    .length(1),
  composeExtensions: z.array(z.object({ botId: z.string() })).length(1),
  configurableTabs: z.array(z.object({ configurationUrl: z.string() })).length(1),
  staticTabs: z.array(z.object({ contentUrl: z.string().optional(), websiteUrl: z.string().optional() })),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});
type CheckedParts = z.infer<typeof CheckedParts>;

/** A filled manifest and what it was filled with. */
interface Checked {
  readonly manifest: Json;
  readonly settings: ManifestSettings;
}

/** Everything wrong with a manifest, one plain line each; an empty list means that Teams will take it. */
export async function checkManifest({ manifest, settings }: Checked): Promise<readonly string[]> {
  return [...checkRules({ manifest, settings }), ...(await checkSchema(manifest))];
}

/** What Microsoft's schema can't know, or does not look at. */
export function checkRules({ manifest, settings }: Checked): readonly string[] {
  const wrongSettings = checkSettings(settings);
  const faults = [...wrongSettings, ...checkStrings(manifest)];
  // A wrong setting is told once, not again for each place that it was filled into.
  if (wrongSettings.length > 0) return faults;
  const parts = CheckedParts.safeParse(manifest);
  if (!parts.success) {
    const missing = parts.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
    return [...faults, ...missing];
  }
  return [
    ...faults,
    ...checkDomains(parts.data, settings),
    ...checkBot(parts.data, settings),
    ...checkSignIn(parts.data, settings),
  ];
}

function checkSettings({ appId, botId, tabAppId, host, version }: ManifestSettings): readonly string[] {
  const ids = { 'app id': appId, 'bot id': botId, 'tab app id': tabAppId };
  return [
    ...Object.entries(ids).flatMap(([name, id]) => checkGuid(name, id)),
    ...(HOST.test(host)
      ? []
      : [`host "${host}" must be a bare public host name, such as milepost.example.gov.uk`]),
    ...(VERSION.test(version) ? [] : [`version "${version}" must be three numbers, such as 1.2.3`]),
  ];
}

function checkGuid(name: string, id: string): readonly string[] {
  if (!GUID.test(id)) return [`${name} "${id}" must be a GUID, as the Entra portal shows it`];
  return /[1-9a-f]/i.test(id) ? [] : [`${name} is all zeros: give the real one`];
}

/** No placeholder left anywhere, and no address that is not https. */
function checkStrings(value: Json, path = ''): readonly string[] {
  if (typeof value === 'string') {
    if (/\$?\{\{/.test(value)) return [`${path} has a placeholder that nothing fills: ${value}`];
    return /^http:/i.test(value) ? [`${path} must be https: ${value}`] : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    checkStrings(inner as Json, path ? `${path}/${key}` : key),
  );
}

function checkDomains(
  { validDomains, configurableTabs, staticTabs }: CheckedParts,
  { host }: ManifestSettings,
) {
  const onlyHost = validDomains.length === 1 && validDomains[0] === host;
  const addresses = [
    ...configurableTabs.map((tab) => ['configurableTabs', tab.configurationUrl] as const),
    ...staticTabs.flatMap(
      (tab) =>
        [
          ['staticTabs', tab.contentUrl],
          ['staticTabs', tab.websiteUrl],
        ] as const,
    ),
  ];
  return [
    ...(onlyHost ? [] : [`validDomains must be ${host} alone, and is ${validDomains.join(', ') || 'empty'}`]),
    ...addresses
      .filter(([, address]) => address !== undefined && URL.parse(address)?.host !== host)
      .map(([kind, address]) => `${kind}: ${address} is not on ${host}, and Teams would refuse to open it`),
  ];
}

function checkBot({ bots, composeExtensions }: CheckedParts, { botId }: ManifestSettings): readonly string[] {
  const extensionsOfOthers = composeExtensions.filter((extension) => extension.botId !== botId);
  const ofBots = bots.flatMap((bot) => {
    const listed = bot.commandLists.flatMap(({ scopes }) => scopes);
    const twice = listed.filter((scope, index) => listed.indexOf(scope) !== index);
    return [
      ...(bot.botId === botId ? [] : [`bots/0/botId must be ${botId}, and is ${bot.botId}`]),
      ...twice.map((scope) => `bots/0/commandLists: ${scope} has two lists; Teams takes one a scope`),
      ...listed
        .filter((scope) => !bot.scopes.includes(scope))
        .map((scope) => `bots/0/commandLists: the bot is not in scope ${scope}`),
    ];
  });
  return [
    ...ofBots,
    ...extensionsOfOthers.map((other) => `composeExtensions/0/botId must be ${botId}, and is ${other.botId}`),
  ];
}

function checkSignIn({ webApplicationInfo }: CheckedParts, { host, tabAppId }: ManifestSettings) {
  const resource = `api://${host}/${tabAppId}`;
  return [
    ...(webApplicationInfo.id === tabAppId ? [] : [`webApplicationInfo/id must be ${tabAppId}`]),
    ...(webApplicationInfo.resource === resource
      ? []
      : [`webApplicationInfo/resource must be ${resource}, or signing in to the dashboard fails`]),
  ];
}

import { AppError } from '../plan/errors.ts';
import { DEFAULT_SETTINGS } from '../plan/plan.ts';
import { type ConfiguredSite, planIdOf } from '../workflow/register-plans.ts';

/**
 * Reads `MILEPOST_SITES`: `host:/path` or `host:/path|time zone` of each plan's site, separated by commas. The address as a
 * browser shows it will do too.
 */
export function parseSites(text: string): ConfiguredSite[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [path = '', zone = ''] = entry.split(/\|(.*)/s).map((part) => part.trim());
      const timeZone = zone === '' ? DEFAULT_SETTINGS.timeZone : canonicalZone(zone);
      return { sitePath: normalPath(path), timeZone };
    });
}

/** What is wrong with the sites that are set, each with what to do about it. */
export function siteFaults(sites: readonly ConfiguredSite[]): string[] {
  return sites.flatMap((site, index) => {
    const { sitePath, timeZone } = site;
    const earlier = sites.slice(0, index);
    if (!/^[\w.-]+:\/(?!\/)\S*$/.test(sitePath))
      return [
        `MILEPOST_SITES: “${sitePath}” is not a site. Write host:/path, like contoso.sharepoint.com:/sites/plan.`,
      ];
    return [
      ...(isZone(timeZone)
        ? []
        : [
            `MILEPOST_SITES: “${timeZone}” of ${sitePath} is not a time zone. Write one like Europe/London or America/New_York after the |.`,
          ]),
      ...collisions(site, earlier),
    ];
  });
}

/** A plan is named after its site's address, and its rows are kept under that name: two may not share one. */
function collisions({ sitePath }: ConfiguredSite, earlier: readonly ConfiguredSite[]): string[] {
  if (earlier.some((other) => isSame(other.sitePath, sitePath)))
    return [`MILEPOST_SITES: ${sitePath} stands there twice. Remove one of the two.`];
  const planId = planIdOf(sitePath);
  const namesake = earlier.find((other) => planIdOf(other.sitePath) === planId);
  if (namesake === undefined) return [];
  return [
    `MILEPOST_SITES: Milepost would call the plans of ${namesake.sitePath} and ${sitePath} both “${planId}”. Change the address of one of the sites in SharePoint, or run another Milepost for it.`,
  ];
}

/**
 * The site a command is to work on.
 * @throws AppError `BAD_INPUT` for one that is not set, and when none is named although there are several
 */
export function chooseSite(sites: readonly ConfiguredSite[], wanted: string | undefined): ConfiguredSite {
  const known = sites.map(({ sitePath }) => sitePath).join(', ');
  const [first] = sites;
  if (wanted === undefined) {
    if (first !== undefined && sites.length === 1) return first;
    throw new AppError({
      code: 'BAD_INPUT',
      message: `There are several plans. Say which with --site: ${known}`,
    });
  }
  const path = normalPath(wanted);
  const found = sites.find(({ sitePath }) => isSame(sitePath, path));
  if (found !== undefined) return found;
  throw new AppError({
    code: 'BAD_INPUT',
    message: `“${wanted}” is not in MILEPOST_SITES. Add it there, or give one of these: ${known}`,
  });
}

/** `host:/path`; the root of a host is `host:/`. */
function normalPath(path: string): string {
  return path.replace(/^https:\/\/([^/:]+)\/?/i, '$1:/').replace(/(?<!:)\/+$/, '');
}

/** SharePoint's addresses do not tell capitals from small letters. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A place with its clock changes; a mere offset such as +01:00 is wrong for half of the year. */
function isZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && toZone(zone) !== null;
}

/** As the tables of time zones spell it; left alone where they do not know it. */
function canonicalZone(zone: string): string {
  return toZone(zone) ?? zone;
}

function toZone(zone: string): string | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
}

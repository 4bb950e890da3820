import { readFileSync } from 'node:fs';

/** A person of the tenant. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly entraObjectId: string;
  readonly teamsUserId: string;
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  /** False: the person has left, and Graph does not know them. */
  readonly inDirectory: boolean;
}

export interface DirectoryChannel {
  readonly id: string;
  readonly name: string;
}

export interface DirectoryTeam {
  /** The Microsoft 365 group's id, which Graph uses. */
  readonly id: string;
  /** The team's id in Teams messages: that of its General channel. */
  readonly threadId: string;
  readonly name: string;
  readonly channels: readonly DirectoryChannel[];
  /** Persona ids. */
  readonly members: readonly string[];
}

export interface DirectorySite {
  readonly hostname: string;
  readonly path: string;
  readonly displayName: string;
  readonly siteCollectionId: string;
  readonly webId: string;
  /** IANA zone in which the site shows and keeps date-only values. */
  readonly timeZone: string;
}

/** Everything about the tenant that never changes. */
export interface Directory {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly domain: string;
  readonly botAppId: string;
  readonly tabAppId: string;
  readonly clientSecret: string;
  /** The app that makes the lists and lets the bot's in. */
  readonly setupAppId: string;
  readonly setupClientSecret: string;
  /** The site of the sample plan; also the first of `sites`. */
  readonly site: DirectorySite;
  readonly sites: readonly DirectorySite[];
  readonly personas: readonly Persona[];
  readonly teams: readonly DirectoryTeam[];
}

/** A plan besides the sample one: its site is always there, its people and teams only where they are wanted. */
type OtherPlan = Pick<Directory, 'site' | 'personas' | 'teams'>;

interface Seed extends Omit<Directory, 'sites'> {
  readonly otherPlans: readonly OtherPlan[];
  /** Sites of other time zones, without people and teams of their own. */
  readonly otherSites: readonly DirectorySite[];
}

/**
 * Reads the sandbox's tenant from its seed.
 * @param shownSites `host:/path` of the sites whose people and teams are wanted besides those of the sample plan
 */
export function readDirectory(shownSites: readonly string[] = []): Directory {
  const text = readFileSync(new URL('../seed/directory.json', import.meta.url), 'utf8');
  const { otherPlans, otherSites, ...seed } = JSON.parse(text) as Seed;
  const shown = otherPlans.filter(({ site }) => shownSites.includes(`${site.hostname}:${site.path}`));
  return {
    ...seed,
    sites: [seed.site, ...otherPlans.map(({ site }) => site), ...otherSites],
    personas: [seed, ...shown].flatMap(({ personas }) => personas),
    teams: [seed, ...shown].flatMap(({ teams }) => teams),
  };
}

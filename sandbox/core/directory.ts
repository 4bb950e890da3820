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
  readonly site: DirectorySite;
  readonly personas: readonly Persona[];
  readonly teams: readonly DirectoryTeam[];
}

/** Reads the sandbox's tenant from its seed. */
export function readDirectory(): Directory {
  return JSON.parse(readFileSync(new URL('../seed/directory.json', import.meta.url), 'utf8')) as Directory;
}

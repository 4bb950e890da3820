import type { DirectoryView, Persona } from '../../../controls/shapes.ts';

export interface TabContextOptions {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  /** Theme as teams-js names it. */
  readonly theme: string;
  /** The page of the app, as its manifest names it. */
  readonly pageId: string;
  readonly subPageId: string | undefined;
  /** The channel whose tab it is; absent for the personal app. */
  readonly channelId: string | undefined;
}

/** The context Teams gives a tab, in the names that teams-js turns into `app.Context`. */
export function tabContextOf(options: TabContextOptions): Readonly<Record<string, unknown>> {
  const { directory, persona, theme, pageId, subPageId, channelId } = options;
  return {
    locale: 'en-gb',
    theme,
    appSessionId: 'sandbox',
    sessionId: 'sandbox',
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    frameContext: 'content',
    entityId: pageId,
    subEntityId: subPageId ?? '',
    isFullScreen: false,
    isMultiWindow: false,
    userObjectId: persona.entraObjectId,
    userDisplayName: persona.name,
    userPrincipalName: persona.email,
    loginHint: persona.email,
    tid: directory.tenant.id,
    ...channelOf(directory, channelId),
  };
}

function channelOf({ teams, tenant }: DirectoryView, channelId: string | undefined): Record<string, unknown> {
  const team = teams.find(({ channels }) => channels.some(({ id }) => id === channelId));
  const channel = team?.channels.find(({ id }) => id === channelId);
  if (team === undefined || channel === undefined) return {};
  return {
    channelId: channel.id,
    channelName: channel.name,
    channelType: 'Regular',
    hostTeamGroupId: team.id,
    hostTeamTenantId: tenant.id,
    teamId: team.threadId,
    teamName: team.name,
    groupId: team.id,
  };
}

import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import type { TabSpot } from './tab-spot.ts';

export interface TabContextOptions {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  /** Theme as teams-js names it. */
  readonly theme: string;
  readonly spot: TabSpot;
}

/** The context Teams gives a tab, in the names that teams-js turns into `app.Context`. */
export function tabContextOf(options: TabContextOptions): Readonly<Record<string, unknown>> {
  const { directory, persona, theme, spot } = options;
  const { frameContext, pageId, subPageId, channelId, meeting } = spot;
  return {
    locale: 'en-gb',
    theme,
    appSessionId: 'sandbox',
    sessionId: 'sandbox',
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    frameContext,
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
    ...(meeting && { meetingId: meeting.id, chatId: meeting.chatId }),
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

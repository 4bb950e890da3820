import type { BoardReportUseCases } from './use-cases/board-reports.ts';
import type { CalendarUseCases } from './use-cases/calendars.ts';
import type { CheckInUseCases } from './use-cases/check-ins.ts';
import type { CoProductionUseCases } from './use-cases/co-production.ts';
import type { EngagementUseCases } from './use-cases/engagements.ts';
import type { FileUseCases } from './use-cases/files.ts';
import type { ManagingUseCases } from './use-cases/managing.ts';
import type { MeasureUseCases } from './use-cases/measures.ts';
import type { MeetingUseCases } from './use-cases/meetings.ts';
import type { PersonalUseCases } from './use-cases/people.ts';
import type { ViewUseCases } from './use-cases/views.ts';

export type { Actor } from './use-cases/actor.ts';
export type { AnswerResult, ChannelGroup } from './use-cases/check-ins.ts';
export type { ExportedFile, ReceivedFile } from './use-cases/files.ts';
export type { HandOn } from './use-cases/people.ts';
export type { PlanState } from './use-cases/views.ts';

/** Where Teams can be reached again; learnt from every activity that comes in. */
export interface ConversationSeen {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly kind: 'channel' | 'personal' | 'groupChat';
  readonly teamId: string | null;
  readonly channelId: string | null;
  /** What Teams calls them. Default: it was not said. */
  readonly teamName?: string | null;
  readonly channelName?: string | null;
  readonly entraObjectId: string | null;
  /** Teams' own id of the person (`29:…`), for personal chats. */
  readonly teamsUserId: string | null;
  readonly botId: string;
  /** `false` when the app was removed or blocked, or the channel deleted. */
  readonly reachable: boolean;
  /** That of all channels of the team, not of this one alone. Default: this one. */
  readonly wholeTeam?: boolean;
}

/**
 * What `bot/` and `server/` may ask of Milepost. Every method checks tenant, plan, group and role itself
 * and throws `AppError` (`FORBIDDEN`, `NOT_FOUND`, `STALE`, `BAD_INPUT`) with a `userMessage` in plain words.
 */
export interface UseCases
  extends CheckInUseCases,
    MeetingUseCases,
    PersonalUseCases,
    ViewUseCases,
    ManagingUseCases,
    CalendarUseCases,
    CoProductionUseCases,
    EngagementUseCases,
    MeasureUseCases,
    BoardReportUseCases,
    FileUseCases {
  /** Remembers where a conversation is, or that it can no longer be reached. */
  seeConversation(seen: ConversationSeen): Promise<void>;
}

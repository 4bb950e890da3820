/** What the controls of message extensions and meetings take and answer; the table of all controls is in shapes.ts. */

/** Uses a command of the app's message extension on a message; `commandId` is one of the app package's. */
export interface MessageActionRequest {
  readonly persona: string;
  readonly commandId: string;
}

/** Searches with the app's message extension, as from the box where a message is written. */
export interface SearchRequest {
  readonly persona: string;
  readonly commandId: string;
  /** Empty: the first look, before anything is typed. */
  readonly text: string;
  /** The name of the command's parameter. Default `text`. */
  readonly parameter?: string;
  /** How many were shown already, and how many more are wanted. Default 0 and 25. */
  readonly skip?: number;
  readonly count?: number;
}

/** What a message extension found, or made, for one person. */
export interface Found {
  readonly id: string;
  readonly cards: readonly FoundCard[];
}

/** One card that may be posted; `title` and `text` are its preview in the list. */
export interface FoundCard {
  readonly title: string;
  readonly text: string;
  /** An Adaptive Card. */
  readonly card: Readonly<Record<string, unknown>>;
}

/** Posts the card at `index` (0 is the first) of what was found. `threadId`: the thread to answer in; absent in a channel begins one. */
export interface PostFoundRequest {
  readonly persona: string;
  readonly foundId: string;
  readonly index: number;
  readonly threadId?: string;
}

/**
 * Starts or ends a meeting, and tells the bot as Teams does. In a channel (`conversationId`) a post tells of it; one
 * meeting runs there at a time. Without: a meeting of its own, in whose chat the bot can't write here. An end names its
 * meeting by `conversationId` or `meetingId`.
 */
export interface MeetingRequest {
  readonly persona: string;
  readonly event: 'start' | 'end';
  readonly conversationId?: string;
  readonly meetingId?: string;
  readonly title?: string;
}

/** `status` is what the bot answered to the delivery: 2xx, 502 when it could not be reached, 504 after 15 s. */
export interface MeetingResult {
  readonly meeting: MeetingView;
  readonly status: number;
}

export interface MeetingView {
  readonly id: string;
  /** The channel's id, or that of the meeting's own chat. */
  readonly conversationId: string;
  /** The post in the channel that tells of it; null for a meeting of its own. */
  readonly threadId: string | null;
  readonly title: string;
  /** Who started it. */
  readonly personaId: string;
  /** Sandbox clock, ISO 8601; `endedAt` null while it runs. */
  readonly startedAt: string;
  readonly endedAt: string | null;
}

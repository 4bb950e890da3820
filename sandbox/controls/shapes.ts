/**
 * What the sandbox's controls (`http://127.0.0.1:3979/sandbox/...`) take and answer. JSON both ways, no sign-in: the
 * sandbox listens on this machine only. Collections are plain arrays. Types only: the page imports them.
 *
 * | request | body | answer |
 * |---|---|---|
 * | `GET /sandbox/personas` | | `Persona[]` |
 * | `GET /sandbox/directory` | | `DirectoryView` |
 * | `POST /sandbox/token` | `TokenRequest` | `{token}` |
 * | `POST /sandbox/sign-in-need` | `SignInNeedRequest` | the same |
 * | `GET /sandbox/clock` | | `ClockView` |
 * | `POST /sandbox/clock` | `ClockRequest` | `ClockView`, once everything due by then has been done |
 * | `POST /sandbox/install` | nothing, or `InstallRequest` | `InstallResult` |
 * | `GET /sandbox/conversations?persona=` | | `Conversation[]`, all, or those the persona may see |
 * | `POST /sandbox/conversations` | `{persona}` | `Conversation`: the persona's chat with the bot, opened if need be |
 * | `GET /sandbox/conversations/{id}/messages?persona=` | | `Message[]`, oldest first |
 * | `POST /sandbox/conversations/{id}/messages` | `SendRequest` | `SendResult` |
 * | `POST /sandbox/messages/{id}/press` | `PressRequest` | `PressResult` |
 * | `POST /sandbox/dialogs/{id}/submit` | `DialogSubmitRequest` | `PressResult`; `dialog` is null when it closed |
 * | `POST /sandbox/messages/{id}/action` | `MessageActionRequest` | `PressResult`: a message action of the app's, which opens a dialog like others |
 * | `POST /sandbox/conversations/{id}/search` | `SearchRequest` | `PressResult`; `found` holds what may be posted |
 * | `POST /sandbox/conversations/{id}/search/post` | `PostFoundRequest` | `SendResult`: the chosen card, as the person's own message |
 * | `GET /sandbox/meetings` | | `MeetingView[]`: the meetings that are running |
 * | `POST /sandbox/meetings` | `MeetingRequest` | `MeetingResult` |
 * | `GET /sandbox/conversations/{id}/tabs` | | `TabView[]`: the app's tabs in a channel |
 * | `POST /sandbox/conversations/{id}/tabs` | `AddTabRequest` | `TabView` |
 * | `POST /sandbox/tabs/{id}` | `ChangeTabRequest` | `TabView`, as it is now or was when it was taken away |
 * | `GET /sandbox/personas/{id}/app` | | `AppView` |
 * | `POST /sandbox/personas/{id}/app` | `AppRequest` | `AppView` |
 * | `GET /sandbox/personas/{id}/feed` | | `FeedEntryView[]`: the activity feed, the newest first |
 * | `POST /sandbox/personas/{id}/feed/read` | | as `GET`, all of it read |
 * | `POST /sandbox/teams/{id}` | `TeamRequest`; `id` is the directory's | `ChangedPlace` |
 * | `POST /sandbox/channels/{id}` | `ChannelRequest` | `ChangedPlace` |
 * | `POST /sandbox/service-address` | `RegionRequest` | `RegionView` |
 * | `GET /sandbox/events` | | server-sent events: `SandboxEvent` |
 * | `GET /sandbox/log?since=&after=&limit=` | | `LogEntry[]`: every request the sandbox got, oldest first; `since` is real time, as its `at`; in pages by `limit` and `after` (the last `sequence`) |
 * | `GET /sandbox/activities?since=` | | `DeliveredActivity[]`: every activity delivered to the bot, in the order of its answers |
 * | `GET /sandbox/faults` | | `{active, kinds}`: what is set, and what each kind does |
 * | `POST /sandbox/faults` | `FaultRequest[]`; empty: none | as `GET` |
 * | `POST /sandbox/reset` | | 200 once everything stands at its start again |
 *
 * What stands in conversations and is pressed there is in conversation-shapes.ts; what message extensions and meetings take
 * in extension-shapes.ts, tabs of channels in tab-shapes.ts, what becomes of teams, channels and people's app, and
 * what their activity feeds hold, in place-shapes.ts.
 *
 * Graph itself tells of changes to lists (`POST /v1.0/subscriptions`). Only https will do as an address to tell, or this
 * machine's own over http, where a developer's tunnel would end TLS.
 *
 * What is refused answers `ControlError` with 400 (body not understood), 403 (not a member), 404 (no such thing),
 * 409 (the dialog is closed, the message deleted).
 */

/** The body of every refusal. `error.message` is plain words; `expected` names each field that was not understood. */
export interface ControlError {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly expected?: readonly string[];
    /** On a press whose action is not in the card: what is. */
    readonly titles?: readonly string[];
    readonly verbs?: readonly string[];
  };
}

/** A person of the sandbox. `id` is what every other control takes as `persona`. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly entraObjectId: string;
  /** Empty: not in the plan. */
  readonly roles: readonly string[];
  readonly groups: readonly string[];
}

/** The tenant as the sandbox knows it; no secrets. */
export interface DirectoryView {
  readonly tenant: { readonly id: string; readonly name: string; readonly domain: string };
  readonly bot: { readonly appId: string; readonly name: string };
  readonly tab: { readonly appId: string };
  /** The site of the sample plan. */
  readonly site: SiteView;
  /** All sites, that one first. */
  readonly sites: readonly SiteView[];
  readonly personas: readonly Persona[];
  readonly teams: readonly TeamView[];
}

/** A SharePoint site. */
export interface SiteView {
  readonly hostname: string;
  readonly path: string;
  readonly displayName: string;
  /** IANA zone in which it shows and keeps date-only values. */
  readonly timeZone: string;
}

/** One team. `id` is the directory's (Entra) id, `threadId` what the Bot Connector calls it. */
export interface TeamView {
  readonly id: string;
  readonly threadId: string;
  readonly name: string;
  /** `id` is also the id of the channel's conversation. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** Ids of personas. */
  readonly members: readonly string[];
  readonly installed: boolean;
}

/**
 * - `tab`: the token teams-js hands the tab (`persona` is required).
 * - `graph`: an application token for the sandbox's Graph, or a person's when `persona` is given.
 */
export interface TokenRequest {
  readonly audience: 'graph' | 'tab';
  readonly persona?: string;
}

/**
 * What somebody must do in person before they are signed in again, in Teams or in a browser: say yes to Milepost, prove a
 * second time who they are, or wait for an administrator. `null`: nothing. Once they did, it is forgotten.
 */
export interface SignInNeedRequest {
  readonly persona: string;
  readonly need: 'consent' | 'mfa' | 'approval' | null;
}

/** The sandbox's clock. `listener` says whether Milepost answered while the clock moved (POST only). */
export interface ClockView {
  /** ISO 8601 instant. */
  readonly now: string;
  readonly listener?: 'answered' | 'unreachable' | 'failed';
  /** When something is due next, as far as Milepost said; null: nothing, or not known (POST only). */
  readonly nextEventAt?: string | null;
  /** How many moments the clock stopped at on the way (POST only). */
  readonly steps?: number;
}

/** Exactly one of the two. `advance` takes an ISO 8601 duration (`P14D`, `PT2H`) or `next`; `to` an ISO instant. */
export interface ClockRequest {
  readonly advance?: string;
  readonly to?: string;
}

/** `again: true` tells the bot once more of what it already accepted (a bot that lost its database). */
export interface InstallRequest {
  readonly again?: boolean;
}

/** `failed` names the team or persona the bot did not accept, and why; posting again tries just those. */
export interface InstallResult {
  readonly installed: number;
  readonly already: number;
  readonly failed: readonly { readonly subject: string; readonly reason: string }[];
}

/** Something that goes wrong on purpose; `GET /sandbox/faults` says what each kind does and which options it takes. */
export interface FaultRequest {
  readonly kind: string;
  /** Part of the requests it strikes, from 0 to 1. Default 1. */
  readonly rate?: number;
  /** The same seed strikes the same requests. Default 1. */
  readonly seed?: number;
  /** At most this often. */
  readonly times?: number;
  /** It ends when the sandbox's clock comes to this ISO instant. */
  readonly until?: string;
  /** Each answer asks for a time between the two; without `maxRetryAfterSeconds` always for the first. */
  readonly retryAfterSeconds?: number;
  readonly maxRetryAfterSeconds?: number;
  /** Retry-After as an HTTP date. Default false. */
  readonly asDate?: boolean;
  /** `graph-resync`: whether the answer has a Location. Default true. */
  readonly location?: boolean;
  /** `graph-slow`, `teams-slow`: how late. `teams-deliver-twice`: how much later the second copy comes. */
  readonly ms?: number;
  /** `teams-deliver-twice`. Default `same-id`. */
  readonly repeatAs?: 'same-id' | 'new-id';
  /** `teams-lost-update`. Default 403. */
  readonly status?: 403 | 404;
  /** `teams-refuse`: what the connector says; its status goes with it. Default `MessageWritesBlocked`. */
  readonly code?: string;
  /** Faults of the connector: only in this channel or chat (its id), or in this persona's chat. */
  readonly conversation?: string;
  readonly persona?: string;
}

/** One time that an activity was delivered to the bot, with what came of it. */
export interface DeliveredActivity {
  /** Real time of the answer, ISO; what `since` is compared with. */
  readonly at: string;
  /** As in `SendResult`. */
  readonly status: number;
  /** The body of the answer; null when there was none. */
  readonly answer: unknown;
  readonly activity: Readonly<Record<string, unknown>>;
  /** The id under which it was first delivered: copies share it (`times` of a press, `teams-deliver-twice`). */
  readonly firstId: string;
}

/** One request the sandbox got. Times are real ones, in milliseconds since 1970 with decimals. */
export interface LogEntry extends LoggedCall {
  /** Grows with every answer; never used again. */
  readonly sequence: number;
  /** ISO, of the answer. */
  readonly at: string;
  readonly arrivedAtMs: number;
  readonly answeredAtMs: number;
  readonly ms: number;
  readonly area: 'graph' | 'teams' | 'identity';
  /** The connection was cut in place of the answer: the client never saw `status`. */
  readonly wasCut?: boolean;
  readonly resourceUnits?: number;
  /**
   * Of a call of the Bot Connector: what it did, about which channel or chat (without a thread), and when the limits
   * judged it. A message that was refused for a limit has `status` 429 and is not counted by them.
   */
  readonly connector?: {
    readonly kind: 'send' | 'update' | 'delete' | 'create-conversation' | 'read';
    readonly conversationId: string | null;
    readonly atMs: number;
  };
  /** Of a `$batch`, in the order they were carried out. */
  readonly parts?: readonly (LoggedCall & { readonly id: string; readonly resourceUnits: number })[];
}

interface LoggedCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The same for the same method, path and body: tells a call that was made again. */
  readonly fingerprint?: string;
  readonly clientRequestId?: string;
  /** How long from the answer on the client was told to wait. */
  readonly retryAfterSeconds?: number;
}

/** What `GET /sandbox/events` streams; the event's name is `type`, its data the JSON of the rest. */
export type SandboxEvent =
  | {
      readonly type: 'message';
      readonly conversationId: string;
      readonly messageId: string;
      readonly change: 'created' | 'updated' | 'deleted' | 'view';
      /** With `view`: whose. */
      readonly personaId?: string;
    }
  | { readonly type: 'clock'; readonly now: string }
  /** A list of the site changed. */
  | { readonly type: 'lists' }
  /** A team, a channel or somebody's app is not what it was. */
  | { readonly type: 'places' }
  /** Something came into somebody's activity feed, or they have looked at it. */
  | { readonly type: 'feed'; readonly personaId: string }
  /** Everything stands at its start again: load all anew. */
  | { readonly type: 'reset' };

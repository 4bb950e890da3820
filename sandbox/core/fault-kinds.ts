/** The faults that can be switched on, with what each does. */
export const FAULT_KINDS = {
  'graph-throttle':
    'Graph answers 429 activityLimitReached with Retry-After, to a request or to one part of a batch. retryAfterSeconds: default 2, 0 leaves the header out. maxRetryAfterSeconds: each answer asks for another time between the two, as often whole as decimal seconds. asDate: true gives an HTTP date.',
  'graph-near-limit':
    'SharePoint says that little of the minute is left: RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset, on answers and on the 429s of graph-throttle.',
  'graph-busy':
    'Graph answers 503 serviceNotAvailable to a whole request without doing anything. retryAfterSeconds, maxRetryAfterSeconds, asDate: as above; without them there is no Retry-After.',
  'graph-outage':
    'Graph answers 503 serviceNotAvailable without Retry-After and without doing anything. until: ends it.',
  'graph-slow': 'Graph answers late. ms: delay, default 1000.',
  'graph-reset':
    'The connection is cut after a write took effect, so that its answer is lost; a batch is cut as a whole. Reads are spared.',
  'graph-conflict':
    'A change to a list item is refused with 409 resourceModified, as overlapping writes are, and nothing is written.',
  'graph-resync':
    'A delta that asks for changes is answered with 410 resyncRequired. location: false leaves the Location header out.',
  'graph-duplicates': 'A page of a delta lists its rows twice, first as they were one version before.',
  'graph-page-error': 'A page of a delta holds an error object among its rows.',
  'graph-subscribe-refused':
    'A subscription is refused with 403 accessDenied, as where the app may not be told of changes.',
  'graph-feed-refused':
    'An entry in an activity feed is refused with 403 Forbidden, as where the app has no permission.',
  'graph-document-refused':
    'A document is not taken: 403 accessDenied, as where the app may not write; or with status: 423 as while somebody has it open, 507 as where there is no room left.',
  'graph-notify-lost': 'A change notification is never delivered.',
  'graph-notify-twice': 'A change notification is delivered twice.',
  'teams-throttle':
    'The connector answers 429 with Retry-After. retryAfterSeconds: default 2, 0 leaves the header out.',
  'teams-no-retry-after':
    'A 429 that the connector gives because a limit is reached comes without Retry-After.',
  'teams-outage': 'The connector answers 502 without doing anything.',
  'teams-refuse':
    'The connector refuses a call about a channel or chat and does nothing. code: what it says, default MessageWritesBlocked, with the status that goes with it: 403 for MessageWritesBlocked, ConversationBlockedByUser, BotDisabledByAdmin and BotNotInConversationRoster, 404 ConversationNotFound, 412 PreconditionFailed, 502 BadGateway, 504 GatewayTimeout. persona or conversation: only in that chat or channel; this goes for every teams- fault of the connector.',
  'teams-reset':
    'The connection is cut after a message was stored, changed or deleted, so that the answer is lost.',
  'teams-slow':
    'The connector does at once what it is asked, and answers late. ms: delay, default 60000, longer than anybody waits.',
  'teams-lost-update':
    'The connector refuses to update a card: 403 MessageWritesBlocked, or with status: 404 as if it were gone, ActivityNotFoundInConversation.',
  'teams-deliver-twice':
    'Whatever is delivered to the bot is delivered a second time; the person sees the answer to the first. repeatAs: same-id (default) or new-id. ms: how much later, default at once.',
  'teams-file-gone': 'The address of a file that was sent answers 404.',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** What `teams-refuse` can say, with its status. */
export const REFUSALS = {
  MessageWritesBlocked: 403,
  ConversationBlockedByUser: 403,
  BotDisabledByAdmin: 403,
  BotNotInConversationRoster: 403,
  ConversationNotFound: 404,
  PreconditionFailed: 412,
  BadGateway: 502,
  GatewayTimeout: 504,
} as const;

/** Teams sends an activity again as it was; a layer above it sends it once more as a new one. */
export const REPEAT_AS = ['same-id', 'new-id'] as const;

export interface Fault {
  readonly kind: FaultKind;
  /** Part of the requests it strikes, from 0 to 1. Default 1. */
  readonly rate: number;
  /** The same seed strikes the same requests. Default 1. */
  readonly seed: number;
  /** Strikes at most this often. Default: no end. */
  readonly times?: number;
  /** Moment of the sandbox's clock at which it ends by itself. Default: no end. */
  readonly until?: Temporal.Instant;
  /** `graph-throttle`, `graph-busy`, `teams-throttle`. */
  readonly retryAfterSeconds?: number;
  /** `graph-throttle`, `graph-busy`: the longest that an answer asks for. Default: always `retryAfterSeconds`. */
  readonly maxRetryAfterSeconds?: number;
  /** `graph-throttle`, `graph-busy`: Retry-After is an HTTP date, by real time. Default false. */
  readonly asDate?: boolean;
  /** `graph-resync`: whether the answer says where to begin anew. Default true. */
  readonly location?: boolean;
  /** `graph-slow`, `teams-slow`, `teams-deliver-twice`. */
  readonly ms?: number;
  /** `teams-deliver-twice`: whether the second copy has the id of the first. Default `same-id`. */
  readonly repeatAs?: (typeof REPEAT_AS)[number];
  /** `teams-lost-update`: what the connector answers, 403 or 404; `graph-document-refused`: 403, 423 or 507. Default 403. */
  readonly status?: number;
  /** `teams-refuse`. Default `MessageWritesBlocked`. */
  readonly code?: keyof typeof REFUSALS;
  /** Faults of the connector: only in this channel or chat (its id, without a thread). Default: everywhere. */
  readonly conversation?: string;
  /** The persona whose chat `conversation` is, where it was named so. */
  readonly persona?: string;
}

import type { TokenCredential } from '@azure/identity';
import type { ItemRef, PlanId } from '../plan/plan.ts';
import type { RowKey } from '../plan/rows.ts';
import type { Recipient } from '../workflow/ports/messenger.ts';

/** What the bot must be told. The server reads it from its configuration; nothing here has a hidden default. */
export interface BotSettings {
  /** The bot's Entra application id. May be blank only when `authentication` is `anonymous`. */
  readonly appId: string;
  /** The tenant the bot's own identity lives in. */
  readonly tenantId: string;
  /** Tenants whose people may talk to the bot; everybody else is turned away before anything runs. */
  readonly allowedTenantIds: readonly string[];
  /** `anonymous` checks no token and accepts only services on this machine: for a local playground. */
  readonly authentication: 'entra' | 'anonymous';
  /** Addresses Teams may be reached at: same origin and a path below. Tokens go nowhere else. */
  readonly channelServiceUrls: readonly string[];
  /** Addresses below which Teams keeps the files people send and take; a host may begin with `*.`. No token goes there. */
  readonly fileUrls: readonly string[];
  /** Where the keys of incoming tokens are described. Default: the public Bot Framework. */
  readonly openIdMetadataUrl?: string;
  /** Who must have issued incoming tokens. Default: `https://api.botframework.com`. */
  readonly tokenIssuer?: string;
  /** Login address handed to the SDK. Default: the public cloud's, for `tenantId`. */
  readonly loginUrl?: string;
  /** For what outgoing tokens are asked. Default: `https://api.botframework.com`. */
  readonly oauthScope?: string;
  /** Gives outgoing tokens; `null` sends none (only when `anonymous`). */
  readonly credential: TokenCredential | null;
  /** How long one request to Teams, or one file, may take before it counts as ambiguous. */
  readonly sendTimeoutMs: number;
  /** A new key that nobody can guess: for submissions and for reference numbers of errors. */
  readonly newKey: () => string;
}

/** What a link into the dashboard tab may point at; nothing = the tab's start. */
export interface TabTarget {
  readonly planId: PlanId;
  readonly ref?: ItemRef;
  /** The page that lists the reports of boards. Default: the tab's start, or what else is named. */
  readonly view?: 'reports';
  /** Key of the board report that is open. */
  readonly report?: RowKey;
  /** Its posted version. Default: its draft, else what was posted last. */
  readonly version?: number | null;
  /** Name of the group whose items the tab shows. Default: those of all. */
  readonly group?: string;
}

/** Address of the dashboard tab, or of one plan or item in it. */
export type TabLink = (target?: TabTarget) => string;

/** Where a recipient was last seen. */
export interface KnownConversation {
  readonly serviceUrl: string;
  readonly botId: string;
  /** Teams' own id of a person (`29:…`). Without it the Entra object id is used. */
  readonly teamsUserId?: string | null;
  /** A person's chat with the bot, once it exists. */
  readonly conversationId?: string | null;
}

/** The memory of where Teams can be reached, and how much was sent there. */
export interface Conversations {
  /** `null` = the app was never seen there, or was removed. */
  serviceUrlFor(to: Recipient): Promise<KnownConversation | null>;
  /** Counts what was sent in answer to somebody: it takes from what Teams lets be sent there. */
  countSend(sent: { readonly tenantId: string; readonly conversationId: string }): Promise<void>;
}

/** One HTTP request to the bot's endpoint. Header names in lower case, as Node gives them. */
export interface IncomingTurn {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed JSON body, or `undefined`. */
  readonly body: unknown;
}

/** What to answer. A refusal has no body: it tells a stranger nothing. */
export interface TurnAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

import { SAID_ARRIVED, SEND_AGAIN } from './ledger-entry.ts';

/** Whether a notice was for a group's channel or for one person. */
export type To = 'channel' | 'person';

/** Reasons that are put in words; the code stands for one of them. */
const REASONS = {
  blocked: {
    person: 'They have blocked Milepost in Teams.',
    channel: 'The channel does not let Milepost post in it.',
  },
  'switched off': {
    person: 'IT has switched Milepost off for them.',
    channel: 'IT has switched Milepost off.',
  },
  'not installed': {
    person: 'They do not have Milepost in Teams.',
    channel: 'Milepost is not in the team.',
  },
  gone: {
    person: 'Teams does not know their chat with Milepost any more.',
    channel: 'The channel is gone, or its team is archived.',
  },
  'no channel': {
    person: 'Teams gives no way to reach them.',
    channel: 'The group has no channel in the Groups list.',
  },
  'not known': {
    person: 'Teams does not know this person: they may have left.',
    channel: 'Teams does not know the channel.',
  },
  'no answer': {
    person: 'Teams was asked to take it and gave no clear answer.',
    channel: 'Teams was asked to take it and gave no clear answer.',
  },
  stopped: {
    person: 'Milepost was stopped while it was being sent.',
    channel: 'Milepost was stopped while it was being sent.',
  },
  busy: {
    person: 'Teams was busy and asked Milepost to wait.',
    channel: 'Teams was busy and asked Milepost to wait.',
  },
  'not connected': {
    person: 'Teams could not be reached.',
    channel: 'Teams could not be reached.',
  },
  'not let in': {
    person: 'Teams did not accept Milepost’s sign-in. IT can look at its credentials.',
    channel: 'Teams did not accept Milepost’s sign-in. IT can look at its credentials.',
  },
  'own fault': {
    person:
      'Milepost could not make it, through a fault of its own. Whoever runs Milepost finds it in the log.',
    channel:
      'Milepost could not make it, through a fault of its own. Whoever runs Milepost finds it in the log.',
  },
  refused: {
    person: 'Teams refused the message itself. Whoever runs Milepost finds it in the log.',
    channel: 'Teams refused the message itself. Whoever runs Milepost finds it in the log.',
  },
  'news not allowed': {
    person: 'Milepost may not write in activity feeds: IT can give it leave. Nothing was sent instead.',
    channel: 'Milepost may not write in activity feeds: IT can give it leave. Nothing was sent instead.',
  },
  'out of hours': {
    person: 'Its turn came outside the hours in which they are written to.',
    channel: 'Its turn came outside the plan’s working hours.',
  },
  'on request': {
    person: 'Somebody asked for it, and got it as the answer.',
    channel: 'Somebody asked for it, and got it as the answer.',
  },
  'sent again': {
    person: 'A plan manager asked for it to be sent again.',
    channel: 'A plan manager asked for it to be sent again.',
  },
  'said to be there': {
    person: 'A plan manager said that it arrived.',
    channel: 'A plan manager said that it arrived.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<To, string>>>>;
type Reason = keyof typeof REASONS;

/** Every code that Milepost writes, and those of Teams that are known to come. */
const REASON_OF: Readonly<Record<string, Reason>> = {
  // Milepost's own.
  NoChannel: 'no channel',
  ChannelGone: 'gone',
  NotInstalled: 'not installed',
  NotMade: 'own fault',
  NewsNotAllowed: 'news not allowed',
  Throttled: 'busy',
  Paced: 'busy',
  Paused: 'busy',
  Stopped: 'not let in',
  TakenAway: 'stopped',
  TokenUnavailable: 'not let in',
  ServiceUrlNotAllowed: 'not known',
  OutOfHours: 'out of hours',
  ProcessLost: 'stopped',
  TimedOut: 'no answer',
  SdkError: 'no answer',
  NetworkError: 'no answer',
  OnRequest: 'on request',
  [SEND_AGAIN]: 'sent again',
  [SAID_ARRIVED]: 'said to be there',
  // Teams'.
  MessageWritesBlocked: 'blocked',
  ConversationBlockedByUser: 'blocked',
  Forbidden: 'blocked',
  NotEnoughPermissions: 'blocked',
  BotDisabledByAdmin: 'switched off',
  BotNotInConversationRoster: 'not installed',
  ConversationNotFound: 'gone',
  ActivityNotFoundInConversation: 'gone',
  MemberNotFoundInConversation: 'not known',
  BadSyntax: 'not known',
  BadArgument: 'refused',
  MessageSizeTooBig: 'refused',
  Unauthorized: 'not let in',
  BadGateway: 'no answer',
  ServiceUnavailable: 'no answer',
};

/** Statuses of HTTP where Teams gave no word of its own. */
const REASON_OF_STATUS: Readonly<Record<string, Reason>> = {
  400: 'refused',
  401: 'not let in',
  403: 'blocked',
  404: 'gone',
  408: 'no answer',
  412: 'busy',
  413: 'refused',
  429: 'busy',
};

/** Faults before a connection stood, as Node names them. */
const NOT_CONNECTED: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Why a notice stands as it does. A code that is not known is named: IT can look it up. */
export function codeWords(code: string, to: To): string {
  const reason = reasonOf(code);
  return reason === null ? `Teams gave the reason “${code}”. IT can look it up.` : REASONS[reason][to];
}

/** Whether a code has words of its own. */
export function hasWords(code: string): boolean {
  return reasonOf(code) !== null;
}

function reasonOf(code: string): Reason | null {
  if (Object.hasOwn(REASON_OF, code)) return REASON_OF[code] ?? null;
  if (NOT_CONNECTED.includes(code)) return 'not connected';
  // What breaks off once a connection stood, as Node names it.
  if (/^(E[A-Z]{3,}|UND_ERR_[A-Z_]+)$/.test(code)) return 'no answer';
  const [, status = ''] = /^HTTP(\d{3})$/.exec(code) ?? [];
  if (status.startsWith('5')) return 'no answer';
  return REASON_OF_STATUS[status] ?? null;
}

/** What went wrong, for code to branch on. Never branch on a message. */
export const ERROR_CODES = [
  /** The person may not do this. */
  'FORBIDDEN',
  /** The thing asked about is not there, or not in this plan. */
  'NOT_FOUND',
  /** What was sent cannot be understood; `userMessage` says what is allowed. */
  'BAD_INPUT',
  /** The card is older than what it asks about: the meeting closed, the item is gone. */
  'STALE',
  /** A setting is missing or wrong; `message` names it and says how to get a value. */
  'BAD_CONFIG',
  /** Another process holds what this one needs: a port, a data directory. */
  'IN_USE',
  /** Microsoft Graph refused or could not be reached. */
  'GRAPH',
  /** Something that Milepost needs does not answer just now; trying again later helps. */
  'UNAVAILABLE',
  /** A file is not an improvement plan; `message` says what was looked for. */
  'NOT_A_PLAN',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one error of Milepost's own. Carries a stable code and, where a person may read it, plain words. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Safe to show to a person; absent where only an operator can help. */
  readonly userMessage: string | undefined;
  /** Ids and codes only: never names, notes or tokens. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor({
    code,
    message,
    userMessage,
    details = {},
    cause,
  }: {
    code: ErrorCode;
    /** For the log: operation, subject, what was received, what to do. */
    message: string;
    userMessage?: string;
    details?: Readonly<Record<string, unknown>>;
    cause?: unknown;
  }) {
    super(message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.userMessage = userMessage;
    this.details = details;
  }
}

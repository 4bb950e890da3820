import { type Logger, pino } from 'pino';

/** Paths that must never reach a log, should somebody pass them by mistake. */
const REDACTED = [
  'authorization',
  'token',
  'password',
  'secret',
  'name',
  'email',
  'note',
  'text',
  '*.authorization',
  '*.token',
  '*.password',
  '*.secret',
  '*.name',
  '*.email',
  '*.note',
  '*.text',
];

/** One JSON line an event, on standard output. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[removed]' },
  });
}

/** What a setting must be, for the kinds that a slip of the finger can spoil. */
const MUST_BE: readonly (readonly [RegExp, string])[] = [
  [/^PORT$/, 'a port number from 0 to 65535, such as 3978'],
  [/_UNITS_PER_MINUTE$/, 'a whole number from 100, such as 1250'],
  [/_SECONDS$/, 'a whole number of seconds, such as 30'],
  [/_ID$/, 'an id like 00000000-0000-0000-0000-000000000000'],
  [/^DATABASE_URL$/, 'an address like postgres://user:password@host:5432/database'],
  [/_(GRAPH|AUTHORITY)_URL$/, 'an address that begins with https://'],
  [/_SIGN_IN_URL$/, 'an address that begins with https://'],
  [/_URL$/, 'a whole address, such as https://milepost.example.org'],
  [/_LOG_LEVEL$/, 'debug, info, warn, error or silent'],
  [/_APP_TYPE$/, 'UserAssignedMSI or SingleTenant'],
  [/_BOT_AUTH$/, 'entra or anonymous'],
  [/_CLOCK$/, 'real or driven'],
];

/** Says what a setting must be; its value only where it is no secret. */
export function faultOf(name: string, value: string | undefined): string {
  const words =
    MUST_BE.find(([pattern]) => pattern.test(name))?.[1] ?? 'another value; .env.sample says which';
  const shown = /PASSWORD|SECRET|DATABASE_URL/.test(name) ? 'what it is set to' : `“${value}”`;
  return `${name}: ${shown} does not fit. It must be ${words}.`;
}

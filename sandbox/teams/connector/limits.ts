import { ConnectorError } from './error.ts';

/** At most so many requests in any stretch of so many milliseconds. */
interface Rule {
  readonly requests: number;
  readonly perMs: number;
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

/**
 * Teams' limits for one bot: in one channel or chat (creating, sending, updating and deleting count alike), for reading its
 * members, and in the whole tenant.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const RULES = {
  send: [
    { requests: 7, perMs: SECOND_MS },
    { requests: 8, perMs: 2 * SECOND_MS },
    { requests: 60, perMs: 30 * SECOND_MS },
    { requests: 1_800, perMs: HOUR_MS },
  ],
  read: [
    { requests: 14, perMs: SECOND_MS },
    { requests: 16, perMs: 2 * SECOND_MS },
    { requests: 120, perMs: 30 * SECOND_MS },
    { requests: 3_600, perMs: HOUR_MS },
  ],
  tenant: [{ requests: 50, perMs: SECOND_MS }],
} as const satisfies Record<string, readonly Rule[]>;

export interface Limits {
  /**
   * Counts one request for a channel or chat.
   * @throws ConnectorError 429 with the seconds to wait when it is one too many; it is then not counted.
   */
  admit(kind: 'send' | 'read', placeId: string): void;
}

/** Counts requests in real time (`nowMs`, growing), for that is what Teams' limits are in. Kept in memory only. */
export function createLimits(nowMs: () => number = () => performance.now()): Limits {
  const admitted = new Map<string, number[]>();
  const timesOf = (key: string, rules: readonly Rule[]) => {
    const oldestMs = nowMs() - Math.max(...rules.map(({ perMs }) => perMs));
    const recent = (admitted.get(key) ?? []).filter((at) => at > oldestMs);
    admitted.set(key, recent);
    return recent;
  };
  return {
    admit(kind, placeId) {
      const now = nowMs();
      const own = timesOf(`${kind}:${placeId}`, RULES[kind]);
      const tenant = timesOf('tenant', RULES.tenant);
      refuseIfFull(own, { rules: RULES[kind], now });
      refuseIfFull(tenant, { rules: RULES.tenant, now });
      own.push(now);
      tenant.push(now);
    },
  };
}

function refuseIfFull(
  times: readonly number[],
  { rules, now }: { rules: readonly Rule[]; now: number },
): void {
  for (const { requests, perMs } of rules) {
    const oldest = times.at(-requests);
    if (oldest === undefined || oldest <= now - perMs) continue;
    throw new ConnectorError({
      status: 429,
      code: 'Throttled',
      message: `API calls quota exceeded! maximum admitted ${requests} per ${perMs / SECOND_MS} s`,
      retryAfterSeconds: Math.ceil((oldest + perMs - now) / SECOND_MS),
    });
  }
}

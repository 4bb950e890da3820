import { setTimeout as sleep } from 'node:timers/promises';
import { REFUSALS } from '../../core/fault-kinds.ts';
import type { Route, SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { ConnectorCallKind, LoggedConnectorCall } from '../../core/request-log.ts';
import type { World } from '../../core/world.ts';
import { placeIdIn } from '../places.ts';
import { ConnectorError } from './error.ts';

export interface ConnectorRoute {
  readonly method: string;
  /** Below `/connector`. */
  readonly path: string;
  readonly kind: ConnectorCallKind;
  /** Which channel, chat or team a call is about. Default: the one that `:id` in its path names. */
  readonly placeIdOf?: (request: SandboxRequest) => string | null;
  /** @throws ConnectorError */
  readonly handler: (request: SandboxRequest) => SandboxResponse;
}

/**
 * Turns connector calls into routes: the bot's token is checked, faults strike, refusals answer as Teams words them. Each
 * stands at Teams' first address and at that of any region (`/connector/emea/v3/…`).
 */
export function guardRoutes(world: World, routes: readonly ConnectorRoute[]): Route[] {
  return routes.flatMap((route) =>
    ['/connector', '/connector/:region'].map((prefix) => ({
      method: route.method,
      path: `${prefix}${route.path}`,
      area: 'teams' as const,
      handler: (request: SandboxRequest) => answerCall(world, { route, request }),
    })),
  );
}

async function answerCall(
  world: World,
  { route, request }: { route: ConnectorRoute; request: SandboxRequest },
): Promise<SandboxResponse> {
  const conversationId = route.placeIdOf?.(request) ?? placeIdIn(request.params.id);
  const describe = (): LoggedConnectorCall => ({
    kind: route.kind,
    conversationId,
    atMs: performance.timeOrigin + performance.now(),
  });
  try {
    await checkToken(world, request.headers.authorization);
    strikeFaults(world, conversationId);
    const connector = describe();
    return {
      ...(await loseAnswer(world, { response: route.handler(request), route, conversationId })),
      connector,
    };
  } catch (error) {
    if (error instanceof ConnectorError)
      return { ...toResponse(world, { error, conversationId }), connector: describe() };
    throw error;
  }
}

/** A sandbox may be told to take calls without a token, for a bot that runs without authentication. */
async function checkToken(world: World, header: string | undefined): Promise<void> {
  if (world.config.connectorAuth === 'off') return;
  try {
    await world.identity.verifyToken(header, 'connector');
  } catch (error) {
    throw new ConnectorError({
      status: 401,
      code: 'Unauthorized',
      message: `Authorization has been denied for this request: ${(error as Error).message}`,
    });
  }
}

const DEFAULT_RETRY_AFTER_SECONDS = 2;

function strikeFaults({ faults }: World, conversationId: string | null): void {
  if (faults.strike('teams-outage', conversationId) !== undefined)
    throw new ConnectorError({
      status: 502,
      code: 'BadGateway',
      message: 'Teams is out of order (a fault of the sandbox).',
    });
  const refusal = faults.strike('teams-refuse', conversationId);
  if (refusal !== undefined) {
    const { code = 'MessageWritesBlocked' } = refusal;
    throw new ConnectorError({ status: REFUSALS[code], code, message: 'Refused (a fault of the sandbox).' });
  }
  const throttle = faults.strike('teams-throttle', conversationId);
  if (throttle === undefined) return;
  throw new ConnectorError({
    status: 429,
    code: 'Throttled',
    message: 'API calls quota exceeded! (a fault of the sandbox)',
    retryAfterSeconds: throttle.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS,
  });
}

/** How late an answer under `teams-slow` comes when the fault does not say. */
const SLOW_MS = 60_000;

/** What was done stays done; its answer may be lost, or come late. */
async function loseAnswer(
  { faults }: World,
  {
    response,
    route,
    conversationId,
  }: { response: SandboxResponse; route: ConnectorRoute; conversationId: string | null },
): Promise<SandboxResponse> {
  const slow = faults.strike('teams-slow', conversationId);
  if (slow !== undefined) await sleep(slow.ms ?? SLOW_MS, undefined, { ref: false });
  if (route.kind === 'read' || faults.strike('teams-reset', conversationId) === undefined) return response;
  return { ...response, cut: true };
}

function toResponse(
  { faults }: World,
  { error, conversationId }: { error: ConnectorError; conversationId: string | null },
): SandboxResponse {
  const { status, code, message, retryAfterSeconds } = error;
  const isSilent = status === 429 && faults.strike('teams-no-retry-after', conversationId) !== undefined;
  return {
    status,
    // Teams sometimes sends 429 without the header; 0 leaves it out.
    headers: retryAfterSeconds && !isSilent ? { 'Retry-After': String(retryAfterSeconds) } : {},
    body: { error: { code, message } },
  };
}

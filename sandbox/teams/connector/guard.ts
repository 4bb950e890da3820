import type { Route, SandboxRequest, SandboxResponse } from '../../core/http.ts';
import type { World } from '../../core/world.ts';
import { ConnectorError } from './error.ts';

export interface ConnectorRoute {
  readonly method: string;
  /** Below `/connector`. */
  readonly path: string;
  /** @throws ConnectorError */
  readonly handler: (request: SandboxRequest) => SandboxResponse;
}

/** Turns connector calls into routes: the bot's token is checked, faults strike, refusals answer as Teams words them. */
export function guardRoutes(world: World, routes: readonly ConnectorRoute[]): Route[] {
  return routes.map(({ method, path, handler }) => ({
    method,
    path: `/connector${path}`,
    area: 'teams',
    async handler(request) {
      try {
        await checkToken(world, request.headers.authorization);
        strikeFaults(world);
        return handler(request);
      } catch (error) {
        if (error instanceof ConnectorError) return toResponse(error);
        throw error;
      }
    },
  }));
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

function strikeFaults({ faults }: World): void {
  if (faults.strike('teams-outage') !== undefined)
    throw new ConnectorError({
      status: 502,
      code: 'BadGateway',
      message: 'Teams is out of order (a fault of the sandbox).',
    });
  const throttle = faults.strike('teams-throttle');
  if (throttle === undefined) return;
  throw new ConnectorError({
    status: 429,
    code: 'Throttled',
    message: 'API calls quota exceeded! (a fault of the sandbox)',
    retryAfterSeconds: throttle.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS,
  });
}

function toResponse({ status, code, message, retryAfterSeconds }: ConnectorError): SandboxResponse {
  return {
    status,
    // Teams sometimes sends 429 without the header; 0 leaves it out.
    headers: retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
    body: { error: { code, message } },
  };
}

import { invalidRequest } from '../graph-error.ts';

/**
 * Where a delta stands. `all`: still listing every item, after `afterId`; `changes`: reading the journal after
 * `sequence`. Both remember the sequence that later changes are read from.
 */
export interface DeltaToken {
  readonly phase: 'all' | 'changes';
  readonly listId: string;
  /** The world's generation: tokens from before a reset are too old. */
  readonly generation: number;
  readonly sequence: number;
  readonly afterId: number;
  /** Sandbox time the token was given at, milliseconds. */
  readonly atMs: number;
}

/** The token as clients see it, which they must not read into. */
export function formatDeltaToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/**
 * Reads a token back.
 * @throws GraphError 400 when it is none, or another list's.
 */
export function parseDeltaToken(text: string, listId: string): DeltaToken {
  const token = decode(text);
  const isWhole =
    (token?.phase === 'all' || token?.phase === 'changes') &&
    token.listId === listId &&
    [token.generation, token.sequence, token.afterId, token.atMs].every(Number.isInteger);
  if (!isWhole) throw invalidRequest('Provided sync token is malformed');
  return token as DeltaToken;
}

function decode(text: string): Partial<DeltaToken> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

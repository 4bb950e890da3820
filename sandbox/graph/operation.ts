import type { World } from '../core/world.ts';
import type { Actor } from './actor.ts';
import type { GraphStore } from './store/store.ts';

/** What every operation works on. */
export interface Graph {
  readonly world: World;
  readonly store: GraphStore;
}

/** One request to Graph, or one part of a batch. */
export interface GraphCall {
  readonly method: string;
  readonly params: Record<string, string>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, or the bytes of a document; undefined without a body. */
  readonly body: unknown;
  readonly actor: Actor;
  /** Absolute address of the version, as the client sees it: `https://localhost:3980/v1.0`. */
  readonly base: string;
  /** Path after the version, without the query, still encoded. */
  readonly path: string;
}

export interface GraphAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** One thing that Graph can be asked. */
export interface Operation {
  readonly method: string;
  /** Path after the version, with `:names`. */
  readonly path: string;
  /** SharePoint resource units: 1 for one item or a delta with a token, 2 for collections and writes, 0 outside SharePoint. */
  readonly units: number | ((call: GraphCall) => number);
  /** A change to a list item, which overlapping writes can refuse. */
  readonly isItemChange?: boolean;
  /** What has to be waited for before it is done. @throws GraphError when it is refused */
  readonly before?: (graph: Graph, call: GraphCall) => Promise<void>;
  readonly handle: (graph: Graph, call: GraphCall) => GraphAnswer;
}

/** Reads the body as an object. */
export function readObject(body: unknown): Record<string, unknown> | undefined {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : undefined;
}

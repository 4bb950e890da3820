import type { BatchAnswer, BatchPart } from './batch.ts';

/** Requests sent and what they cost of the tenant's allowance, since the client was made. */
export interface Counters {
  readonly requests: number;
  /** SharePoint resource units, by its published table; every part of a batch counts. */
  readonly resourceUnits: number;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
}

/** All of Microsoft Graph that Milepost uses goes through one of these. Answers are JSON, not yet checked. */
export interface GraphClient {
  get(path: string, options?: CallOptions): Promise<unknown>;
  post(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  patch(path: string, body: unknown, options?: CallOptions): Promise<unknown>;
  delete(path: string, options?: CallOptions): Promise<void>;
  batch(parts: readonly BatchPart[]): Promise<readonly BatchAnswer[]>;
  counters(): Counters;
}

export interface WorkerSize {
  readonly plans: number;
  /** Of each plan. */
  readonly items: number;
}

/** Somebody of a plan. */
export interface Viewer {
  readonly planId: string;
  /** `Bearer …` */
  readonly authorization: string;
}

/** In MiB, once what is used no more was let go. */
export interface Memory {
  /** What its objects and buffers take. */
  readonly usedMib: number;
  /** What the process holds in RAM: what was let go before is used again, and does not show. */
  readonly heldMib: number;
}

export type FromWorker =
  | { readonly type: 'ready'; readonly url: string; readonly viewers: readonly Viewer[] }
  | { readonly type: 'done' }
  | ({ readonly type: 'memory' } & Memory);

/** `change`: each of these plans becomes another. `tidy`: memory that is used no more is let go, and the rest is told. */
export type ToWorker =
  | { readonly type: 'change'; readonly planIds: readonly string[] }
  | { readonly type: 'tidy' };

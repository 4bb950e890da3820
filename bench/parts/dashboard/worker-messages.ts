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

export type FromWorker =
  | { readonly type: 'ready'; readonly url: string; readonly viewers: readonly Viewer[] }
  | { readonly type: 'done' };

/** `change`: each of these plans becomes another. `tidy`: memory that is used no more is let go. */
export type ToWorker =
  | { readonly type: 'change'; readonly planIds: readonly string[] }
  | { readonly type: 'tidy' };

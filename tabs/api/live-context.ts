import { createContext, useContext } from 'react';

/** What tells the page that its plan has changed. Stays the same object as long as the plan is the same. */
export interface Live {
  /** Whether every change is told now; else it must be asked for often. */
  isOn(): boolean;
  /** Answers what ends it. */
  subscribe(onChange: () => void): () => void;
}

/** Outside a plan nothing is told. */
const NOTHING: Live = { isOn: () => false, subscribe: () => () => {} };

export const LiveContext = createContext(NOTHING);

export function useLive(): Live {
  return useContext(LiveContext);
}

import { createContext, useContext } from 'react';
import type { People } from '../cards/searched-choices.ts';

const PeopleContext = createContext<People>({ everyone: [], memberIds: [] });

/** Gives cards the people they may offer to choose from. */
export const PeopleProvider = PeopleContext.Provider;

export function usePeople(): People {
  return useContext(PeopleContext);
}

import { createContext, useContext } from 'react';
import { PERSONAL, type Place } from './place.ts';

/** Where the page stands; outside Teams as the app of one person. */
export const PlaceContext = createContext<Place>(PERSONAL);

export function usePlace(): Place {
  return useContext(PlaceContext);
}

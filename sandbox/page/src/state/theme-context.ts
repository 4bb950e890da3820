import { createContext, useContext } from 'react';
import type { ThemeName } from './theme.ts';

const ThemeNameContext = createContext<ThemeName>('light');

/** Gives the theme to the parts that are not drawn by Fluent UI: cards and the tab. */
export const ThemeNameProvider = ThemeNameContext.Provider;

export function useThemeName(): ThemeName {
  return useContext(ThemeNameContext);
}

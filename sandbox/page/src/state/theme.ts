import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useRemembered } from './remembered.ts';

export const THEME_NAMES = ['light', 'dark', 'contrast', 'glass'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** What each theme is called on screen, by Fluent UI, and by teams-js. */
export const THEMES: Readonly<Record<ThemeName, { label: string; fluent: Theme; teamsName: string }>> = {
  light: { label: 'Light', fluent: teamsLightTheme, teamsName: 'default' },
  dark: { label: 'Dark', fluent: teamsDarkTheme, teamsName: 'dark' },
  contrast: { label: 'High contrast', fluent: teamsHighContrastTheme, teamsName: 'contrast' },
  glass: { label: 'Glass', fluent: teamsDarkTheme, teamsName: 'glass' },
};

/** The theme, remembered; at first what the browser prefers. */
export function useTheme(): [ThemeName, (theme: ThemeName) => void] {
  return useRemembered<ThemeName>('theme', preferredTheme());
}

function preferredTheme(): ThemeName {
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

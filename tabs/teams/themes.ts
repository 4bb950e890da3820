import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';

/**
 * Fluent theme for the theme Teams names. `glass` is translucent and dark; a name not known yet is light.
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/access-teams-context#handle-theme-change
 */
export function fluentThemeOf(themeName: string): Theme {
  if (themeName === 'contrast') return teamsHighContrastTheme;
  if (themeName === 'dark' || themeName === 'glass') return teamsDarkTheme;
  return teamsLightTheme;
}

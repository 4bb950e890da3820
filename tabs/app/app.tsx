import { FluentProvider, makeStyles, teamsLightTheme, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { fluentThemeOf } from '../teams/themes.ts';
import { useMedia } from '../ui/use-media.ts';
import { usePrinting } from '../ui/use-printing.ts';
import { ViewBoundary } from '../ui/view-boundary.tsx';
import { Start } from './start.tsx';

const useStyles = makeStyles({
  page: {
    // The margin above a message stays inside, on the page's own ground.
    display: 'flow-root',
    minHeight: '100vh',
    // A word too long for its place, as addresses are, goes on in the next line.
    overflowWrap: 'break-word',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media print': { backgroundColor: tokens.colorNeutralBackground1 },
  },
});

/** The tab: its theme, and whatever its start leads to. */
export function App() {
  const styles = useStyles();
  const isDarkPreferred = useMedia('(prefers-color-scheme: dark)');
  const isPrinting = usePrinting();
  const [themeName, setThemeName] = useState<string | null>(null);
  const theme = fluentThemeOf(themeName ?? (isDarkPreferred ? 'dark' : 'default'));
  // So that what the browser draws itself, the calendar of a date field, can be seen on a dark page.
  const colorScheme = isPrinting || theme === teamsLightTheme ? 'light' : 'dark';
  return (
    <FluentProvider theme={isPrinting ? teamsLightTheme : theme}>
      {/* Not the provider itself: its classes are copied to panels and tooltips, which would cover the page. */}
      <div className={styles.page} style={{ colorScheme }}>
        <ViewBoundary>
          <Start onTheme={setThemeName} />
        </ViewBoundary>
      </div>
    </FluentProvider>
  );
}

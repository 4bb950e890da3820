import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { DirectoryView } from '../../controls/shapes.ts';
import { getDirectory } from './api/directory.ts';
import { SaidBar } from './chat/said-bar.tsx';
import { HintStrip } from './shell/hint-strip.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { Workspace } from './shell/workspace.tsx';
import { usePersonaId } from './state/address.ts';
import { useLiveEvents } from './state/live.ts';
import { THEMES, useTheme } from './state/theme.ts';
import { ThemeNameProvider } from './state/theme-context.ts';
import { useClock } from './state/use-clock.ts';
import { useLoaded } from './state/use-loaded.ts';
import './app.css';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** The whole page: a bar at the top, hints for newcomers, and the app that was chosen. */
export function App() {
  const styles = useStyles();
  const [theme, setTheme] = useTheme();
  const { value: directory, error, reload } = useLoaded('directory', getDirectory);
  useLiveEvents(({ type }) => {
    if (type === 'connected' && directory === undefined) reload();
  });
  useEffect(() => {
    // What the browser draws itself (the sign in a date's box, scroll bars) follows the theme, in dialogs too.
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={THEMES[theme].fluent} data-theme={theme}>
      <ThemeNameProvider value={theme}>
        <div className={styles.page}>
          {directory === undefined &&
            (error ? (
              <SaidBar said={{ intent: 'error', text: error }} />
            ) : (
              <Spinner label="Opening the sandbox…" />
            ))}
          {directory && <SignedIn directory={directory} theme={theme} onTheme={setTheme} />}
        </div>
      </ThemeNameProvider>
    </FluentProvider>
  );
}

interface SignedInProps {
  readonly directory: DirectoryView;
  readonly theme: ReturnType<typeof useTheme>[0];
  readonly onTheme: ReturnType<typeof useTheme>[1];
}

function SignedIn({ directory, theme, onTheme }: SignedInProps) {
  const [personaId, setPersonaId] = usePersonaId();
  const clock = useClock();
  const persona = directory.personas.find(({ id }) => id === personaId) ?? directory.personas[0];
  if (persona === undefined) return <SaidBar said={{ intent: 'error', text: 'The sandbox knows nobody.' }} />;
  return (
    <>
      <TopBar
        directory={directory}
        persona={persona}
        onPersona={setPersonaId}
        clock={clock}
        theme={theme}
        onTheme={onTheme}
      />
      {clock.trouble && <SaidBar said={{ intent: 'error', text: clock.trouble }} />}
      <HintStrip />
      <Workspace directory={directory} persona={persona} />
    </>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { DirectoryView, Persona } from '../../../controls/shapes.ts';
import type { ThemeName } from '../state/theme.ts';
import type { Clock } from '../state/use-clock.ts';
import { ClockControls } from './clock-controls.tsx';
import { PersonaSwitch } from './persona-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

interface TopBarProps {
  readonly directory: DirectoryView;
  readonly persona: Persona;
  readonly onPersona: (personaId: string) => void;
  readonly clock: Clock;
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '24px',
    '@media (max-width: 480px)': { columnGap: '4px' },
    rowGap: '4px',
    padding: '6px 12px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  grow: { flexGrow: 1 },
  who: {
    display: 'flex',
    minWidth: 0,
    '@media (max-width: 480px)': { order: -1, flex: '1 1 0', justifyContent: 'flex-end' },
  },
  // On a phone the room goes to who you are; screen readers still find the page's heading.
  titleOnPhone: {
    '@media (max-width: 480px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
});

/** The top of the page: what this is, the clock, the theme, and who you are. */
export function TopBar({ directory, persona, onPersona, clock, theme, onTheme }: TopBarProps) {
  const styles = useStyles();
  return (
    <header className={styles.bar}>
      <div className={styles.titleOnPhone}>
        <h1 className={styles.title}>Milepost sandbox</h1>
      </div>
      <ClockControls clock={clock} />
      <div className={styles.grow} />
      <div className={styles.who}>
        <ThemeSwitch theme={theme} onChange={onTheme} />
        <PersonaSwitch personas={directory.personas} persona={persona} onChange={onPersona} />
      </div>
    </header>
  );
}

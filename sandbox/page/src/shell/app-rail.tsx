import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AlertFilled,
  AlertRegular,
  ChatFilled,
  ChatRegular,
  type FluentIcon,
  FolderFilled,
  FolderRegular,
  PeopleTeamFilled,
  PeopleTeamRegular,
  TableFilled,
  TableRegular,
  TaskListSquareLtrFilled,
  TaskListSquareLtrRegular,
} from '@fluentui/react-icons';
import { addressOf, formatAddress, type Place } from '../state/address.ts';

const APPS: readonly { place: Place; label: string; icon: FluentIcon; shownIcon: FluentIcon }[] = [
  { place: 'activity', label: 'Activity', icon: AlertRegular, shownIcon: AlertFilled },
  { place: 'chat', label: 'Chat', icon: ChatRegular, shownIcon: ChatFilled },
  { place: 'teams', label: 'Teams', icon: PeopleTeamRegular, shownIcon: PeopleTeamFilled },
  { place: 'tab', label: 'Milepost', icon: TaskListSquareLtrRegular, shownIcon: TaskListSquareLtrFilled },
  { place: 'lists', label: 'Lists', icon: TableRegular, shownIcon: TableFilled },
  { place: 'files', label: 'Files', icon: FolderRegular, shownIcon: FolderFilled },
];

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    width: '68px',
    paddingTop: '8px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 720px)': {
      order: 3,
      flexDirection: 'row',
      width: '100%',
      padding: 0,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRight: 'none',
    },
  },
  app: {
    position: 'relative',
    display: 'grid',
    flexGrow: 0,
    justifyItems: 'center',
    gap: '2px',
    padding: '8px 4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    textDecorationLine: 'none',
    '&:hover': { color: tokens.colorBrandForeground1 },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 720px)': { flexGrow: 1 },
  },
  badge: { position: 'absolute', top: '4px', left: 'calc(50% + 4px)' },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  shown: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface AppRailProps {
  readonly place: Place;
  /** Entries of the activity feed that were not read. */
  readonly unreadActivity: number;
}

/** The apps at the edge of the page, as Teams has them. */
export function AppRail({ place, unreadActivity }: AppRailProps) {
  const styles = useStyles();
  return (
    <nav aria-label="Apps" className={styles.rail}>
      {APPS.map(({ place: target, label, icon, shownIcon }) => {
        const isShown = place === target;
        const Icon = isShown ? shownIcon : icon;
        return (
          <a
            key={target}
            className={mergeClasses(styles.app, isShown && styles.shown)}
            href={formatAddress(addressOf(target))}
            aria-current={isShown ? 'page' : undefined}
          >
            <Icon fontSize={24} aria-hidden />
            <span>
              {label}
              {target === 'activity' && unreadActivity > 0 && (
                <span className={styles.unseen}>, {unreadActivity} unread</span>
              )}
            </span>
            {target === 'activity' && unreadActivity > 0 && (
              <CounterBadge
                className={styles.badge}
                count={unreadActivity}
                size="small"
                color="danger"
                aria-hidden
              />
            )}
          </a>
        );
      })}
    </nav>
  );
}

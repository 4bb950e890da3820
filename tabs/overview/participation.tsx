import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { NO_FILTER } from '../../plan/filter/filter.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { Bar } from '../ui/bar.tsx';
import { Section } from '../ui/section.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  group: { ':not(:last-child)': { marginBottom: '12px' } },
  // However long its name, on the page.
  who: { minWidth: 0, maxWidth: '100%' },
  name: { display: 'inline-block', minHeight: '24px', maxWidth: '100%' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 8px' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface ParticipationProps {
  readonly groups: PlanOverview['groups'];
  readonly control: AddressControl;
}

/** How many of the items asked about at each group's last meeting were answered. */
export function Participation({ groups, control }: ParticipationProps) {
  const styles = useStyles();
  const participation = groups.flatMap(({ name, checkIns }) => {
    const last = checkIns.at(-1);
    return last ? [{ groupName: name, ...last }] : [];
  });
  return (
    <Section title="Who answered">
      {participation.length === 0 && <span className={styles.quiet}>No group has been asked yet.</span>}
      <ul className={styles.list}>
        {participation.map(({ groupName, answeredCount, askedCount, meetingWords }) => (
          <li key={`${groupName} ${meetingWords}`} className={styles.group}>
            <span className={styles.line}>
              <span className={styles.who}>
                <AddressLink
                  control={control}
                  to={{ ...NO_FILTER, view: 'items', group: groupName }}
                  className={styles.name}
                >
                  {groupName}
                </AddressLink>{' '}
                <strong>{askedCount === 0 ? 'nothing asked' : `${answeredCount} of ${askedCount}`}</strong>
              </span>
              <span className={styles.quiet}>{meetingWords}</span>
            </span>
            <Bar value={answeredCount} max={askedCount} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: '8px',
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 719px)': { flexDirection: 'row', flexWrap: 'wrap' },
  },
  link: {
    display: 'block',
    padding: '8px 12px',
    borderLeft: '3px solid transparent',
    color: tokens.colorNeutralForeground1,
  },
  chosen: {
    borderLeftColor: tokens.colorCompoundBrandStroke,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

/** One part of a page. */
export interface SectionNavEntry {
  /** As the address says it. */
  readonly id: string;
  readonly title: string;
  /** What is to be known of it before it is opened; `null`: nothing. */
  readonly words: string | null;
}

export interface SectionNavProps {
  readonly label: string;
  readonly entries: readonly SectionNavEntry[];
  /** Id of the one that is shown. */
  readonly chosen: string;
  readonly control: AddressControl;
}

/** The parts of a page, as links. */
export function SectionNav({ label, entries, chosen, control }: SectionNavProps) {
  const styles = useStyles();
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {entries.map(({ id, title, words }) => (
          <li key={id}>
            <AddressLink
              control={control}
              to={{ section: id }}
              className={mergeClasses(styles.link, id === chosen && styles.chosen)}
              isCurrent={id === chosen}
            >
              {title}
              {words !== null && <span className={styles.words}>{words}</span>}
            </AddressLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanId } from '../../plan/plan.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { draftName, useDrafts } from '../forms/drafts.ts';
import { SECTIONS } from './sections.ts';

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
  unsaved: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

export interface SectionListProps {
  readonly planId: PlanId;
  /** Id of the section that is shown. */
  readonly chosen: string;
  readonly control: AddressControl;
}

/** The sections of the settings, as links; which of them hold something unsaved stands beside them. */
export function SectionList({ planId, chosen, control }: SectionListProps) {
  const styles = useStyles();
  const names = [...useDrafts().keys()];
  return (
    <nav aria-label="Sections of the settings">
      <ul className={styles.list}>
        {SECTIONS.map(({ id, title, forms }) => {
          const isUnsaved = names.some((name) =>
            forms.some((form) => name.startsWith(draftName(planId, form))),
          );
          return (
            <li key={id}>
              <AddressLink
                control={control}
                to={{ section: id }}
                className={mergeClasses(styles.link, id === chosen && styles.chosen)}
                isCurrent={id === chosen}
              >
                {title}
                {isUnsaved && <span className={styles.unsaved}>Not saved yet</span>}
              </AddressLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

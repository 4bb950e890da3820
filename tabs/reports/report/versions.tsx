import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddressLink } from '../../address/address-link.tsx';
import type { AddressControl } from '../../address/use-address.ts';
import type { Report } from '../../api/report-schemas.ts';
import { placeOf } from '../address.ts';
import { useReportStyles } from '../use-report-styles.ts';

const useStyles = makeStyles({
  version: { padding: '4px 0', overflowWrap: 'anywhere' },
  chosen: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

export interface VersionsProps {
  readonly report: Report;
  readonly control: AddressControl;
}

/** The versions of a report that was corrected, or is being: each leads to what was posted. Nothing where there is one. */
export function Versions({ report: { key, version, versions, may }, control }: VersionsProps) {
  const styles = useStyles();
  const shared = useReportStyles();
  const hasDraft = version === null || may.edit;
  if (versions.length === 0 || versions.length + (hasDraft ? 1 : 0) < 2) return null;
  const link = (to: number | null, words: string) => {
    const isChosen = to === version;
    return (
      <AddressLink
        control={control}
        to={placeOf(key, to)}
        className={mergeClasses(shared.link, isChosen && styles.chosen)}
        isCurrent={isChosen}
      >
        {words}
      </AddressLink>
    );
  };
  return (
    <nav aria-label="Versions of this report">
      <ul className={shared.list}>
        {hasDraft && <li className={styles.version}>{link(null, 'The correction, not posted yet')}</li>}
        {versions
          .toSorted((one, other) => other.version - one.version)
          .map((one) => (
            <li key={one.version} className={styles.version}>
              {link(one.version, `Version ${one.version}`)}, posted {one.postedWords}
              {one.correction !== null && `. What is different: ${one.correction}`}
            </li>
          ))}
      </ul>
    </nav>
  );
}

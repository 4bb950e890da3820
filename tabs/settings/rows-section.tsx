import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { SettingsRow } from '../../plan/content.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { Section } from '../ui/section.tsx';

const useStyles = makeStyles({
  intro: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  rows: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    padding: '8px 0',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  name: { display: 'inline-block', minHeight: '24px', fontWeight: tokens.fontWeightSemibold },
  words: { color: tokens.colorNeutralForeground2 },
  way: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: '0 0 14px' },
  heading: {
    width: 'fit-content',
    margin: '0 0 14px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  link: { display: 'inline-block', minHeight: '24px' },
});

export interface RowsSectionProps {
  readonly title: string;
  readonly intro: string;
  /** As the address says it. */
  readonly id: string;
  readonly control: AddressControl;
  /** Key of the row that is open, `new`, or `null` for the list. */
  readonly open: string | null;
  readonly rows: readonly SettingsRow[];
  /** What a new one is called: `a group`. */
  readonly newWords: string;
  /** The form of a row; of something new for `null`. */
  readonly form: (row: SettingsRow | null) => ReactNode;
}

/** Rows of a list: each leads to its form. */
export function RowsSection(props: RowsSectionProps) {
  const { title, intro, id, control, open, rows, newWords } = props;
  const styles = useStyles();
  if (open !== null) return <OpenRow key={open} {...props} open={open} />;
  return (
    <Section title={title}>
      <p className={styles.intro}>{intro}</p>
      <p className={styles.way}>
        <AddressLink control={control} to={{ section: `${id}/new` }} className={styles.link}>
          Add {newWords}
        </AddressLink>
      </p>
      <ul className={styles.rows}>
        {rows.map(({ key, name, words }) => (
          <li key={key} className={styles.row}>
            <AddressLink control={control} to={{ section: `${id}/${key}` }} className={styles.name}>
              {name}
            </AddressLink>
            <div className={styles.words}>{words}</div>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className={styles.words}>There are none yet.</p>}
    </Section>
  );
}

function OpenRow({
  title,
  id,
  control,
  open,
  rows,
  newWords,
  form,
}: RowsSectionProps & { readonly open: string }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const row = rows.find(({ key }) => key === open) ?? null;
  useEffect(() => heading.current?.focus(), []);
  const isGone = row === null && open !== 'new';
  return (
    <Section title={title}>
      <p className={styles.way}>
        <AddressLink control={control} to={{ section: id }} className={styles.link}>
          Back to the list
        </AddressLink>
        {row?.rowUrl != null && <OutsideLink href={row.rowUrl}>Open in SharePoint</OutsideLink>}
      </p>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {row?.name ?? (isGone ? 'This is no longer in the plan' : `Add ${newWords}`)}
      </h3>
      {isGone ? <p className={styles.words}>Somebody may have deleted it in SharePoint.</p> : form(row)}
    </Section>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ColourCounts } from '../../plan/content.ts';
import { COLOUR_SIGNS, ITEM_COLOURS } from '../../plan/filter/colours.ts';
import { NO_FILTER } from '../../plan/filter/filter.ts';
import { AddressLink } from '../address/address-link.tsx';
import type { AddressControl } from '../address/use-address.ts';
import { countOf } from '../model/counts.ts';
import { ColourLetter } from '../ui/colour-letter.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  colours: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 14px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    minHeight: '26px',
    color: tokens.colorNeutralForeground1,
  },
});

export interface GroupColoursProps {
  readonly groupName: string;
  readonly counts: ColourCounts;
  readonly control: AddressControl;
}

/** How many of a group's items have which colour; each opens them. Colours that none has are left out. */
export function GroupColours({ groupName, counts, control }: GroupColoursProps) {
  const styles = useStyles();
  const { hidden } = useHiddenStyles();
  return (
    <ul className={styles.colours}>
      {ITEM_COLOURS.filter((colour) => countOf(counts, colour) > 0).map((colour) => (
        <li key={colour}>
          <AddressLink
            control={control}
            to={{ ...NO_FILTER, view: 'items', group: groupName, colour }}
            className={styles.link}
          >
            <ColourLetter colour={colour} />
            <strong>{countOf(counts, colour)}</strong> {COLOUR_SIGNS[colour].word}
            <span className={hidden}> of {groupName}</span>
          </AddressLink>
        </li>
      ))}
    </ul>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { type MouseEvent, useEffect, useRef } from 'react';
import { VIEWS, type View } from '../../plan/filter/views.ts';
import type { AddressControl } from '../address/use-address.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { ViewLinks } from './view-links.tsx';

/** What a phone always shows of them; the one in view takes the place of the last. */
const FIRST: readonly View[] = ['plan', 'timeline'];

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    padding: '0 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '0 4px' },
  },
  others: { paddingBottom: '6px' },
});

export interface ViewTabsProps {
  readonly control: AddressControl;
  /** Settings are for plan managers. */
  readonly isPlanManager: boolean;
}

/** The pages of the dashboard, as links: each has an address of its own. On a phone most of them are a press away. */
export function ViewTabs({ control, isPlanManager }: ViewTabsProps) {
  const styles = useStyles();
  const { noPrint } = useHiddenStyles();
  const isNarrow = useMedia(NARROW);
  const bar = useRef<HTMLElement>(null);
  const isFollowed = useRef(false);
  const { view: chosen } = control.address;
  const views = VIEWS.filter((view) => view !== 'settings' || isPlanManager);
  const first = FIRST.includes(chosen) ? FIRST : [...FIRST.slice(0, -1), chosen];

  // The link that was pressed is gone with the others: its page's is where the focus goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the page is another
  useEffect(() => {
    if (isFollowed.current) bar.current?.querySelector<HTMLElement>('[aria-current=page]')?.focus();
    isFollowed.current = false;
  }, [chosen]);
  const noteFollowed = (event: MouseEvent) => {
    isFollowed.current = event.defaultPrevented;
  };

  return (
    <nav ref={bar} aria-label="Views of the plan" className={noPrint}>
      <div className={styles.bar}>
        <ViewLinks views={isNarrow ? first : views} control={control} />
        {isNarrow && (
          <Disclosure key={chosen} label="More pages" className={styles.others}>
            {/* biome-ignore lint/a11y: what is pressed in it is a link */}
            <div onClick={noteFollowed}>
              <ViewLinks views={views.filter((view) => !first.includes(view))} control={control} />
            </div>
          </Disclosure>
        )}
      </div>
    </nav>
  );
}

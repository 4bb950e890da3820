import type { PlanOverview } from '../../plan/content.ts';
import type { ItemRef } from '../../plan/plan.ts';
import { keyOf } from '../model/filter.ts';
import { becauseWords } from '../model/moved-words.ts';
import { Entry } from '../overview/entry.tsx';
import { MovedWords } from '../overview/moved-words.tsx';
import { Section } from '../ui/section.tsx';
import { ShowMore } from '../ui/show-more.tsx';
import { useTableStyles } from '../ui/use-table-styles.ts';

const SHOWN_AT_FIRST = 12;

export interface OtherwiseProps {
  readonly moved: PlanOverview['moved'];
  readonly onOpen: (ref: ItemRef) => void;
}

/** What the changes came to: items whose colour, date or stage is another, what went wrong first. */
export function Otherwise({ moved, onOpen }: OtherwiseProps) {
  const table = useTableStyles();
  return (
    <Section title={`What stands otherwise: ${moved.length}`}>
      {moved.length === 0 && <span className={table.quiet}>No colour, date or stage is another.</span>}
      <ShowMore entries={moved} count={SHOWN_AT_FIRST}>
        {(one) => (
          <Entry
            key={keyOf(one.item)}
            item={one.item}
            facts={[becauseWords(one), one.item.groupName]}
            onOpen={onOpen}
          >
            <div>{one.item.title}</div>
            <MovedWords moved={one} />
          </Entry>
        )}
      </ShowMore>
    </Section>
  );
}

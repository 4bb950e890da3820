import type { PlanOverview } from '../../plan/content.ts';
import { keyOf } from '../model/filter.ts';
import { becauseWords } from '../model/moved-words.ts';
import { Entry } from './entry.tsx';
import { MovedWords } from './moved-words.tsx';
import type { PartProps } from './part-props.ts';
import { ShortList } from './short-list.tsx';

export interface MovedProps extends PartProps {
  readonly moved: PlanOverview['moved'];
  readonly sinceWords: string;
}

/** What stands otherwise than on the day compared with, and why. */
export function Moved({ moved, sinceWords, control, onOpen }: MovedProps) {
  return (
    <ShortList
      title={`Changed since ${sinceWords}`}
      entries={moved}
      emptyWords="Every item stands as it did."
      control={control}
      all={{ view: 'changes' }}
    >
      {(one) => (
        <Entry key={keyOf(one.item)} item={one.item} facts={[becauseWords(one)]} onOpen={onOpen}>
          <MovedWords moved={one} />
        </Entry>
      )}
    </ShortList>
  );
}

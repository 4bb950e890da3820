import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanOverview } from '../../plan/content.ts';
import { keyOf } from '../model/filter.ts';
import { waitWords } from '../model/item-words.ts';
import { Entry } from './entry.tsx';
import type { PartProps } from './part-props.ts';
import { ShortList } from './short-list.tsx';
import { Title } from './title.tsx';

const useStyles = makeStyles({ ask: { fontWeight: tokens.fontWeightSemibold } });

export interface AskedProps extends PartProps {
  readonly asked: PlanOverview['asked'];
}

/** What waits on a decision or is Red, with what each needs. */
export function Asked({ asked, control, onOpen }: AskedProps) {
  const styles = useStyles();
  return (
    <ShortList
      title="Asked of the board"
      entries={asked}
      emptyWords="Nothing is asked of the board."
      control={control}
      all={{ view: 'items', show: 'asked' }}
    >
      {({ item, ask }) => (
        <Entry
          key={keyOf(item)}
          item={item}
          facts={[item.groupName && `${item.groupName} group`, waitWords(item)]}
          onOpen={onOpen}
        >
          <Title>{item.title}</Title>
          <span className={styles.ask}>{ask}</span>
        </Entry>
      )}
    </ShortList>
  );
}

import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ItemStory } from '../../plan/content.ts';
import type { Rag } from '../../plan/glossary.ts';
import { shortDay } from '../model/day-words.ts';
import { ColourWord } from '../ui/colour-word.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';
import { Fact } from './fact.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(84px, 120px) minmax(0, 3fr)',
    gap: '8px 12px',
    margin: '16px 0 0',
  },
});

export interface StoryFactsProps {
  readonly story: ItemStory;
}

/** Where an item stands: stage, colours, dates, people, evidence. */
export function StoryFacts({ story }: StoryFactsProps) {
  const styles = useStyles();
  const { item, evidenceUrl, rowUrl, syncPending } = story;
  const isWaiting = item.stage === 'Waiting on others';
  return (
    <dl className={styles.list}>
      <Fact name="Stage">{item.stage}</Fact>
      <Fact name="Schedule">{ragWord(item.schedule, 'none')}</Fact>
      <Fact name="Confidence">{ragWord(item.confidence, 'not stated')}</Fact>
      <Fact name="First due">{item.baseline?.words ?? 'no date'}</Fact>
      <Fact name="Now expected">
        {[item.forecast?.words ?? 'no date', item.dueIn].filter((words) => words).join(', ')}
      </Fact>
      <Fact name="Owner">{item.ownerName ?? 'nobody yet'}</Fact>
      <Fact name="Group">{item.groupName ?? 'none'}</Fact>
      <Fact name="Theme">{item.themeTitle ?? 'none'}</Fact>
      {item.completedOn && <Fact name="Done on">{shortDay(item.completedOn)}</Fact>}
      {isWaiting && <Fact name="Waits on">{item.waitingOnName ?? 'nobody named'}</Fact>}
      {isWaiting && item.waitingSince && <Fact name="Since">{item.waitingSince}</Fact>}
      {item.blocker && <Fact name="In the way">“{item.blocker}”</Fact>}
      <Fact name="Evidence">
        {evidenceUrl ? (
          <>
            <OutsideLink href={evidenceUrl}>{evidenceUrl}</OutsideLink> (opens in a new window)
          </>
        ) : (
          'none yet'
        )}
      </Fact>
      {rowUrl && (
        <Fact name="In SharePoint">
          <OutsideLink href={rowUrl}>Open the row in SharePoint, in a new window</OutsideLink>
        </Fact>
      )}
      {syncPending && (
        <Fact name="On its way">The newest answer is saved and will be in SharePoint shortly.</Fact>
      )}
    </dl>
  );
}

function ragWord(rag: Rag | null, noneWords: string): ReactNode {
  return rag ? <ColourWord colour={rag} /> : noneWords;
}

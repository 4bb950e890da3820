import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import { useItem } from '../api/view-item.ts';
import { attentionWords } from '../model/item-words.ts';
import { Waiting } from '../ui/waiting.tsx';
import { HistoryList } from './history-list.tsx';
import { StoryFacts } from './story-facts.tsx';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  attention: {
    margin: '12px 0 0',
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  heading: { margin: '24px 0 12px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

export interface ItemStoryProps {
  readonly planId: PlanId;
  readonly item: ItemRef;
}

/** The story of one item, read when it is opened and kept up to date while it is. */
export function ItemStoryView({ planId, item }: ItemStoryProps) {
  const styles = useStyles();
  const { data: story, error, retry } = useItem({ planId, ...item, on: null });
  if (!story) {
    if (!error) return <Waiting label="Reading its story" />;
    return (
      <>
        <p role="alert">{error.message}</p>
        <Button onClick={retry}>Try again</Button>
      </>
    );
  }
  const attention = attentionWords(story.item);
  return (
    <>
      <p className={styles.text}>{story.fullText ?? story.item.title}</p>
      {error && <p role="status">Could not refresh. {error.message}</p>}
      {attention.length > 0 && (
        <p className={styles.attention}>Needs a closer look: {attention.join('; ')}.</p>
      )}
      <StoryFacts story={story} />
      <h3 className={styles.heading}>History</h3>
      <HistoryList history={story.history} />
    </>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId } from 'react';
import type { ItemRef, PlanId } from '../../plan/plan.ts';
import type { Address } from '../address/address.ts';
import { isRefusal } from '../api/api-error.ts';
import { useItem } from '../api/view-item.ts';
import { attentionWords, itemName } from '../model/item-words.ts';
import { ViewBoundary } from '../ui/view-boundary.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CopyLink } from './copy-link.tsx';
import { Decisions } from './decisions.tsx';
import { HistoryList } from './history-list.tsx';
import { StoryFacts } from './story-facts.tsx';
import { useStoryStyles } from './use-story-styles.ts';

/** With its forms: fetched when a story is opened. */
const ItemVoices = lazy(() => import('../co-production/item-voices.tsx'));

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  note: {
    margin: '0 0 12px',
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  attention: {
    margin: '12px 0 0',
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorPaletteMarigoldBorderActive}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

export interface ItemStoryProps {
  readonly planId: PlanId;
  readonly item: ItemRef;
  /** What the page shows, its past day among it. */
  readonly address: Address;
  readonly onClose: () => void;
}

/** The story of one item, read when it is opened and kept up to date while it is. */
export function ItemStoryView({ planId, item, address, onClose }: ItemStoryProps) {
  const styles = useStyles();
  const { heading } = useStoryStyles();
  const historyId = useId();
  const { data: story, error, retry } = useItem({ planId, ...item, on: address.on });
  if (!story) {
    if (!error) return <Waiting label="Reading its story" />;
    return (
      <>
        <p role="alert">{error.message}</p>
        {isRefusal(error) ? (
          <Button onClick={onClose}>Back to the plan</Button>
        ) : (
          <Button onClick={retry}>Try again</Button>
        )}
      </>
    );
  }
  const attention = attentionWords(story.item);
  return (
    <>
      {story.isPast && (
        <p className={styles.note}>
          As it stood at the end of {story.asAtWords}. Owner, group, dates first promised and evidence are
          those of today.
        </p>
      )}
      <p className={styles.text}>{story.fullText ?? story.item.title}</p>
      {error && <p role="status">Could not refresh. {error.message}</p>}
      {attention.length > 0 && (
        <p className={styles.attention}>Needs a closer look: {attention.join('; ')}.</p>
      )}
      <StoryFacts story={story} />
      <CopyLink address={{ ...address, planId, item }} label={itemName(story.item)} />
      <Decisions story={story} />
      {!story.isPast && (
        <ViewBoundary>
          <Suspense fallback={null}>
            <ItemVoices planId={planId} item={item} onChange={retry} />
          </Suspense>
        </ViewBoundary>
      )}
      <h3 id={historyId} className={heading}>
        History
      </h3>
      <HistoryList history={story.history} headingId={historyId} />
    </>
  );
}

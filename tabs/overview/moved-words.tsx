import { makeStyles } from '@fluentui/react-components';
import type { MovedItem } from '../../plan/content.ts';
import { ColourWord } from '../ui/colour-word.tsx';
import { useHiddenStyles } from '../ui/use-hidden-styles.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 12px' },
  pair: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px' },
});

export interface MovedWordsProps {
  readonly moved: MovedItem;
}

/** From what to what an item moved: colour, date; its stage where nothing else did. */
export function MovedWords({ moved }: MovedWordsProps) {
  const styles = useStyles();
  const { colour, expected, stage, isNew } = moved;
  const isStageAlone = colour === null && expected === null;
  return (
    <span className={styles.words}>
      {isNew && <span>New</span>}
      {colour && (
        <span className={styles.pair}>
          <ColourWord colour={colour.from} />
          <Arrow />
          <ColourWord colour={colour.to} />
        </span>
      )}
      {expected && (
        <span className={styles.pair}>
          {expected.from} <Arrow /> <strong>{expected.to}</strong>
        </span>
      )}
      {stage && isStageAlone && (
        <span className={styles.pair}>
          {stage.from} <Arrow /> <strong>{stage.to}</strong>
        </span>
      )}
    </span>
  );
}

function Arrow() {
  const { hidden } = useHiddenStyles();
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className={hidden}> to </span>
    </>
  );
}

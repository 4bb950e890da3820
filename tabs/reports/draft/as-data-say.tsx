import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Disclosure } from '../../ui/disclosure.tsx';
import { beginOf } from '../saving/begin-of.ts';
import { Words } from '../words.tsx';
import type { SectionProps } from './section-props.ts';

const useStyles = makeStyles({
  data: { padding: '10px 12px 2px', backgroundColor: tokens.colorNeutralBackground3 },
});

/** What the data say of a section that somebody edited, and the way back to it. */
export function AsDataSay({ section, saver }: SectionProps) {
  const styles = useStyles();
  const back = () => saver.choose(beginOf(section), { text: section.words, asData: section.words });
  return (
    <>
      <Button size="small" aria-label={`Back to what the data say: ${section.title}`} onClick={back}>
        Back to what the data say
      </Button>
      <Disclosure label="Show what the data say" className={styles.data}>
        <Words words={section.words} />
      </Disclosure>
    </>
  );
}

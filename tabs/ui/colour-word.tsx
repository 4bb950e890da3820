import { makeStyles } from '@fluentui/react-components';
import type { ItemColour } from '../../plan/content.ts';
import { COLOUR_SIGNS } from '../../plan/filter/colours.ts';
import { ColourLetter } from './colour-letter.tsx';

const useStyles = makeStyles({
  pair: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
});

export interface ColourWordProps {
  readonly colour: ItemColour;
}

/** A colour as letter and word. */
export function ColourWord({ colour }: ColourWordProps) {
  return (
    <span className={useStyles().pair}>
      <ColourLetter colour={colour} />
      {COLOUR_SIGNS[colour].word}
    </span>
  );
}

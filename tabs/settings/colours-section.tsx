import { makeStyles } from '@fluentui/react-components';
import { ColourWord } from '../ui/colour-word.tsx';
import type { SectionProps } from './section-props.ts';
import { SettingFields } from './setting-fields.tsx';

const useStyles = makeStyles({
  preview: { margin: 0, display: 'grid', gap: '6px' },
  line: { display: 'grid', gridTemplateColumns: '84px minmax(0, 1fr)', gap: '6px', overflowWrap: 'anywhere' },
});

const MEANINGS = { Green: 'greenMeans', Amber: 'amberMeans', Red: 'redMeans' } as const;
const COLOURS = ['Green', 'Amber', 'Red'] as const;

/** What owners mean by the colours they state, in the plan’s own words. */
export default function ColoursSection({ tools }: SectionProps) {
  const styles = useStyles();
  return (
    <SettingFields
      tools={tools}
      title="Colours"
      draft="plan:colours"
      intro="What an owner says by a colour. Colours worked out from the dates mean the same in every plan."
      names={Object.values(MEANINGS)}
    >
      {(values) => (
        <section aria-label="How it will read" className={styles.preview}>
          {COLOURS.map((colour) => (
            <div key={colour} className={styles.line}>
              <ColourWord colour={colour} />
              <span>{String(values[MEANINGS[colour]] ?? '')}</span>
            </div>
          ))}
        </section>
      )}
    </SettingFields>
  );
}

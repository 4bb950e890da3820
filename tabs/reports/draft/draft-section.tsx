import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { PaperTable } from '../../papers/paper-table.tsx';
import { Section } from '../../ui/section.tsx';
import { useHiddenStyles } from '../../ui/use-hidden-styles.ts';
import { isUnsaved, needsSomebody } from '../model/drafted.ts';
import { beginOf } from '../saving/begin-of.ts';
import { useReportStyles } from '../use-report-styles.ts';
import { Words } from '../words.tsx';
import { AsDataSay } from './as-data-say.tsx';
import { InternalSwitch } from './internal-switch.tsx';
import { isToldInFacts, PublicChoice, publicWords } from './public-choice.tsx';
import { SaveState } from './save-state.tsx';
import { SectionEditor } from './section-editor.tsx';
import type { SectionProps } from './section-props.ts';
import { Sources } from './sources.tsx';
import { WhoseWords } from './whose-words.tsx';

export interface DraftSectionProps extends SectionProps {
  readonly mayEdit: boolean;
}

/** One section: what it says and whose words that are, its tables, what it comes from, and what can be done with it. */
export function DraftSection({ mayEdit, ...props }: DraftSectionProps) {
  const { section, saver, drafted, control } = props;
  const styles = useReportStyles();
  const { noPrint } = useHiddenStyles();
  const edit = useRef<HTMLButtonElement>(null);
  const isChosen = mayEdit && control.address.section === section.id;
  const isOpen = isChosen || (drafted !== null && needsSomebody(drafted));
  const wasOpen = useRef(false);
  useEffect(() => {
    // The button that closed it is gone.
    if (wasOpen.current && !isOpen && !document.activeElement?.matches('a, button, input, textarea'))
      edit.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  const stands = beginOf(section);
  const isMine = drafted !== null && isUnsaved(drafted);
  const shown = isMine ? drafted : stands;
  const isInternal = shown.isInternal ?? section.isInternal;
  const isInFacts = isToldInFacts(section.id);
  const choose = (to: boolean | null) => saver.choose(stands, { isInternal: to });
  return (
    <Section title={section.title} isLong>
      <WhoseWords section={section} isEdited={shown.text !== section.words} isUnsaved={isMine}>
        {isOpen ? <SectionEditor {...props} /> : <Words words={shown.text} />}
      </WhoseWords>
      {section.tables.map((table) => (
        <PaperTable key={table.caption} table={table} />
      ))}
      <Sources sources={section.sources} control={control} />
      {mayEdit ? (
        <div className={noPrint}>
          <div className={styles.buttons}>
            {!isOpen && (
              <Button
                ref={edit}
                size="small"
                aria-label={`Edit: ${section.title}`}
                onClick={() => control.change({ section: section.id })}
              >
                Edit
              </Button>
            )}
            {isInFacts ? (
              <PublicChoice title={section.title} isInternal={shown.isInternal} onChange={choose} />
            ) : (
              <InternalSwitch title={section.title} isInternal={isInternal} onChange={choose} />
            )}
            {shown.text !== section.words && <AsDataSay {...props} />}
          </div>
        </div>
      ) : (
        (isInFacts || isInternal) && (
          <p className={styles.quiet}>
            {isInFacts
              ? `In the public note: ${publicWords(shown.isInternal)}`
              : 'Internal: not in the public note.'}
          </p>
        )
      )}
      <SaveState {...props} />
    </Section>
  );
}

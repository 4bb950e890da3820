import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CalendarPreviewContent } from '../../../plan/content.ts';
import { confirmCalendar, forgetCalendar } from '../../api/plan-calendar.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';
import { Told } from '../../ui/told.tsx';
import { Lines } from '../import/lines.tsx';
import { useEntryStyles } from '../use-entry-styles.ts';
import { KIND_CHOICES } from './kinds.ts';

export interface CalendarPreviewProps {
  readonly preview: CalendarPreviewContent;
  /** What was done, once it is. */
  readonly onSettled: (words: string) => void;
}

/** What a calendar file would do. Nothing is written before it is confirmed. */
export function CalendarPreview({ preview, onSettled }: CalendarPreviewProps) {
  const styles = useEntryStyles();
  const request = useRequest();
  const press = usePress();
  const [kind, setKind] = useState<string>(preview.closureKind);
  const { planId, draftKey, fileName, added, changed, unchanged, doubts } = preview;
  const hasWork = added.length + changed.length > 0;
  const lineOf = ({ title, daysWords }: (typeof added)[number]) => `${title}, ${daysWords}`;
  const take = () =>
    press.run(async () => onSettled(await confirmCalendar(request, planId, { draftKey, kind })));
  const leave = () =>
    press.run(async () => {
      await forgetCalendar(request, planId, draftKey);
      onSettled(`${fileName} was not imported, and is forgotten. Nothing was changed.`);
    });
  return (
    <>
      <h3 className={styles.heading}>{fileName}: what importing it would do</h3>
      <p className={styles.intro}>
        {preview.readingWords} {preview.countsWords}
      </p>
      <Lines title="Please check" lines={doubts} isWarning />
      <Lines title="New" lines={added.map(lineOf)} />
      <Lines title="Changed" lines={changed} />
      <Lines title="As they are" lines={unchanged.map(lineOf)} />
      {hasWork && (
        <Field label="What are these days, where the file does not say?">
          <Select value={kind} onChange={(_event, { value }) => setKind(value)}>
            {KIND_CHOICES.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.buttons}>
        {hasWork && (
          <Button appearance="primary" disabledFocusable={press.isBusy} onClick={take}>
            Import these days
          </Button>
        )}
        <Button disabledFocusable={press.isBusy} onClick={leave}>
          {hasWork ? 'Do not import' : 'Forget the file'}
        </Button>
      </div>
      <Told problem={press.problem} words={null} />
    </>
  );
}

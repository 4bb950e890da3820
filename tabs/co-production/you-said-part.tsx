import { Button } from '@fluentui/react-components';
import { downloadYouSaid, type YouSaidDays } from '../api/plan-co-production.ts';
import { useApi } from '../api/request-context.ts';
import { usePress } from '../api/use-press.ts';
import { DayField } from '../dashboard/day-field.tsx';
import type { PartProps } from './part-props.ts';
import { formatPlace, parsePlace } from './place.ts';
import { usePartStyles } from './use-part-styles.ts';
import { YouSaidPaper } from './you-said-paper.tsx';

const FILES = [
  { format: 'docx', words: 'Download as Word' },
  { format: 'pdf', words: 'Download as PDF' },
] as const;

/** No day before it is taken. */
const BEGINNING = '2000-01-01';

/** What people said and what came of it, theme by theme, of some days or since the plan began: to read, print and hand out. */
export function YouSaidPart({ view: { planId, today, may }, control }: PartProps) {
  const styles = usePartStyles();
  const { fetchApi } = useApi();
  const press = usePress();
  const [from = '', to = ''] = parsePlace(control.address.section).open;
  const days: YouSaidDays = { from: from || null, to: to || null };
  const choose = (open: readonly string[]) =>
    control.change({ section: formatPlace({ part: 'you-said', open }) });
  return (
    <>
      <div className={styles.ways}>
        <DayField
          label="Said from"
          value={from}
          min={BEGINNING}
          max={to || today}
          onChoose={(day) => choose([day, to])}
        />
        <DayField
          label="to"
          value={to}
          min={from || BEGINNING}
          max={today}
          onChoose={(day) => choose([from, day])}
        />
        {(from !== '' || to !== '') && <Button onClick={() => choose([])}>Since the plan began</Button>}
      </div>
      <div className={styles.ways}>
        <Button size="small" onClick={() => window.print()}>
          Print
        </Button>
        {may.exportYouSaid &&
          FILES.map(({ format, words }) => (
            <Button
              key={format}
              size="small"
              disabledFocusable={press.isBusy}
              onClick={() => press.run(() => downloadYouSaid(fetchApi, { planId, format, ...days }))}
            >
              {words}
            </Button>
          ))}
        <span role="status">{press.problem !== null && `It could not be downloaded. ${press.problem}`}</span>
      </div>
      <YouSaidPaper planId={planId} days={days} />
    </>
  );
}

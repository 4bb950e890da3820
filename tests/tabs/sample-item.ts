import type { DueWords, OverviewItem } from '../../plan/content.ts';
import type { Rag, Stage } from '../../plan/glossary.ts';

/** What a test says of an item; the rest is filled in. Months are `YYYY-MM`. */
export interface ItemFacts {
  readonly number: number;
  readonly title: string;
  readonly theme: string;
  readonly group: string;
  readonly due: string | null;
  readonly forecast?: string;
  /** Green unless told; none without a date. */
  readonly schedule?: Rag;
  readonly confidence?: Rag;
  readonly stage?: Stage;
  readonly more?: Partial<OverviewItem>;
}

/** A recommendation as the server would send it. */
export function makeItem(facts: ItemFacts): OverviewItem {
  const forecastMonth = facts.forecast ?? facts.due;
  const stage = facts.stage ?? 'In progress';
  const isClosed = stage === 'Complete' || stage === 'Embedded';
  const promisedOn = dueOf(facts.due)?.date ?? null;
  const expectedOn = dueOf(forecastMonth)?.date ?? null;
  const schedule = isClosed || facts.due === null ? null : (facts.schedule ?? 'Green');
  const worst = (['Red', 'Amber', 'Green'] as const).find((rag) =>
    [schedule, facts.confidence].includes(rag),
  );
  return {
    colour: isClosed ? 'complete' : (worst ?? 'none'),
    isMine: false,
    asked: !isClosed && (worst === 'Red' || stage === 'Waiting on others'),
    slippedDays: slippedDays(promisedOn, expectedOn),
    promisedOn,
    expectedOn,
    completedOn: null,
    blocker: null,
    waitingSince: null,
    ref: { list: 'Recommendations', key: `r${facts.number}` },
    label: String(facts.number),
    title: facts.title,
    ownerName: `${facts.group} group owner`,
    stage,
    schedule,
    confidence: facts.confidence ?? null,
    disagrees: false,
    baseline: dueOf(facts.due),
    forecast: dueOf(forecastMonth),
    dueIn: isClosed || forecastMonth === null ? null : 'in 10 days',
    overdue: false,
    latestNote: null,
    latestNoteOn: null,
    waitingOnName: null,
    themeTitle: facts.theme,
    groupName: facts.group,
    baselineMonth: facts.due,
    forecastMonth,
    stale: false,
    ...facts.more,
  };
}

function slippedDays(promisedOn: string | null, expectedOn: string | null): number {
  if (promisedOn === null || expectedOn === null) return 0;
  return Math.max(0, Temporal.PlainDate.from(promisedOn).until(expectedOn).days);
}

function dueOf(month: string | null): DueWords | null {
  if (month === null) return null;
  const day = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const last = day.with({ day: day.daysInMonth });
  const words = `${last.toLocaleString('en-US', { month: 'short' })} ${last.year}`;
  return { date: last.toString(), words };
}

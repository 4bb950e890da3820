import type { Group, Measure, Milestone, Recommendation, Theme } from '../rows.ts';
import type { ParsedPlan } from './parsed-plan.ts';

/** Row values by property, with references to other rows by name or number instead of key. */
type Named<T, References extends keyof T> = Omit<T, 'key' | 'itemId' | References> & {
  readonly [Reference in References]: string | null;
};

/** Rows for the lists, as a parsed plan gives them. */
export interface ImportRows {
  /** `title` identifies a theme. */
  readonly themes: readonly Omit<Theme, 'key' | 'itemId'>[];
  /** `title` identifies a group or board. */
  readonly groups: readonly Omit<Group, 'key' | 'itemId'>[];
  /** `number` identifies a recommendation; `theme` is a theme's title. */
  readonly recommendations: readonly Named<Recommendation, 'theme' | 'leadGroup' | 'owner'>[];
  /** `title` identifies a milestone. */
  readonly milestones: readonly Named<Milestone, 'recommendation' | 'theme' | 'group'>[];
  /** `title` identifies a measure. */
  readonly measures: readonly Named<Measure, 'theme'>[];
}

/** The rows a parsed plan gives; who leads what is not in a published plan. */
export function importRows(parsed: ParsedPlan): ImportRows {
  return {
    themes: parsed.themes.map((theme, at) => ({
      title: theme.title,
      sortOrder: at + 1,
      reviewSaid: theme.reviewSaid,
      stakeholdersSaid: theme.stakeholdersSaid,
      progressSoFar: theme.progressSoFar,
    })),
    groups: [
      ...parsed.groups.map(({ title, everyWeeks }) => groupRow(title, 'Operational', { everyWeeks })),
      ...parsed.boards.map(({ title, everyMonths }) => groupRow(title, 'Board', { everyMonths })),
    ],
    recommendations: parsed.recommendations.map(({ number, text, title, theme, status }) => ({
      title,
      number,
      fullText: text,
      theme,
      leadGroup: null,
      owner: null,
      stage: status.stage,
      scheduleRag: status.due === null ? null : 'Green',
      confidence: null,
      baselineDue: status.due,
      forecastDue: status.due,
      duePrecision: status.precision,
      completedOn: null,
      evidenceUrl: null,
      signOffBy: null,
      priority: null,
      latestNote: null,
      latestUpdate: null,
    })),
    milestones: parsed.milestones.map(({ title, due, precision }) => ({
      title,
      recommendation: null,
      theme: null,
      group: null,
      stage: 'Not started',
      baselineDue: due,
      forecastDue: due,
      duePrecision: precision,
      reachedOn: null,
      evidenceUrl: null,
      signOffBy: null,
    })),
    measures: parsed.measures.map((measure) => ({ ...measure, theme: null })),
  };
}

function groupRow(
  title: string,
  kind: 'Operational' | 'Board',
  rhythm: { everyWeeks?: number | null; everyMonths?: number | null },
): Omit<Group, 'key' | 'itemId'> {
  return {
    title,
    kind,
    chair: null,
    author: null,
    teamId: null,
    channelId: null,
    everyWeeks: rhythm.everyWeeks ?? null,
    everyMonths: rhythm.everyMonths ?? null,
    firstMeeting: null,
    meetingTime: null,
    onBankHoliday: null,
    active: true,
  };
}

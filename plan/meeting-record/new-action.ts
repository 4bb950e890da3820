import { FURTHEST_YEARS, TEXT_LIMIT } from '../answers/answer-rules.ts';
import { isIsoDate, todayIn } from '../calendar/dates.ts';
import type { ActionInput, FormProblem } from '../content.ts';
import { notInPlanWords, personMeant } from '../person-meant.ts';
import type { Plan } from '../plan.ts';
import { indexOf } from '../plan-index.ts';
import type { Action, Group, IsoDate, Meeting, RowKey } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { scheduleRag } from '../schedule.ts';

/** What a title column of SharePoint holds. */
export const TITLE_LIMIT = 255;

/** Fields of the form of a new action. */
export type ActionField = Exclude<keyof ActionInput, 'checked'>;
type Problem = FormProblem<ActionField>;

/** An action somebody wants added, with everything it is judged by. */
export interface ActionGiven {
  readonly plan: Plan;
  readonly group: Group;
  /** Where it was raised; `null` outside a meeting. */
  readonly meeting: Meeting | null;
  readonly input: ActionInput;
  /** Milepost's name of the new row. */
  readonly key: RowKey;
  readonly now: Temporal.Instant;
}

/** The new row, or why it can't be taken. */
export type ActionOutcome =
  | { readonly problems: readonly Problem[]; readonly action?: undefined }
  | { readonly problems?: undefined; readonly action: Action };

/** Judges a new action by the plan's rules; says everything that is in the way at once. Never throws on what is typed. */
export function newAction({ plan, group, meeting, input, key, now }: ActionGiven): ActionOutcome {
  const today = todayIn(now, plan.settings.timeZone);
  const title = input.title.replace(/\s+/gu, ' ').trim();
  const details = input.details.trim();
  const owner = personMeant(plan, input.owner);
  const problems = [
    ...badTitle(title),
    ...(owner === null ? badOwner(plan, input.owner.trim()) : []),
    ...badDue(input.due.trim(), today),
    ...badRecommendation(plan, input.recommendation.trim()),
    ...badDetails(details),
  ];
  const held = heldBack({ title, details }, input.checked === true, today);
  if (owner === null || problems.length + held.length > 0) return { problems: [...problems, ...held] };
  const due = input.due.trim();
  const dated = { stage: 'Not started', baselineDue: due, forecastDue: due, duePrecision: 'Day' } as const;
  return {
    action: {
      key,
      itemId: null,
      title,
      details: details || null,
      recommendation: input.recommendation.trim() || null,
      group: group.key,
      owner: owner.key,
      blocker: null,
      waitingOn: null,
      raisedAt: meeting?.key ?? null,
      ...dated,
      scheduleRag: scheduleRag(dated, plan.settings, today),
      confidence: null,
      completedOn: null,
      evidenceUrl: null,
      signOffBy: null,
      latestNote: null,
      latestUpdate: null,
    },
  };
}

function badTitle(title: string): Problem[] {
  if (title === '') return [{ field: 'title', message: 'Say what is to be done.' }];
  if (title.length <= TITLE_LIMIT) return [];
  const message = `This is too long: ${title.length} characters. Keep it to ${TITLE_LIMIT}; the rest goes under Details.`;
  return [{ field: 'title', message }];
}

function badOwner(plan: Plan, said: string): Problem[] {
  if (said === '') return [{ field: 'owner', message: 'Choose who does it.' }];
  if (said.includes(',')) return [{ field: 'owner', message: 'Choose one person.' }];
  return [{ field: 'owner', message: notInPlanWords(plan) }];
}

function badDue(due: string, today: IsoDate): Problem[] {
  if (due === '') return [{ field: 'due', message: 'Say by when it is due.' }];
  if (!isIsoDate(due))
    return [{ field: 'due', message: 'This is not a date. Choose a day, or write it like 2022-03-31.' }];
  if (due < today)
    return [{ field: 'due', message: 'That day has passed. Choose the day it is to be done by.' }];
  const latest = Temporal.PlainDate.from(today).add({ years: FURTHEST_YEARS }).toString();
  if (due <= latest) return [];
  return [{ field: 'due', message: `Choose a day up to ${latest.slice(0, 4)}. Check the year.` }];
}

function badRecommendation(plan: Plan, key: RowKey): Problem[] {
  if (key === '' || indexOf(plan).recommendations.has(key)) return [];
  const message = 'This recommendation is not in the plan. Choose one from the list, or none.';
  return [{ field: 'recommendation', message }];
}

function badDetails(details: string): Problem[] {
  if (details.length <= TEXT_LIMIT) return [];
  const message = `This is too long: ${details.length} characters. Keep it to ${TEXT_LIMIT}.`;
  return [{ field: 'details', message }];
}

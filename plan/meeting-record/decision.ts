import { TEXT_LIMIT } from '../answers/answer-rules.ts';
import { formatMoment, todayIn } from '../calendar/dates.ts';
import type { FormProblem } from '../content.ts';
import type { Plan } from '../plan.ts';
import type { Meeting, Owner } from '../rows.ts';
import { heldBack } from '../safeguarding/held-back.ts';
import { linesOf, withLines } from './record-lines.ts';

/** What a note column of SharePoint holds, less some room for what people write beside it by hand. */
const RECORD_LIMIT = 60_000;

/** A decision somebody wants recorded. */
export interface DecisionGiven {
  readonly plan: Plan;
  /** As it stands now. */
  readonly meeting: Meeting;
  readonly decision: string;
  /** The person looked again: nothing in it names a child. */
  readonly checked: boolean;
  readonly by: Owner;
  readonly now: Temporal.Instant;
}

/** The meeting's record with the decision in it, or why it can't be taken. */
export type DecisionOutcome =
  | { readonly problems: readonly FormProblem<'decision'>[]; readonly decisions?: undefined }
  | { readonly problems?: undefined; readonly decisions: string };

/** What was decided in a meeting, in order, each with who recorded it and when. */
export function decisionsOf({ decisions }: Pick<Meeting, 'decisions'>): readonly string[] {
  return linesOf(decisions);
}

/** Adds a decision as a line of its own: `Mon 24 Jan 2022, 10:12, Chair: The pilot starts in March.` */
export function addDecision(given: DecisionGiven): DecisionOutcome {
  const { plan, meeting, by, now } = given;
  const { timeZone } = plan.settings;
  const decision = given.decision.replace(/\s+/gu, ' ').trim();
  if (decision === '') return problem('Write what was decided.');
  if (decision.length > TEXT_LIMIT)
    return problem(`This is too long: ${decision.length} characters. Keep it to ${TEXT_LIMIT}.`);
  const held = heldBack({ decision }, given.checked, todayIn(now, plan.settings.timeZone));
  if (held.length > 0) return { problems: held };
  const who = by.title.replace(/\s+/gu, ' ').trim();
  const line = `${formatMoment(now, timeZone)}, ${who}: ${decision}`;
  const decisions = withLines(meeting.decisions, [line]) ?? line;
  if (decisions.length > RECORD_LIMIT)
    return problem(
      'This meeting’s record is full. Shorten its Decisions in the Meetings list, then save again.',
    );
  return { decisions };
}

function problem(message: string): DecisionOutcome {
  return { problems: [{ field: 'decision', message }] };
}

import type { CalendarPreviewContent, WhichCalendarPlanContent } from '../../../plan/content.ts';
import { NEW_CLOSURE_KINDS } from '../../../plan/glossary.ts';
import {
  buildCalendarPreviewCard,
  buildWhichCalendarPlanCard,
  KIND_INPUT,
} from '../../cards/calendar-preview-card.ts';
import { PLAN_INPUT } from '../../cards/choose-plan-card.ts';
import { buildMessageCard } from '../../cards/message-card.ts';
import type { CalendarData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';

type Press = Submission<CalendarData>;

/** What a received calendar would do, or the question which plan it is for. */
export const toCalendarReply = (
  content: CalendarPreviewContent | WhichCalendarPlanContent,
  tools: Tools,
): Reply => {
  const context = tools.cardContext();
  const card =
    content.kind === 'calendar-preview'
      ? buildCalendarPreviewCard(content, context)
      : buildWhichCalendarPlanCard(content, context);
  return { kind: 'card', card, summary: String(card.fallbackText ?? '') };
};

/** Shows what a calendar would do to the plan that was chosen. */
export const chooseCalendarPlan = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Press,
): Promise<Reply> => {
  const { draft } = data;
  const planId = inputs[PLAN_INPUT] ?? '';
  if (!draft) return say(CARD_NOT_READ);
  if (planId === '') return say('Choose a plan first, then press “Show what it would do”.');
  const { draftKey } = draft;
  const preview = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewCalendarImport({ actor, draftKey, planId }),
  );
  return toCalendarReply(preview, tools);
};

/** Takes a calendar over. */
export const importCalendar = async (turn: Turn, tools: Tools, { data, inputs }: Press): Promise<Reply> => {
  const { draft } = data;
  if (!draft) return say(CARD_NOT_READ);
  const kind = NEW_CLOSURE_KINDS.find((one) => one === inputs[KIND_INPUT]);
  if (!kind) return say('Choose what these days are, then press Import again.');
  const { words } = await asPerson(turn, tools, (actor) =>
    tools.useCases.confirmCalendarImport({ actor, draftKey: draft.draftKey, kind }),
  );
  return told(tools, `${draft.fileName}: imported`, [
    words,
    'Write “closures” to see what is coming and to take single days back.',
  ]);
};

/** Forgets a calendar that was not imported. */
export const forgetCalendar = async (turn: Turn, tools: Tools, { data }: Press): Promise<Reply> => {
  const { draft } = data;
  if (!draft) return say(CARD_NOT_READ);
  await asPerson(turn, tools, (actor) =>
    tools.useCases.cancelCalendarImport({ actor, draftKey: draft.draftKey }),
  );
  return told(tools, `${draft.fileName}: not imported`, [
    'Nothing was changed, and Milepost has forgotten the file.',
  ]);
};

const told = (tools: Tools, heading: string, paragraphs: readonly string[]): Reply => ({
  kind: 'card',
  card: buildMessageCard({ heading, paragraphs }, tools.cardContext()),
  summary: heading,
});

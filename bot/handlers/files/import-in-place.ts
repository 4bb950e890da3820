import type { ImportPreviewContent, WhichPlanContent } from '../../../plan/content.ts';
import { buildWhichPlanCard, PLAN_INPUT } from '../../cards/choose-plan-card.ts';
import { buildImportPreviewCard, columnInput, LEFT_OUT } from '../../cards/import-preview-card.ts';
import { buildMessageCard } from '../../cards/message-card.ts';
import type { ImportData, Submission } from '../../cards/submission.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { CARD_NOT_READ, type Reply, say, type Tools } from '../tools.ts';

type Columns = Readonly<Record<string, string | null>>;

/** What a received file would do, or the question which plan it is for. */
export const toImportReply = (
  content: ImportPreviewContent | WhichPlanContent,
  tools: Tools,
  notice: Parameters<typeof buildImportPreviewCard>[2] = null,
): Reply => {
  const context = tools.cardContext();
  const card =
    content.kind === 'which-plan'
      ? buildWhichPlanCard(content, context)
      : buildImportPreviewCard(content, context, notice);
  return { kind: 'card', card, summary: String(card.fallbackText ?? '') };
};

/** Shows what a file would do to the plan that was chosen. */
export const choosePlan = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<ImportData>,
): Promise<Reply> => {
  const planId = inputs[PLAN_INPUT] ?? '';
  if (planId === '') return say('Choose a plan first, then press “Show what it would do”.');
  const preview = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewImport({ actor, importKey: data.importKey, planId }),
  );
  return toImportReply(preview, tools);
};

/** Shows it again, with the columns taken for what was chosen. */
export const lookAgain = (turn: Turn, tools: Tools, submission: Submission<ImportData>): Promise<Reply> =>
  preview(turn, tools, submission, {
    text: 'Nothing is imported yet. This is what it would do now.',
    good: true,
  });

/**
 * Begins the import. Where columns were changed and not looked at again, shows first what that would do: what is
 * imported is always what was seen.
 */
export const confirm = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<ImportData>,
): Promise<Reply> => {
  const { data } = submission;
  if (data.planId === null) return say(CARD_NOT_READ);
  if (Object.keys(changedColumns(submission)).length > 0) {
    const text = 'You changed a column, so nothing is imported yet. If this is right, press Import again.';
    return preview(turn, tools, submission, { text, good: false });
  }
  await asPerson(turn, tools, (actor) => tools.useCases.confirmImport({ actor, importKey: data.importKey }));
  return words(tools, `${data.fileName}: the import has begun`, [
    'Milepost now writes it to the SharePoint lists and tells you here when it is done. Until then the plan may show a part of it.',
  ]);
};

/** Forgets the file. */
export const cancel = async (turn: Turn, tools: Tools, { data }: Submission<ImportData>): Promise<Reply> => {
  await asPerson(turn, tools, (actor) => tools.useCases.cancelImport({ actor, importKey: data.importKey }));
  return words(tools, `${data.fileName}: not imported`, [
    'Nothing was changed, and Milepost has forgotten the file. Send it again whenever you like.',
  ]);
};

const preview = async (
  turn: Turn,
  tools: Tools,
  submission: Submission<ImportData>,
  notice: Parameters<typeof buildImportPreviewCard>[2],
): Promise<Reply> => {
  const { importKey, planId } = submission.data;
  const content = await asPerson(turn, tools, (actor) =>
    tools.useCases.viewImport({
      actor,
      importKey,
      ...(planId === null ? {} : { planId }),
      columns: chosenColumns(submission),
    }),
  );
  return toImportReply(content, tools, notice);
};

/** What the columns on the card are to be taken for: as chosen, else as they were shown. */
const chosenColumns = ({ data, inputs }: Submission<ImportData>): Columns =>
  Object.fromEntries(
    (data.columns ?? []).map(({ header, field }, index) => {
      const chosen = inputs[columnInput(index)];
      return [header, chosen === undefined || chosen === '' ? field : chosen === LEFT_OUT ? null : chosen];
    }),
  );

const changedColumns = (submission: Submission<ImportData>): Columns => {
  const chosen = chosenColumns(submission);
  return Object.fromEntries(
    (submission.data.columns ?? []).flatMap(({ header, field }) =>
      chosen[header] === field ? [] : [[header, chosen[header] ?? null]],
    ),
  );
};

const words = (tools: Tools, heading: string, paragraphs: readonly string[]): Reply => ({
  kind: 'card',
  card: buildMessageCard({ heading, paragraphs }, tools.cardContext()),
  summary: heading,
});

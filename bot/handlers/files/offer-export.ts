import { AppError } from '../../../plan/errors.ts';
import { buildExportWhichCard, PLAN_INPUT } from '../../cards/choose-plan-card.ts';
import type { ExportData, Submission } from '../../cards/submission.ts';
import type { OutgoingMessage } from '../../connector/outgoing-message.ts';
import type { Turn } from '../../turn/turn.ts';
import { asPerson } from '../as-person.ts';
import { type Reply, say, type Tools } from '../tools.ts';
import { consentContext } from './consent-context.ts';

type Format = ExportData['format'];

/** Offers the whole plan as a file; whoever is in several is asked which. */
export const offerExport = async (
  turn: Turn,
  tools: Tools,
  format: Format,
): Promise<readonly OutgoingMessage[]> => {
  const plans = await asPerson(turn, tools, async (actor) => {
    const found = await tools.useCases.listPlans({ actor });
    if (found.length > 0) return found;
    throw new AppError({
      code: 'FORBIDDEN',
      message: 'the person is in no plan',
      userMessage: 'You are in no improvement plan, so there is nothing to export for you.',
    });
  });
  const [only, ...others] = plans;
  if (only && others.length === 0) return [await askConsent(turn, tools, { planId: only.planId, format })];
  const card = buildExportWhichCard({ plans, format }, tools.cardContext());
  return [{ kind: 'card', card, summary: String(card.fallbackText ?? '') }];
};

/** Offers the plan that was chosen from the card. */
export const exportChosen = async (
  turn: Turn,
  tools: Tools,
  { data, inputs }: Submission<ExportData>,
): Promise<Reply> => {
  const planId = inputs[PLAN_INPUT] ?? '';
  if (planId === '') return say('Choose a plan first, then press “Export”.');
  await turn.reply(await askConsent(turn, tools, { planId, format: data.format }));
  return say('The file is ready. Accept it below to have it put into your OneDrive.');
};

/** Teams asks the person before a file may be put into their OneDrive. */
const askConsent = async (
  turn: Turn,
  tools: Tools,
  ask: { readonly planId: string; readonly format: Format },
): Promise<OutgoingMessage> => {
  const { name, bytes } = await asPerson(turn, tools, (actor) =>
    tools.useCases.exportPlan({ actor, ...ask }),
  );
  return {
    kind: 'file-consent',
    name,
    description:
      ask.format === 'xlsx'
        ? 'The whole plan as an Excel file, each list on a sheet of its own.'
        : 'The whole plan as CSV files, one for each list, packed into a zip.',
    sizeInBytes: bytes.length,
    context: consentContext(ask),
  };
};

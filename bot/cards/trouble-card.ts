import type { TroubleContent } from '../../plan/content.ts';
import type { TroubleCode } from '../../plan/troubles.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, linkOf, NAME_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/trouble-card.json' with { type: 'json' };
import { troubleEntry } from './trouble-entry.ts';

const cardTemplate = createTemplate(template);

/** What stops the lists of a plan, each with what to do about it. */
export const buildTroubleCard = (content: TroubleContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const HEADINGS: Readonly<Record<TroubleContent['audience'], string>> = {
  'plan managers': 'The SharePoint lists need your help',
  chair: 'Your group’s channel needs your help',
};

/** Code of what is not the lists’ but Teams’. */
const OF_SENDS = 'SENDS_UNCLEAR' satisfies TroubleCode;
const SENDS_HEADING = 'Did these messages arrive?';

const bind = (
  { planId, planName, siteUrl, audience, troubles }: TroubleContent,
  context: CardContext,
  limit: number,
) => {
  const more = troubles.length - limit;
  const ofSends = troubles.filter(({ code }) => code === OF_SENDS);
  const isOfSendsOnly = ofSends.length === troubles.length;
  const heading = isOfSendsOnly ? SENDS_HEADING : HEADINGS[audience];
  const { submissionKey } = context;
  return {
    fallbackText: `${heading}: ${lineOf(planName, NAME_LENGTH)}`,
    heading,
    plan: lineOf(planName, NAME_LENGTH),
    sections: bindReportSection(
      '',
      troubles.slice(0, limit).map(troubleEntry),
      more > 0 ? `${more} more: write “sharepoint” to see them once these are put right.` : '',
    ),
    isOfSends: ofSends.length > 0,
    seeDeliveries: submissionData({ verb: 'show-deliveries', planId, submissionKey, page: 0 }),
    maySeeLists: audience === 'plan managers' && !isOfSendsOnly,
    lookAgain: submissionData({ verb: 'lists-state', planId, submissionKey }),
    siteUrl: linkOf(siteUrl),
    planUrl: context.tabLink({ planId }),
  };
};

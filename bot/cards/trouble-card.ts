import type { TroubleContent } from '../../plan/content.ts';
import type { TroubleCode } from '../../plan/troubles.ts';
import { type CardContext, type CardJson, createTemplate, fitCard } from './card.ts';
import { lineOf, linkOf, NAME_LENGTH } from './plain-text.ts';
import { bindReportSection } from './report-section.ts';
import { submissionData } from './submission.ts';
import template from './templates/trouble-card.json' with { type: 'json' };
import { troubleEntry } from './trouble-entry.ts';

const cardTemplate = createTemplate(template);

/** What stops the lists of a plan, or keeps messages from people and channels, each with what to do about it. */
export const buildTroubleCard = (content: TroubleContent, context: CardContext): CardJson =>
  fitCard((limit) => cardTemplate.expandCard(bind(content, context, limit)));

const HEADINGS: Readonly<Record<TroubleContent['audience'], string>> = {
  'plan managers': 'The SharePoint lists need your help',
  chair: 'Your group’s channel needs your help',
};

const UNHEARD = 'Somebody’s reminders reach nobody';

/** What is not the lists’ but Teams’, by code. */
const TEAMS_HEADINGS: Readonly<Partial<Record<string, string>>> = {
  SENDS_UNCLEAR: 'Did these messages arrive?',
  PERSON_UNREACHABLE: 'Somebody can’t be written to',
  AWAY_UNCOVERED: UNHEARD,
  DEPUTY_AWAY: UNHEARD,
  DEPUTY_UNKNOWN: UNHEARD,
  NO_TIME_LEFT: UNHEARD,
  CHANNEL_GONE: 'A channel can’t be reached',
} satisfies Partial<Record<TroubleCode, string>>;
const SEVERAL_HEADING = 'Not everything reaches people';

const bind = (
  { planId, planName, siteUrl, audience, troubles }: TroubleContent,
  context: CardContext,
  limit: number,
) => {
  const more = troubles.length - limit;
  const ofTeams = troubles.flatMap(({ code }) => TEAMS_HEADINGS[code] ?? []);
  const isOfTeamsOnly = ofTeams.length === troubles.length;
  const heading = isOfTeamsOnly ? teamsHeading(ofTeams) : HEADINGS[audience];
  const { submissionKey } = context;
  return {
    fallbackText: `${heading}: ${lineOf(planName, NAME_LENGTH)}`,
    heading,
    plan: lineOf(planName, NAME_LENGTH),
    sections: bindReportSection(
      '',
      troubles.slice(0, limit).map(troubleEntry),
      more > 0
        ? `${more} more: write “${isOfTeamsOnly ? 'deliveries' : 'sharepoint'}” to see them once these are put right.`
        : '',
    ),
    isOfTeams: ofTeams.length > 0,
    seeDeliveries: submissionData({ verb: 'show-deliveries', planId, submissionKey, page: 0 }),
    maySeeLists: audience === 'plan managers' && !isOfTeamsOnly,
    lookAgain: submissionData({ verb: 'lists-state', planId, submissionKey }),
    siteUrl: linkOf(siteUrl),
    planUrl: context.tabLink({ planId }),
  };
};

const teamsHeading = (headings: readonly string[]): string => {
  const [first = SEVERAL_HEADING, ...others] = new Set(headings);
  return others.length === 0 ? first : SEVERAL_HEADING;
};

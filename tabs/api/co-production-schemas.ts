import * as z from 'zod/mini';
import type {
  CommentLine,
  CoProductionView,
  EngagementLine,
  ImpactLine,
  ItemChoice,
  RankingLine,
  RankingResult,
  ReferenceGroupView,
  SignOffAsk,
  SignOffLine,
  YouSaidEntry,
} from '../../plan/content.ts';
import type { EngagementAnswer, SignOffDecision } from '../../plan/glossary.ts';
import { itemRefSchema, numberOrNull, stageSchema, textOrNull } from './shared-schemas.ts';

const DECISION: { readonly [Key in SignOffDecision]: Key } = {
  Agreed: 'Agreed',
  'Agreed with conditions': 'Agreed with conditions',
  'Not agreed': 'Not agreed',
};
export const decisionSchema = z.nullable(z.enum(DECISION));

const ANSWER: { readonly [Key in EngagementAnswer]: Key } = {
  'We did': 'We did',
  'We are doing it': 'We are doing it',
  'We could not': 'We could not',
};
const answerSchema = z.nullable(z.enum(ANSWER));

const itemFields = { ref: itemRefSchema, label: z.string(), title: z.string() };
const itemSchema: z.ZodMiniType<ItemChoice> = z.object(itemFields);

const rankingLineSchema: z.ZodMiniType<RankingLine> = z.object({
  ...itemFields,
  place: z.number(),
  points: z.number(),
  chosenBy: z.number(),
  notChosenBy: z.number(),
  firstChoices: z.number(),
  medianRank: z.number(),
  bestRank: z.number(),
  worstRank: z.number(),
  quartiles: z.tuple([z.number(), z.number()]),
  spread: z.enum(['close', 'mixed', 'far apart']),
  spreadWords: z.string(),
});

const rankingSchema: z.ZodMiniType<RankingResult> = z.object({
  voices: z.number(),
  ballots: z.number(),
  lastOnWords: textOrNull,
  words: z.string(),
  methodWords: z.string(),
  lines: z.array(rankingLineSchema),
});

const signOffLineSchema: z.ZodMiniType<SignOffLine> = z.object({
  ...itemFields,
  key: z.string(),
  groupName: z.string(),
  decision: decisionSchema,
  conditions: textOrNull,
  dissent: textOrNull,
  voices: numberOrNull,
  words: z.string(),
  onWords: textOrNull,
  recordedByName: textOrNull,
});

const signOffAskSchema: z.ZodMiniType<SignOffAsk> = z.object({
  ...itemFields,
  groupKey: z.string(),
  groupName: z.string(),
  ownerName: textOrNull,
  doneOnWords: textOrNull,
  saidByName: textOrNull,
  note: textOrNull,
  evidenceUrl: textOrNull,
  before: z.array(signOffLineSchema),
  maySignOff: z.boolean(),
  whyNot: textOrNull,
});

const groupSchema: z.ZodMiniType<ReferenceGroupView> = z.object({
  key: z.string(),
  name: z.string(),
  facilitatorName: textOrNull,
  memberCount: z.number(),
  ranking: rankingSchema,
  toSignOff: z.array(signOffAskSchema),
  signedOff: z.array(signOffLineSchema),
  ownRanking: z.nullable(z.array(z.string())),
  may: z.object({
    rank: z.boolean(),
    rankForOthers: z.boolean(),
    signOff: z.boolean(),
    comment: z.boolean(),
  }),
});

const impactSchema: z.ZodMiniType<ImpactLine> = z.object({
  ...itemFields,
  groupName: textOrNull,
  ownerName: textOrNull,
  completedOnWords: z.string(),
  dueOn: z.string(),
  dueWords: z.string(),
  afterWords: z.string(),
  state: z.enum(['coming', 'due', 'to confirm']),
  words: z.string(),
  mayCheck: z.boolean(),
});

const engagementSchema: z.ZodMiniType<EngagementLine> = z.object({
  key: z.string(),
  title: z.string(),
  on: textOrNull,
  onWords: textOrNull,
  purpose: textOrNull,
  said: textOrNull,
  outcome: textOrNull,
  themeKey: textOrNull,
  themeTitle: textOrNull,
  answer: answerSchema,
  voices: numberOrNull,
  mayAnswer: z.boolean(),
});

const commentSchema: z.ZodMiniType<CommentLine> = z.object({
  key: z.string(),
  groupName: z.string(),
  item: z.nullable(itemSchema),
  themeTitle: textOrNull,
  words: z.string(),
  onWords: textOrNull,
  voices: numberOrNull,
  answer: answerSchema,
  answerWords: textOrNull,
  mayAnswer: z.boolean(),
});

const youSaidSchema: z.ZodMiniType<YouSaidEntry> = z.object({
  themeTitle: textOrNull,
  who: z.string(),
  onWords: textOrNull,
  said: z.string(),
  outcome: z.enum(['did', 'doing', 'could not', 'looking']),
  words: z.string(),
});

/** What the page shows of reference groups, and what forms may offer. */
export const coProductionSchema: z.ZodMiniType<CoProductionView> = z.object({
  planId: z.string(),
  planName: z.string(),
  today: z.string(),
  groups: z.array(groupSchema),
  overall: rankingSchema,
  impact: z.array(impactSchema),
  unsigned: z.array(signOffAskSchema),
  engagements: z.array(engagementSchema),
  comments: z.array(commentSchema),
  youSaid: z.array(youSaidSchema),
  choices: z.object({
    recommendations: z.array(itemSchema),
    items: z.array(z.object({ ...itemFields, stage: stageSchema, signOffBy: textOrNull })),
    themes: z.array(z.object({ key: z.string(), title: z.string() })),
  }),
  may: z.object({
    askSignOff: z.boolean(),
    recordEngagement: z.boolean(),
    exportYouSaid: z.boolean(),
  }),
});

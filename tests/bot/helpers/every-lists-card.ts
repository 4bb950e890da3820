import type { CardJson } from '../../../bot/cards/card.ts';
import { buildExportWhichCard, buildWhichPlanCard } from '../../../bot/cards/choose-plan-card.ts';
import { buildImportPreviewCard } from '../../../bot/cards/import-preview-card.ts';
import { buildListsStateCard } from '../../../bot/cards/lists-state-card.ts';
import { buildNoticeCard } from '../../../bot/cards/notice-card.ts';
import { cardContext } from './make-content.ts';
import {
  makeAttention,
  makeConflict,
  makeImportResult,
  makeListsState,
  makePreview,
  makeRefused,
  makeTrouble,
  makeTroubleNotice,
  makeWhichPlan,
} from './make-lists-content.ts';

/** Every card about the SharePoint lists and about files, `count` of everything, `text` wherever people or SharePoint write. */
export const everyListsCard = ({
  count,
  text,
}: {
  readonly count: number;
  readonly text: string;
}): [string, CardJson][] => {
  const each = <Value>(make: (n: number) => Value): Value[] =>
    Array.from({ length: count }, (_, index) => make(index + 1));
  const troubles = each(() => makeTrouble({ message: text, remedy: text }));
  const lists = [
    {
      list: 'Recommendations' as const,
      created: 1,
      updated: 2,
      unchanged: 3,
      renamed: each(() => ({ from: text, to: `New ${text}` })),
    },
  ];
  const plans = each((n) => ({ planId: `plan${n}`, planName: text }));
  const state = makeListsState({
    planName: text,
    troubles,
    attention: each(() => makeAttention({ title: text, messages: [text] })),
    attentionCount: count,
    waitingCount: 4,
    refused: each((outboxId) => makeRefused({ outboxId, title: text, whatWords: text, reasonWords: text })),
    refusedCount: count,
  });
  const preview = makePreview({
    planName: text,
    fileName: text,
    understood: text,
    columns: each((n) => ({ header: n === 1 ? text : `Column ${n}`, field: n === 2 ? 'text' : null })),
    fieldChoices: [{ field: 'text', label: 'Wording' }],
    lists,
    changes: each(() => text),
    doubts: each(() => text),
  });
  const notice = (content: Parameters<typeof buildNoticeCard>[0]) =>
    buildNoticeCard(content, cardContext).card;
  const field = { field: text, yours: text, theirs: text, kept: 'yours' } as const;
  return [
    ['lists-state', buildListsStateCard(state, cardContext)],
    ['lists-state, after a press', buildListsStateCard(state, cardContext, '“12” is tried again now.')],
    ['lists-state, nothing asked', buildListsStateCard(makeListsState(), cardContext)],
    ['trouble', notice(makeTroubleNotice({ planName: text, troubles }))],
    ['trouble, to a chair', notice(makeTroubleNotice({ audience: 'chair', planName: text, troubles }))],
    ['conflict message', notice(makeConflict({ title: text, label: text, byName: text, fields: [field] }))],
    [
      'conflict message without names',
      notice(makeConflict({ byName: null, atWords: null, rowUrl: null, fields: [{ ...field, yours: '' }] })),
    ],
    ['import-preview', buildImportPreviewCard(preview, cardContext)],
    [
      'import-preview, with a notice',
      buildImportPreviewCard(preview, cardContext, { text: 'You changed a column.', good: false }),
    ],
    ['import-result', notice(makeImportResult({ planName: text, fileName: text, lists }))],
    ['import-result, stopped', notice(makeImportResult({ fileName: text, lists, failure: text }))],
    ['which-plan message', buildWhichPlanCard(makeWhichPlan({ fileName: text, plans }), cardContext)],
    ['export-which message', buildExportWhichCard({ plans, format: 'xlsx' }, cardContext)],
  ];
};

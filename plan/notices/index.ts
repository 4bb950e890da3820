export {
  CHANNEL_RULES,
  dueInChannels,
  dueNotices,
  duePersonally,
  type NoticeState,
  PERSONAL_RULES,
} from './due-notices.ts';
export { nextNoticeAt } from './next-notice.ts';
export type { DueNotice, NoticeKind, NoticeRecipient } from './notice.ts';

export { dueNotices } from './due-notices.ts';
export { nextNoticeAt } from './next-notice.ts';
export type { DueNotice, NoticeKind, NoticeRecipient } from './notice.ts';

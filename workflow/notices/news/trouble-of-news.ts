import type { Plan } from '../../../plan/plan.ts';
import type { TroubleCode } from '../../../plan/troubles.ts';
import type { Queryable } from '../../../store/database.ts';
import { isNewsRefused } from '../../../store/news.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';
import { NEWS_NOT_ALLOWED } from './deliver-news.ts';

/** Code of the trouble that this file finds. */
export const OF_NEWS = 'NEWS_REFUSED' satisfies TroubleCode;

/** That Graph does not let Milepost write in activity feeds, until it lets it again. */
export async function troubleOfNews(db: Queryable, plan: Plan): Promise<FoundTrouble[]> {
  if (!(await isNewsRefused(db, plan.id, NEWS_NOT_ALLOWED))) return [];
  return [{ list: '', code: OF_NEWS, subject: '', detail: {} }];
}

import type { ListTrouble } from '../../../plan/content.ts';
import type { ListName } from '../../../plan/glossary.ts';
import { TROUBLE_CODES, type Trouble, wordsOfTrouble } from '../../../plan/troubles.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';

/** A trouble of the lists as the database keeps it, in words. One that an older version kept is told as unreadable. */
export function wordsOfStanding({ list, code, subject, detail }: FoundTrouble): ListTrouble {
  const known = TROUBLE_CODES.find((candidate) => candidate === code) ?? 'UNREADABLE';
  return wordsOfTrouble({
    list: list === '' ? null : (list as ListName),
    code: known,
    subject,
    detail: detail as Trouble['detail'],
  });
}

import type { ListTrouble } from '../../../plan/content.ts';
import type { ListName } from '../../../plan/glossary.ts';
import { ONE_BY_ONE, TROUBLE_CODES, type Trouble, wordsOfTrouble } from '../../../plan/troubles.ts';
import type { FoundTrouble } from '../../../store/troubles.ts';

/**
 * Troubles as the database keeps them, in words; those of one kind that are kept one by one, so that a new one is told
 * of, are said as one. One that an older version kept is told as unreadable.
 */
export function wordsOfStanding(standing: readonly FoundTrouble[]): ListTrouble[] {
  const together = Map.groupBy(standing, ({ list, code, subject }) =>
    (ONE_BY_ONE as readonly string[]).includes(code) ? `${list}/${code}` : `${list}/${code}/${subject}`,
  );
  return [...together.values()].map(wordsOf);
}

function wordsOf(alike: readonly FoundTrouble[]): ListTrouble {
  const { list, code, subject, detail } = alike[0] as FoundTrouble;
  const known = TROUBLE_CODES.find((candidate) => candidate === code) ?? 'UNREADABLE';
  return wordsOfTrouble({
    list: list === '' ? null : (list as ListName),
    code: known,
    subject,
    detail: {
      ...(detail as Trouble['detail']),
      ...(ONE_BY_ONE.includes(known) ? { count: alike.length } : {}),
    },
  });
}

import type { FormProblem, PersonalResult } from '../../plan/content.ts';
import type { Queryable } from '../../store/database.ts';
import type { WorkflowDeps } from '../deps.ts';
import { takeOnce } from '../once.ts';
import type { Actor } from '../use-cases.ts';
import { type Person, requirePerson, submittedBy } from './require-person.ts';
import { viewPersonal } from './view-personal.ts';

/** What came of a choice: done, in words, or why not. */
export type Chosen =
  | {
      readonly words: readonly string[];
      /** Default: something is another now. */
      readonly changed?: boolean;
      readonly problems?: undefined;
    }
  | { readonly problems: readonly FormProblem[]; readonly words?: undefined; readonly changed?: undefined };

/** What copies of a submission get again. */
interface Answer {
  readonly words: readonly string[];
  readonly problems: readonly FormProblem[];
  readonly nextKey: string;
}

/**
 * Takes what a person chooses for themselves, once for a submission however often it arrives.
 * @param asked what the form says, as plain JSON
 * @throws AppError `FORBIDDEN` for somebody in no plan
 */
export async function choose(
  deps: WorkflowDeps,
  { actor, submissionKey }: { readonly actor: Actor; readonly submissionKey: string },
  asked: unknown,
  work: (tx: Queryable, person: Person) => Promise<Chosen>,
): Promise<PersonalResult> {
  const person = await requirePerson(deps, actor);
  const submitted = submittedBy(person, submissionKey, asked);
  const { answer } = await takeOnce<Answer>(deps, submitted, async (tx, { nextKey }) => {
    const { words = [], problems = [], changed = problems.length === 0 } = await work(tx, person);
    return { answer: { words, problems, nextKey }, changed };
  });
  const { words, problems, nextKey } = answer;
  return { words, problems, content: await viewPersonal(deps, { actor, submissionKey: nextKey }) };
}

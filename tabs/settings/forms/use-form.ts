import { useRef, useState } from 'react';
import type { FormProblem, FormValues, SettingsSaved } from '../../../plan/content.ts';
import { asApiError } from '../../api/api-error.ts';
import { saveSettings } from '../../api/plan-settings.ts';
import { useRequest } from '../../api/request-context.ts';
import { draftName, forgetSent, keepDraft, readDraft, TYPED_SINCE, useDrafts } from '../../forms/drafts.ts';
import type { Form } from '../../forms/form.ts';
import { isSameValue } from '../../forms/same-value.ts';
import type { SettingsTools } from '../settings-tools.ts';

export interface FormAsk {
  readonly tools: SettingsTools;
  /** Names it among the drafts. */
  readonly draft: string;
  /** Where it is sent. */
  readonly form: string;
  /** What stands in its fields; of something new, what they begin with. */
  readonly standing: FormValues;
  readonly isNew?: boolean;
  /** What stands in its fields by what came back. */
  readonly standingIn: (saved: SettingsSaved) => FormValues;
  readonly onSaved?: (saved: SettingsSaved) => void;
}

interface Outcome {
  readonly problems: readonly FormProblem[];
  readonly meanwhile: FormValues;
  readonly words: string;
  readonly refusals: number;
}

const NOTHING: Outcome = { problems: [], meanwhile: {}, words: '', refusals: 0 };

/** Keeps what is typed until it is saved or discarded, and sends only what differs. */
export function useForm(ask: FormAsk): Form {
  const { tools, draft: about, form, standing, isNew = false, standingIn, onSaved } = ask;
  const { planId } = tools.content;
  const name = draftName(planId, about);
  const request = useRequest();
  const { typed, base } = useDrafts().get(name) ?? { typed: {}, base: {} };
  const [outcome, setOutcome] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);
  // The same until it is answered or something else is typed: sent again after a lost answer, it is taken once.
  const submissionKey = useRef<string | null>(null);
  const values: FormValues = { ...standing, ...typed };

  const take = (saved: SettingsSaved) => {
    submissionKey.current = null;
    tools.replace(saved.settings);
    const now = standingIn(saved);
    if (saved.problems.length === 0) {
      const words = forgetSent(name, typed, now) ? `${saved.words} ${TYPED_SINCE}` : saved.words;
      setOutcome((before) => ({ ...NOTHING, words, refusals: before.refusals }));
      onSaved?.(saved);
      return;
    }
    const meanwhile = Object.fromEntries(saved.meanwhile.map((field) => [field, now[field] ?? '']));
    // Saved once more, it takes the place of what is now seen to stand there.
    const draft = readDraft(name);
    keepDraft(name, { typed: draft.typed, base: { ...draft.base, ...meanwhile } });
    setOutcome((before) => ({
      problems: saved.problems,
      meanwhile,
      words: '',
      refusals: before.refusals + 1,
    }));
  };
  return {
    ...outcome,
    values,
    isDirty: Object.keys(typed).length > 0,
    isBusy,
    change(field, value) {
      submissionKey.current = null;
      const before = base[field] ?? standing[field] ?? '';
      const { [field]: _typed, ...otherTyped } = typed;
      const { [field]: _base, ...otherBase } = base;
      const isAsBefore = isSameValue(value, before);
      keepDraft(name, {
        typed: isAsBefore ? otherTyped : { ...otherTyped, [field]: value },
        base: isAsBefore ? otherBase : { ...otherBase, [field]: before },
      });
      setOutcome((last) => ({
        ...last,
        words: '',
        problems: last.problems.filter((problem) => problem.field !== field),
      }));
    },
    save() {
      if (isBusy) return;
      setBusy(true);
      submissionKey.current ??= crypto.randomUUID();
      const input = isNew ? { values, base: null } : { values: typed, base };
      saveSettings(request, { planId, form, submissionKey: submissionKey.current, input })
        .then(take, (failure: unknown) =>
          setOutcome((before) => ({
            ...NOTHING,
            problems: [{ field: '', message: `Not saved. ${asApiError(failure).message}` }],
            refusals: before.refusals + 1,
          })),
        )
        .finally(() => setBusy(false));
    },
    discard() {
      submissionKey.current = null;
      keepDraft(name, null);
      setOutcome((before) => ({ ...NOTHING, refusals: before.refusals }));
    },
  };
}

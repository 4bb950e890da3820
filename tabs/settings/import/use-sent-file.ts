import { useState } from 'react';
import type { CalendarPreviewContent } from '../../../plan/content.ts';
import type { PlanId } from '../../../plan/plan.ts';
import { type ImportPreview, sendFile } from '../../api/imports.ts';
import { useRequest } from '../../api/request-context.ts';
import { usePress } from '../../api/use-press.ts';

/** The server takes no more. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What became of a file that somebody chose. */
export interface SentFile {
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** What it would do; `null` while nothing is open. */
  readonly preview: ImportPreview | CalendarPreviewContent | null;
  /** What was last done with one; `null` before that. */
  readonly words: string | null;
  send(file: File): void;
  /** Shows another preview, or none, and says what was done. */
  settle(preview: ImportPreview | null, words: string | null): void;
}

/** Sends a file and keeps what it would do, until that is settled. */
export function useSentFile(planId: PlanId): SentFile {
  const request = useRequest();
  const press = usePress();
  const [preview, setPreview] = useState<SentFile['preview']>(null);
  const [words, setWords] = useState<string | null>(null);
  return {
    isBusy: press.isBusy,
    problem: press.problem,
    preview,
    words,
    send(file) {
      setWords(null);
      setPreview(null);
      if (file.size > MAX_FILE_BYTES)
        return press.refuse(
          'The file is larger than 20 MB. Take the pictures out, or copy the plan into a new file, and send that.',
        );
      press.run(async () => setPreview(await sendFile(request, planId, file)));
    },
    settle(next, done) {
      setPreview(next);
      setWords(done);
    },
  };
}

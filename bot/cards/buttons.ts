import type { ElementJson } from './card.ts';
import { createTemplate } from './card.ts';
import { type SubmissionData, submissionData } from './submission.ts';
import template from './templates/execute-button.json' with { type: 'json' };

const buttonTemplate = createTemplate<object>(template);

type WithoutVersion<Data> = Data extends unknown ? Omit<Data, 'v'> : never;

/** A button that answers in place; where the host can't, as a message. */
export const executeButton = (button: {
  readonly title: string;
  readonly data: WithoutVersion<SubmissionData>;
  readonly style?: 'default' | 'positive' | 'destructive';
  /** Whether what stands in the card's inputs comes along. Default: it does. */
  readonly takesInputs?: boolean;
}): ElementJson =>
  buttonTemplate.expand({
    title: button.title,
    verb: button.data.verb,
    style: button.style ?? 'default',
    inputs: (button.takesInputs ?? true) ? 'auto' : 'none',
    data: submissionData(button.data),
  });

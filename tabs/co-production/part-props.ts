import type { CoProductionView } from '../../plan/content.ts';
import type { AddressControl } from '../address/use-address.ts';
import type { FormSaved } from '../forms/use-sent-form.ts';
import type { OpenForms } from './open-forms.ts';

/** What each part of the page is given. */
export interface PartProps {
  readonly view: CoProductionView;
  readonly control: AddressControl;
  readonly forms: OpenForms;
  /** Closes the form and says what came of it. */
  readonly onSaved: (saved: FormSaved) => void;
  /** Reads the page anew: what a form was refused for may stand on it. */
  readonly onRefused: () => void;
}

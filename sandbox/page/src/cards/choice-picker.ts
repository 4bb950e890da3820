import { Input, type SerializationContext } from 'adaptivecards';
import { PICKER_INPUT } from './searched-choices.ts';

interface Choice {
  readonly title: string;
  readonly value: string;
}

/**
 * Chooses by typing part of a title: a combobox with a list below, what is chosen before it with a way to take each off
 * again. `value` is what Teams sends: one value, or several with commas between where `isMultiSelect`.
 */
export class ChoicePicker extends Input {
  #choices: readonly Choice[] = [];
  #chosen: readonly Choice[] = [];
  #isMultiSelect = false;
  #placeholder = '';
  #highlighted = -1;
  readonly #host = make('div', 'sandbox-picker');
  readonly #chips = make('ul', 'sandbox-picker-chosen');
  readonly #text = make('input', 'ac-input ac-textInput');
  readonly #list = make('ul', 'sandbox-picker-list');

  override getJsonTypeName(): string {
    return PICKER_INPUT;
  }

  get value(): string {
    return this.#chosen.map(({ value }) => value).join(',');
  }

  override isSet(): boolean {
    return this.#chosen.length > 0;
  }

  override focus(): void {
    this.#text.focus();
  }

  protected override internalParse(source: Record<string, unknown>, context: SerializationContext): void {
    super.internalParse(source, context);
    this.#choices = (source.choices as readonly Choice[] | undefined) ?? [];
    this.#isMultiSelect = source.isMultiSelect === true;
    this.#placeholder = String(source.placeholder ?? 'Search');
    const values = String(source.value ?? '').split(',');
    this.#chosen = values.flatMap((value) => this.#choices.find((choice) => choice.value === value) ?? []);
  }

  protected override internalRender(): HTMLElement {
    const listId = `choices-${crypto.randomUUID()}`;
    this.#list.id = listId;
    this.#list.role = 'listbox';
    this.#list.ariaLabel = 'Choices';
    this.#list.hidden = true;
    this.#chips.ariaLabel = 'Chosen';
    this.#text.type = 'text';
    this.#text.role = 'combobox';
    this.#text.autocomplete = 'off';
    this.#text.placeholder = this.#placeholder;
    this.#text.ariaAutoComplete = 'list';
    this.#text.ariaExpanded = 'false';
    this.#text.setAttribute('aria-controls', listId);
    this.#text.addEventListener('input', () => this.#open());
    this.#text.addEventListener('click', () => this.#open());
    this.#text.addEventListener('blur', () => {
      // Words that chose nothing are not sent, so they must not look as if they were.
      this.#text.value = '';
      this.#close();
    });
    this.#text.addEventListener('keydown', (event) => this.#onKey(event));
    this.#host.append(this.#chips, this.#text, this.#list);
    this.#drawChips();
    return this.#host;
  }

  protected override updateInputControlAriaLabelledBy(): void {
    const ids = this.getAllLabelIds();
    if (ids.length > 0) this.#text.setAttribute('aria-labelledby', ids.join(' '));
    if (this.isRequired) this.#text.ariaRequired = 'true';
  }

  #onKey(event: KeyboardEvent): void {
    const isOpen = !this.#list.hidden;
    const options = [...this.#list.children];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!isOpen) this.#open();
        else if (options.length > 0) {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          this.#highlight((this.#highlighted + step + options.length) % options.length);
        }
        return;
      }
      case 'Enter':
        if (!isOpen) return;
        event.preventDefault();
        options[this.#highlighted]?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
        return;
      case 'Escape':
        if (!isOpen) return;
        // The list closes, not the dialog around it.
        event.stopPropagation();
        this.#close();
        return;
      case 'Backspace':
        if (this.#text.value === '') this.#choose(this.#chosen.slice(0, -1));
        return;
      default:
    }
  }

  #open(): void {
    const wanted = this.#text.value.trim().toLowerCase();
    const found = this.#choices.filter(
      (choice) => choice.title.toLowerCase().includes(wanted) && !this.#chosen.includes(choice),
    );
    this.#list.replaceChildren(...found.map((choice) => this.#toOption(choice)));
    this.#list.hidden = false;
    this.#text.ariaExpanded = 'true';
    if (found.length === 0) this.#list.append(make('li', 'sandbox-picker-none', 'Nothing has such a name.'));
    else this.#highlight(0);
    this.#list.scrollIntoView({ block: 'nearest' });
  }

  #close(): void {
    this.#list.hidden = true;
    this.#highlighted = -1;
    this.#text.ariaExpanded = 'false';
    this.#text.removeAttribute('aria-activedescendant');
  }

  #toOption(choice: Choice): HTMLElement {
    const option = make('li', 'sandbox-picker-option', choice.title);
    option.role = 'option';
    option.id = `${this.#list.id}-${choice.value}`;
    // Before the box loses the focus, which closes the list.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.#choose(this.#isMultiSelect ? [...this.#chosen, choice] : [choice]);
      this.#close();
    });
    return option;
  }

  #highlight(index: number): void {
    this.#highlighted = index;
    for (const [place, option] of [...this.#list.children].entries()) {
      option.ariaSelected = String(place === index);
      if (place !== index) continue;
      this.#text.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  #choose(chosen: readonly Choice[]): void {
    this.#chosen = chosen;
    this.#text.value = '';
    this.#drawChips();
    this.valueChanged();
    this.#host.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #drawChips(): void {
    this.#chips.hidden = this.#chosen.length === 0;
    this.#chips.replaceChildren(
      ...this.#chosen.map((choice) => {
        const chip = make('li', 'sandbox-picker-chip', choice.title);
        const remove = make('button', '', '×');
        remove.type = 'button';
        remove.ariaLabel = `Remove ${choice.title}`;
        remove.addEventListener('click', () => {
          this.#choose(this.#chosen.filter((other) => other !== choice));
          this.#text.focus();
        });
        chip.append(remove);
        return chip;
      }),
    );
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

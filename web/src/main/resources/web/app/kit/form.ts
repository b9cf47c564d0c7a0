import { html, nothing, type TemplateResult } from 'lit';
import { concerns, Problem } from '../api/problem';
import { t } from './messages';
import type { View } from './view';

export type Values = Record<string, string>;

interface FieldOptions {
  type?: string;
  hint?: string;
  value?: string | number;
  autocomplete?: string;
  optional?: boolean;
  min?: string | number;
  max?: string | number;
  maxlength?: number;
  rows?: number;
  step?: string;
  /** What the API calls it, where that is not the field's name. */
  pointer?: string;
}

let forms = 0;

/** A form's life: typed, sent once at a time, refused with the words beside the fields. What was typed stays. */
export class Form {
  busy = false;
  done = false;
  problem: Problem | undefined;

  private readonly number = ++forms;
  private readonly wordsId = `form${this.number}-words`;
  private readonly fields = new Set<string>();

  constructor(private readonly host: View) {}

  /** A handler for the form's submit. */
  send(action: (values: Values) => Promise<void>): (event: SubmitEvent) => Promise<void> {
    return async (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      await this.attempt(() => action(Object.fromEntries(new FormData(form)) as Values), form);
    };
  }

  /** Runs an action once at a time, keeps what was said against it, and leads to where it stands. */
  async attempt(action: () => Promise<void>, form?: HTMLFormElement): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.done = false;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      await action();
      this.done = true;
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
    this.busy = false;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.problem) this.leadToProblem(form);
  }

  /** To the first field that is refused, or else to the words, which may stand far from the button. */
  private leadToProblem(form: HTMLFormElement | undefined): void {
    const refused = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    refused?.closest('details')?.setAttribute('open', '');
    (refused ?? document.getElementById(this.wordsId))?.focus();
  }

  field(name: string, label: string, options: FieldOptions = {}): TemplateResult {
    const pointer = options.pointer ?? name;
    this.fields.add(pointer);
    const wrong = this.problem?.at(pointer);
    const id = `form${this.number}-${name}`;
    const shared = { described: wrong ? `${id}-problem` : nothing, invalid: wrong ? 'true' : nothing };
    return html`<div>
      <label for=${id}>${label}${options.hint ? html`<span class="hint">${options.hint}</span>` : nothing}</label>
      ${options.rows
        ? html`<textarea id=${id} name=${name} rows=${options.rows} maxlength=${options.maxlength ?? nothing} ?required=${!options.optional}
            aria-invalid=${shared.invalid} aria-describedby=${shared.described} .defaultValue=${String(options.value ?? '')}></textarea>`
        : html`<input id=${id} name=${name} type=${options.type ?? 'text'} ?required=${!options.optional} autocomplete=${options.autocomplete ?? 'off'}
            min=${options.min ?? nothing} max=${options.max ?? nothing} maxlength=${options.maxlength ?? nothing} step=${options.step ?? nothing}
            aria-invalid=${shared.invalid} aria-describedby=${shared.described} .defaultValue=${String(options.value ?? '')}>`}
      ${wrong ? html`<p class="field-problem" id="${id}-problem">${wrong}</p>` : nothing}
    </div>`;
  }

  /** What was said against the whole, if it is not beside a field. */
  words(): TemplateResult | typeof nothing {
    if (!this.problem || this.isToldBesideFields()) return nothing;
    return html`<div class="notice problem" id=${this.wordsId} role="alert" tabindex="-1">
      <div><p class="notice-title">${this.problem.title}</p><p>${this.problem.text}</p></div>
    </div>`;
  }

  /** Nobody is to read the same thing twice: each field that is refused has its words, and the first has the focus. */
  private isToldBesideFields(): boolean {
    const { errors } = this.problem;
    return errors.length > 0 && errors.every((error) => [...this.fields].some((field) => concerns(error, field)));
  }

  /** That it has been sent, once it has. */
  saved(): TemplateResult | typeof nothing {
    return this.done ? html`<p class="notice good" role="status">${t('state.saved')}</p>` : nothing;
  }

  button(label: string): TemplateResult {
    return html`<button class="primary" ?disabled=${this.busy}>${this.busy ? t('state.loading') : label}</button>`;
  }
}

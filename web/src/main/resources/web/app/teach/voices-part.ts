import { html, nothing } from 'lit';
import { courses, freshKey } from '../api/client';
import type { TestimonialView } from '../api/types/courses';
import { voice } from '../catalogue/voices';
import { Form } from '../kit/form';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

const LOOKS = { WAITING: 'warm', PUBLISHED: 'good', HIDDEN: '' };

/** What carers wrote of a course of mine, for me to show or not. */
class VoicesPart extends View {
  static properties = { course: { attribute: false } };
  declare course: string;
  private readonly voices: Load<TestimonialView[]> = new Load(this, async () =>
    (await courses('GET /v1/courses/{id}/testimonials', { path: { id: this.course }, query: { limit: 100 } })).data.items);
  private readonly form = new Form(this);

  render() {
    return html`<h2>${t('voices.desk')}</h2>
      ${this.voices.render((all) => all.length === 0
        ? html`<p class="quiet">${t('voices.deskNone')}</p>`
        : html`<div class="cards">${all.map((each) => this.card(each))}</div>`)}
      ${this.form.words()}`;
  }

  private card(each: TestimonialView) {
    return html`<div class="card">${voice(each)}
      <p class="card-end"><span class="tag ${LOOKS[each.state]}">${t(`voices.${each.state}`)}</span>
        ${each.state === 'PUBLISHED' ? nothing : this.button('publish', each)}
        ${each.state === 'HIDDEN' ? nothing : this.button('hide', each)}</p></div>`;
  }

  private button(step: 'publish' | 'hide', { id, signature }: TestimonialView) {
    return html`<button type="button" class="plain" aria-label="${t(`voices.${step}`)}: ${signature}" ?disabled=${this.form.busy} @click=${() => this.choose(step, id)}>${t(`voices.${step}`)}</button>`;
  }

  private choose(step: 'publish' | 'hide', id: string): void {
    void this.form.attempt(async () => {
      await courses(`POST /v1/testimonials/{id}/${step}`, { path: { id }, key: freshKey() });
      await this.voices.run();
    });
  }
}

define('voices-part', VoicesPart);

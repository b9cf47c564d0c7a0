import { html } from 'lit';
import { courses, freshKey } from '../api/client';
import { session } from '../api/session';
import type { AttendedCourse, TestimonialView } from '../api/types/courses';
import { wavingBear } from '../art/scenes';
import { icons } from '../art/icons';
import { voice } from '../catalogue/voices';
import { Form, type Values } from '../kit/form';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { sure } from '../shell/sure';
import { readAttended } from './attended';

/** Telling others how a course was, and taking it back. */
class TellPage extends PageView {
  private readonly course: Load<AttendedCourse | null> = new Load(this, async () =>
    (await readAttended()).find(({ courseId }) => courseId === this.params.id) ?? null);
  private readonly form = new Form(this);
  private key = freshKey();

  pageTitle = () => t('tell.title');

  render() {
    return this.course.render((course) => html`
      <a class="crumb" href="/my-classes">${icons.back}${t('nav.mine')}</a>
      <h1>${t('tell.title')}</h1>
      ${course === null ? html`<p class="notice">${t('tell.not')}</p>` : course.testimonial ? this.told(course.testimonial) : this.ask(course)}`);
  }

  private ask({ title }: AttendedCourse) {
    const name = session.person?.name.split(' ')[0] ?? '';
    return html`<p class="lead">${title}. ${t('tell.lead')}</p>
      <form class="stack" @submit=${this.form.send((values) => this.send(values))} @change=${this.renew}>
        ${this.form.field('words', t('tell.words'), { rows: 5, maxlength: 1000 })}
        ${this.form.field('signature', t('tell.signature'), { maxlength: 60, value: name, hint: t('tell.signatureHint') })}
        <label class="choice"><input type="checkbox" name="consent" required><span>${t('tell.consent')}</span></label>
        ${this.form.words()}
        ${this.form.button(t('tell.send'))}
      </form>`;
  }

  private told(testimonial: TestimonialView) {
    return html`${this.form.done ? html`<div class="scene">${wavingBear}</div>` : html``}
      <div class="panel narrow-panel">${voice(testimonial)}</div>
      <p class="after" role="status">${t(`tell.${testimonial.state}`)}</p>
      ${this.form.words()}
      <p><button type="button" class="plain" ?disabled=${this.form.busy} @click=${() => this.take(testimonial)}>${t('tell.take')}</button></p>`;
  }

  /** Other words are another request. */
  private renew(): void {
    this.key = freshKey();
  }

  private async send({ words, signature }: Values): Promise<void> {
    await courses('POST /v1/courses/{id}/testimonials', { path: { id: this.params.id }, body: { words, signature, consent: true }, key: this.key });
    await this.course.run();
    scrollTo(0, 0);
  }

  private async take({ id }: TestimonialView): Promise<void> {
    if (!(await sure(t('tell.takeSure'), t('tell.take')))) return;
    await this.form.attempt(async () => {
      await courses('DELETE /v1/testimonials/{id}', { path: { id } });
      this.renew();
      await this.course.run();
    });
    this.form.done = false;
  }
}

define('tell-page', TellPage);

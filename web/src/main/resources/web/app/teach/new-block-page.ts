import { html } from 'lit';
import { courses, freshKey } from '../api/client';
import type { BlockView, MeetingKind, NewBlock } from '../api/types/courses';
import { icons } from '../art/icons';
import { Form, type Values } from '../kit/form';
import { date, ownZone } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { money } from '../kit/money';
import { zoneChoice } from '../kit/zones';
import { plannedDates } from './planned-dates';
import { currencyChoice, priceFields, pricing } from './price-fields';
import { nextRun } from './repeat';
import { readOwnBlock } from './teaching';

/** What most blocks are like. */
const USUAL: Values = { sessions: '6', everyDays: '7', time: '10:00', durationMinutes: '45', from: '6', to: '40', capacity: '10', blockPrice: '60' };

/** New dates of a course, perhaps like some before. They become a draft, whose dates are looked at before anybody can book. */
class NewBlockPage extends PageView {
  private readonly form = new Form(this);
  private key = freshKey();
  private skipped: string[] = [];
  private typed: Values = USUAL;
  private readonly start: Load<Values> = new Load(this, () => this.read());
  private meeting: MeetingKind = 'ZOOM';

  pageTitle = () => t('dates.title');

  render() {
    return html`<a class="crumb" href=${this.like ? `/teach/blocks/${this.like}` : `/teach/courses/${this.params.id}`}>${icons.back}${t('state.back')}</a>
      <h1>${t('dates.title')}</h1>
      ${this.start.render((start) => html`<div class="beside">
        ${this.fields(start)}
        <aside class="look" aria-label=${t('dates.preview')}><h2>${t('dates.preview')}</h2>${plannedDates(this.typed, this.skipped)}</aside>
      </div>`)}`;
  }

  private fields(start: Values) {
    const { form } = this;
    return html`<form class="stack" @submit=${form.send((values) => this.create(values))} @change=${this.renew} @input=${this.look}>
        <fieldset class="part"><legend>${t('dates.when')}</legend>
        ${form.field('title', t('dates.name'), { value: start.title, optional: true, hint: t('dates.nameHint'), maxlength: 120 })}
        <div class="pair">${form.field('day', t('dates.first'), { value: start.day, type: 'date', pointer: 'firstStart' })}${form.field('time', t('dates.time'), { type: 'time', value: start.time })}</div>
        ${zoneChoice(start.timeZone ?? ownZone(), t('dates.zone'))}
        <div class="pair">${form.field('sessions', t('dates.sessions'), { type: 'number', value: start.sessions, min: 1, max: 52 })}${form.field('everyDays', t('dates.every'), { type: 'number', value: start.everyDays, min: 1, max: 28 })}</div>
        ${this.skips()}
        ${form.field('durationMinutes', t('dates.minutes'), { type: 'number', value: start.durationMinutes, min: 10, max: 240 })}
        </fieldset>
        <fieldset class="part"><legend>${t('dates.who')}</legend>
        <div class="pair">${form.field('from', t('dates.from'), { type: 'number', value: start.from, min: 0, max: 520 })}${form.field('to', t('dates.to'), { type: 'number', value: start.to, min: 0, max: 520, pointer: 'ageWeeks' })}</div>
        ${form.field('capacity', t('dates.capacity'), { type: 'number', value: start.capacity, min: 1, max: 500 })}
        </fieldset>
        <fieldset class="part"><legend>${t('dates.prices')}</legend>
        <div class="pair">${form.field('blockPrice', t('dates.price'), { type: 'number', step: 'any', value: start.blockPrice, min: 0 })}${form.field('dropInPrice', t('dates.single'), { value: start.dropInPrice, type: 'number', step: 'any', optional: true, min: 0 })}</div>
        ${currencyChoice(start.currency)}
        ${priceFields(form, start)}
        </fieldset>
        ${this.meetings()}
        ${form.words()}
        ${form.button(t('dates.look'))}
      </form>`;
  }

  private get like(): string | null {
    return this.query.get('like');
  }

  private async read(): Promise<Values> {
    if (this.like) this.typed = nextRun((await readOwnBlock(this.like)).value);
    return this.typed;
  }

  private look({ currentTarget }: InputEvent): void {
    this.set({ typed: Object.fromEntries(new FormData(currentTarget as HTMLFormElement)) as Values });
  }

  private skips() {
    return html`<div><label for="skip">${t('dates.skip')}<span class="hint">${t('dates.skipHint')}</span></label>
      <input id="skip" type="date" @change=${this.skip}>
      <div class="kids">${this.skipped.map((each) => html`<button type="button" class="pill" aria-label=${t('dates.unskip', { day: date(each) })} @click=${() => this.unskip(each)}>${date(each)} ×</button>`)}</div></div>`;
  }

  private meetings() {
    const kinds: MeetingKind[] = ['ZOOM', 'LINK', 'NONE'];
    return html`<fieldset class="part"><legend>${t('dates.meeting')}</legend><div class="choices">
      ${kinds.map((kind) => html`<label class="choice"><input type="radio" name="meeting" value=${kind} .checked=${kind === this.meeting} @change=${() => this.set({ meeting: kind })}><span>${t(`dates.${kind}`)}</span></label>`)}
      </div>
      ${this.meeting === 'LINK' ? this.form.field('callLink', t('dates.link'), { type: 'url', hint: t('dates.linkHint'), maxlength: 2000 }) : ''}</fieldset>`;
  }

  private skip(event: Event): void {
    const field = event.target as HTMLInputElement;
    if (field.value && !this.skipped.includes(field.value)) this.set({ skipped: [...this.skipped, field.value].sort() });
    field.value = '';
  }

  private unskip(day: string): void {
    this.renew();
    this.set({ skipped: this.skipped.filter((each) => each !== day) });
  }

  /** Another wish is another key. */
  private renew(): void {
    this.key = freshKey();
  }

  private async create(values: Values): Promise<void> {
    const body: NewBlock = {
      ...(values.title ? { title: values.title } : {}),
      firstStart: `${values.day}T${values.time}:00`,
      timeZone: values.timeZone,
      sessions: Number(values.sessions),
      everyDays: Number(values.everyDays),
      skipDates: this.skipped,
      durationMinutes: Number(values.durationMinutes),
      capacity: Number(values.capacity),
      blockPrice: money(values.blockPrice, values.currency),
      ...(values.dropInPrice ? { dropInPrice: money(values.dropInPrice, values.currency) } : {}),
      ...pricing(values),
      ageWeeks: { from: Number(values.from), to: Number(values.to) },
      meeting: this.meeting,
      ...(this.meeting === 'LINK' ? { callLink: values.callLink } : {}),
    };
    const { data } = await courses('POST /v1/courses/{id}/blocks', { path: { id: this.params.id }, body, key: this.key });
    router.go(`/teach/blocks/${(data as BlockView).id}`, true);
  }
}

define('new-block-page', NewBlockPage);

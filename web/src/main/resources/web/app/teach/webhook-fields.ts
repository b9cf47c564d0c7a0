import { html, type TemplateResult } from 'lit';
import type { EndpointView } from '../api/types/bookings';
import type { Form, Values } from '../kit/form';
import { t } from '../kit/messages';
import '../shell/copy-button';

const TYPES = [
  'booking.confirmed', 'booking.cancelled', 'booking.expired', 'place.confirmed', 'place.released', 'seats.changed',
  'session.changed', 'session.cancelled', 'waitlist.changed', 'attendance.recorded',
] as const;

/** Where a program listens and for what, to be said or changed. */
export function webhookFields(form: Form, endpoint?: EndpointView): TemplateResult {
  return html`
    ${form.field('url', t('webhooks.url'), { type: 'url', value: endpoint?.url, maxlength: 500, hint: t('webhooks.urlHint') })}
    ${form.field('description', t('webhooks.name'), { value: endpoint?.description, maxlength: 120, optional: true, hint: t('webhooks.nameHint') })}
    <fieldset><legend>${t('webhooks.for')}<span class="hint">${t('webhooks.forHint')}</span></legend>
      <div class="choices">${TYPES.map((type) => html`<label class="choice"><input type="checkbox" name=${type} .defaultChecked=${endpoint?.types.includes(type) ?? false}><span>${t(`webhooks.${type}`)}<span class="hint">${type}</span></span></label>`)}</div></fieldset>`;
}

export const chosenTypes = (values: Values): string[] => TYPES.filter((type) => type in values);

/** A secret, the only time that it is shown. */
export const secretOnce = (secret: string): TemplateResult => html`<div class="notice good" role="status"><div>
  <p class="notice-title">${t('webhooks.once')}</p>
  <p><code>${secret}</code></p>
  <copy-button .text=${secret}></copy-button></div></div>`;

/** How an endpoint fares. */
export function listening({ enabled, failingSince }: EndpointView): TemplateResult {
  if (!enabled) return html`<span class="tag">${t('webhooks.off')}</span>`;
  return failingSince ? html`<span class="tag bad">${t('webhooks.failing')}</span>` : html`<span class="tag good">${t('webhooks.on')}</span>`;
}

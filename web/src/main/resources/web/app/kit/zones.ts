import { html, type TemplateResult } from 'lit';
import { ownZone } from './format';

/** Every time zone, the likeliest first. */
export function zoneChoice(mine: string, label: string): TemplateResult {
  const zones = [...new Set([mine, ownZone(), ...Intl.supportedValuesOf('timeZone')])];
  return html`<div><label for="zone">${label}</label>
    <select id="zone" name="timeZone">${zones.map((zone) => html`<option value=${zone} ?selected=${zone === mine}>${zone.replaceAll('_', ' ')}</option>`)}</select></div>`;
}

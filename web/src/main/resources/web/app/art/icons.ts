import { svg, type TemplateResult } from 'lit';
import { html } from 'lit';

const icon = (paths: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

/** Line drawings for places and facts; they take the colour of the text beside them. */
export const icons = {
  find: icon(svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`),
  mine: icon(svg`<path d="M12 20c-5-3.4-8-6.3-8-10a4.3 4.3 0 0 1 8-2.2A4.3 4.3 0 0 1 20 10c0 3.7-3 6.6-8 10Z"/>`),
  child: icon(svg`<circle cx="12" cy="12" r="8"/><circle cx="5.8" cy="6" r="2"/><circle cx="18.2" cy="6" r="2"/><path d="M9.5 14.5c1.4 1.6 3.6 1.6 5 0M9.3 10.5v.2M14.7 10.5v.2"/>`),
  person: icon(svg`<circle cx="12" cy="8.5" r="4"/><path d="M4.5 20c1-4 4-5.8 7.5-5.8s6.5 1.8 7.5 5.8"/>`),
  teach: icon(svg`<rect x="3.5" y="4.5" width="17" height="12" rx="2.5"/><path d="M9 20h6M12 16.500V20M8 9h8M8 12.500h5"/>`),
  week: icon(svg`<rect x="4" y="5.5" width="16" height="14.5" rx="3"/><path d="M4 10h16M8.5 3.500v3.500M15.5 3.500v3.5"/>`),
  clock: icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>`),
  bag: icon(svg`<path d="M5.5 9h13l1 10.500h-15ZM9 9V7.500a3 3 0 0 1 6 0V9"/>`),
  care: icon(svg`<path d="M12 4v10M12 17.500v.3M4 20h16L12 4Z"/>`),
  plus: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  minus: icon(svg`<path d="M5 12h14"/>`),
  globe: icon(svg`<circle cx="12" cy="12" r="8"/><path d="M4 12h16M12 4c3 2.5 3 13.5 0 16M12 4c-3 2.5-3 13.5 0 16"/>`),
  next: icon(svg`<path d="m9 5 7 7-7 7"/>`),
  back: icon(svg`<path d="m15 5-7 7 7 7"/>`),
  video: icon(svg`<rect x="3.5" y="6.5" width="12" height="11" rx="3"/><path d="m15.5 11 5-3v8l-5-3"/>`),
};

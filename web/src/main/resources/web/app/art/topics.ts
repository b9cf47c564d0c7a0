import { html, svg, type TemplateResult } from 'lit';
import { bearHead } from './bear';

const picture = (content: TemplateResult): TemplateResult =>
  html`<svg class="art" viewBox="0 0 160 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">${content}</svg>`;

const massage = picture(svg`
  <path class="hill" d="M0 110V74q80-34 160 0v36Z"/>
  <rect class="blanket" x="20" y="80" width="120" height="22" rx="11"/><path class="blanket-fold" d="M32 92h96"/>
  <ellipse class="fur" cx="92" cy="76" rx="30" ry="16"/><circle class="fur" cx="124" cy="70" r="8.5"/><circle class="fur" cx="122" cy="85" r="8.5"/>
  <g class="muzzle"><ellipse cx="94" cy="75" rx="17" ry="9"/><circle cx="126" cy="69" r="4.2"/><circle cx="124" cy="85" r="4.2"/></g>
  <g transform="translate(54 66) scale(.42) rotate(-6)">${bearHead()}</g>
  <path class="arm shade thin" d="M152 12Q116 22 98 62"/>
  <path class="drop" d="M100 14q9 12 0 16-9-4 0-16Z"/><g class="star"><circle cx="24" cy="26" r="2.5"/><circle cx="62" cy="18" r="2"/><circle cx="136" cy="44" r="2"/></g>`);

const yoga = picture(svg`
  <circle class="moon" cx="120" cy="34" r="18"/>
  <path class="hill" d="M0 110V84q80-20 160 0v26Z"/>
  <path class="fur" d="M52 98c-2-24 10-34 28-34s30 10 28 34Z"/>
  <path class="arm thin" d="M60 74Q38 58 44 30M100 74q22-16 16-44"/>
  <g transform="translate(80 52) scale(.44)">${bearHead(true)}</g>
  <path class="blanket" d="M30 98h100l8 8H22Z"/>`);

const taster = picture(svg`
  <path class="hill" d="M0 110V88q80-14 160 0v22Z"/>
  <path class="blanket" d="M24 60q0-14 14-14h84q14 0 14 14v36H24Z"/><path class="blanket-fold" d="M80 48v28M34 78h92"/>
  <g transform="translate(62 56) scale(.42)">${bearHead()}</g><g transform="translate(100 64) scale(.28)" class="little">${bearHead(true)}</g>
  <path class="cup" d="M124 76h18l-3 16h-12Z"/><path class="line fine" d="M129 71q-2.5-4 0-8m7 8q-2.5-4 0-8"/>`);

const other = picture(svg`
  <circle class="moon" cx="40" cy="34" r="16"/>
  <path class="hill" d="M0 110V78q50-26 90-8t70-6v46Z"/>
  <path class="leafy" d="M112 84c-14-18-12-38 4-54 14 18 12 38-4 54ZM130 88c2-18 10-28 26-32 0 18-10 28-26 32Z"/>
  <g transform="translate(66 74) scale(.46)">${bearHead()}</g>`);

/** The picture that goes with a topic. */
export function topicArt(topic: string | undefined): TemplateResult {
  if (topic?.includes('massage')) return massage;
  if (topic?.includes('yoga')) return yoga;
  return topic === 'taster' ? taster : other;
}

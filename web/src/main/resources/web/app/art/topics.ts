import { html, svg, type TemplateResult } from 'lit';
import { bearHead } from './bear';

const picture = (content: TemplateResult): TemplateResult =>
  html`<svg class="art" viewBox="0 0 160 110" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">${content}</svg>`;

const massage = picture(svg`
  <path class="hill" d="M0 110V70q80-36 160 0v40Z"/>
  <path class="blanket" d="M22 92q58-22 116 0l-8 14q-50 8-100 0Z"/>
  <g transform="translate(66 66) scale(.46) rotate(-8)">${bearHead()}</g>
  <path class="fur" d="M82 74q30-8 42 12-22 14-44 6Z"/>
  <path class="drop" d="M122 18q14 18 0 24-14-6 0-24Z"/><g class="star"><circle cx="28" cy="28" r="2.5"/><circle cx="100" cy="22" r="2"/></g>`);

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
  <path class="cup" d="M124 76h18l-3 16h-12Z"/><path class="line" d="M129 70q-3-5 0-9m6 9q-3-5 0-9"/>`);

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

import { html, svg, type TemplateResult } from 'lit';
import { bearHead } from './bear';

const scene = (box: string, content: TemplateResult): TemplateResult =>
  html`<svg class="art" viewBox=${box} aria-hidden="true" focusable="false">${content}</svg>`;

/** A big bear with a little one in its arms, under the moon. */
export const hug = scene(
  '0 0 400 300',
  svg`
    <path class="hill" d="M20 262q30-118 180-128t180 128q-180 36-360 0Z"/>
    <path class="moon" d="M325 36a34 34 0 1 0 30 52 28 28 0 1 1-30-52Z"/>
    <g class="star"><circle cx="60" cy="70" r="3.5"/><circle cx="98" cy="36" r="2.5"/><circle cx="270" cy="30" r="3"/><circle cx="360" cy="140" r="2.5"/><circle cx="34" cy="140" r="2.5"/></g>
    <path class="fur" d="M104 262c-6-66 34-108 94-108s102 42 96 108q-95 22-190 0Z"/>
    <g transform="translate(196 116) scale(1.18)">${bearHead(true)}</g>
    <path class="blanket" d="M128 266q-4-62 68-62t74 62q-72 18-142 0Z"/>
    <path class="blanket-fold" d="M140 250q56-22 118 4"/>
    <g transform="translate(206 208) scale(.56) rotate(8)" class="little">${bearHead(true)}</g>
    <path class="arm shade" d="M134 216C104 256 138 276 186 264"/>
    <path class="arm shade" d="M268 216C298 256 266 280 222 268"/>
    <path class="leafy" d="M40 262c-10-22-6-42 8-56 12 18 10 38-2 56ZM64 264c2-20 10-32 26-38 0 18-8 32-22 39ZM352 262c10-20 8-38-4-50-12 16-12 34 0 50Z"/>`,
);

/** A bear that has dozed off: for what does not answer or is not there. */
export const sleepingBear = scene(
  '0 0 220 130',
  svg`
    <ellipse class="hill" cx="110" cy="108" rx="104" ry="18"/>
    <path class="fur" d="M66 110c0-40 30-62 68-62s62 26 62 62Z"/>
    <g transform="translate(66 82) scale(.68) rotate(-6)">${bearHead(true)}</g>
    <g class="line zzz"><path d="M104 34h12l-12 14h12M128 14h9l-9 11h9"/></g>`,
);

/** An empty basket with a leaf: for lists that have nothing yet. */
export const basket = scene(
  '0 0 220 130',
  svg`
    <ellipse class="hill" cx="110" cy="112" rx="92" ry="14"/>
    <path class="straw" d="M56 62h108l-14 50H70Z"/><path class="straw-line" d="M60 78h100M65 94h90M92 62l6 50M128 62l-6 50"/>
    <path class="straw-rim" d="M70 62q40-62 80 0"/>
    <path class="leafy" d="M112 62c-16-14-16-30-2-44 14 14 16 30 2 44ZM128 64c4-16 14-24 30-24-2 16-14 24-30 24Z"/>`,
);

/** A bear that waves: done. */
export const wavingBear = scene(
  '0 0 220 150',
  svg`
    <ellipse class="hill" cx="110" cy="134" rx="92" ry="14"/>
    <path class="fur" d="M64 136c-4-36 16-52 46-52s50 16 46 52Z"/>
    <path class="arm" d="M150 108q26-12 30-44"/>
    <g transform="translate(110 60) scale(.9)">${bearHead()}</g>
    <g class="star"><circle cx="40" cy="40" r="4"/><circle cx="60" cy="18" r="3"/><circle cx="196" cy="30" r="3.5"/></g>`,
);

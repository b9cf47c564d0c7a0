import { svg, type TemplateResult } from 'lit';

/** A bear's head around (0, 0), about 100 wide, with its eyes open or closed. */
export function bearHead(sleeps = false): TemplateResult<2> {
  return svg`
    <g class="fur"><circle cx="-33" cy="-33" r="17"/><circle cx="33" cy="-33" r="17"/><ellipse rx="50" ry="46"/></g>
    <g class="muzzle"><circle cx="-33" cy="-33" r="8"/><circle cx="33" cy="-33" r="8"/><ellipse cy="16" rx="23" ry="18"/></g>
    <g class="cheek"><circle cx="-33" cy="12" r="7"/><circle cx="33" cy="12" r="7"/></g>
    ${sleeps
      ? svg`<g class="line"><path d="M-26-5q6 6 12 0M14-5q6 6 12 0"/></g>`
      : svg`<g class="dark"><circle cx="-19" cy="-6" r="4.5"/><circle cx="19" cy="-6" r="4.5"/></g>`}
    <ellipse class="dark" cy="9" rx="7" ry="5"/>
    <path class="line" d="M0 14v5m-8 1q4 6 8 0q4 6 8 0"/>`;
}

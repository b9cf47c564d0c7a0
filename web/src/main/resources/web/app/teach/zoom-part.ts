import { html, nothing } from 'lit';
import { courses } from '../api/client';
import type { ConnectionView } from '../api/types/courses';
import { Form } from '../kit/form';
import { day, time } from '../kit/format';
import { Load } from '../kit/load';
import { says, t } from '../kit/messages';
import { View, define } from '../kit/view';
import { sure } from '../shell/sure';

/** My own Zoom account, or the platform's. */
class ZoomPart extends View {
  outcome: string | null = null;
  private readonly connection: Load<ConnectionView> = new Load(this, async () => (await courses('GET /v1/me/zoom-connection')).data);
  private readonly form = new Form(this);

  render() {
    const told = `zoom.outcome.${this.outcome}`;
    return html`<h2>${t('zoom.title')}</h2>
      ${says(told) ? html`<p class="notice ${this.outcome === 'connected' ? 'good' : 'warm'}" role="status">${t(told)}</p>` : nothing}
      ${this.connection.render((connection) => html`
        <p>${t(`zoom.${connection.state}`)}</p>
        ${scarcest(connection)}
        ${waiting(connection)}
        <div class="actions">
          ${connection.connectable && connection.state !== 'CONNECTED' ? html`<button type="button" class="secondary" ?disabled=${this.form.busy} @click=${this.connect}>${t('zoom.connect')}</button>` : nothing}
          ${connection.state === 'CONNECTED' || connection.state === 'RECONNECT' ? html`<button type="button" class="secondary" @click=${this.disconnect}>${t('zoom.disconnect')}</button>` : nothing}
        </div>`)}
      ${this.form.words()}`;
  }

  private connect(): void {
    void this.form.attempt(async () => {
      const { data } = await courses('PUT /v1/me/zoom-connection');
      const { authorizeUrl } = data as { authorizeUrl?: string };
      if (authorizeUrl) location.assign(authorizeUrl);
      else await this.connection.run();
    });
  }

  private async disconnect(): Promise<void> {
    if (!(await sure(t('zoom.sure'), t('zoom.disconnect')))) return;
    await this.form.attempt(async () => {
      await courses('DELETE /v1/me/zoom-connection');
      await this.connection.run();
    });
  }
}

/** What is left today on the host that has least left, if any is known. */
function scarcest({ hosts = [] }: ConnectionView) {
  const [least] = [...hosts].sort((a, b) => a.left - b.left);
  return least ? html`<p class="quiet small">${t('zoom.left', { left: least.left, limit: least.limit })}</p>` : nothing;
}

/** The nearest of my sessions whose meetings are not as they should be, and what they wait for. */
function waiting({ problems = [] }: ConnectionView) {
  return problems.length === 0 ? nothing : html`<p class="strong">${t('zoom.waiting')}</p>
    <ul class="rows">${problems.map(({ sessionId, title, startsAt, timeZone, code }) => {
      const why = `zoom.problem.${code}`;
      return html`<li><span><a href="/teach/sessions/${sessionId}">${title}</a>
        <span class="hint">${day(startsAt, timeZone)}, ${time(startsAt, timeZone)}${says(why) ? html` · ${t(why)}` : nothing}</span></span></li>`;
    })}</ul>`;
}

define('zoom-part', ZoomPart);

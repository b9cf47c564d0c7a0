import { html, nothing } from 'lit';
import { ask } from '../api/http';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';

interface House {
  demo: boolean;
  mailbox?: string;
  apis: { name: string; document: string; explorer: string }[];
}

const PEOPLE = ['cara', 'omar', 'ines', 'noor', 'ada'] as const;

/** Where developers and whoever tries Bearhug go on: the APIs, the demo people and the mailbox. */
class DevelopersPage extends PageView {
  private readonly house = new Load(this, async () => (await ask<House>({ method: 'GET', url: '/house.json', retries: 2 })).data);

  pageTitle = () => t('developers.title');

  render() {
    return html`<h1>${t('developers.title')}</h1>
      <p class="lead">${t('developers.lead')}</p>
      ${this.house.render((house) => html`
        <ul class="cards">
          ${house.apis.map((api) => html`<li class="card">
            <h2 class="card-title"><code>/api/${api.name}/v1</code></h2>
            <p class="links">
              <a href=${api.explorer} target="_blank" rel="noreferrer">${t('developers.try', { name: api.name })}</a>
              <a href=${api.document} target="_blank">${t('developers.document', { name: api.name })}</a>
            </p>
          </li>`)}
        </ul>
        ${house.demo ? html`<section>
          <h2>${t('developers.people')}</h2>
          <p>${t('developers.password')} <code>bearhug-demo-1</code></p>
          <ul class="rows">${PEOPLE.map((name) => html`<li>
            <span>${t(`developers.${name}`)}</span><code>${name}@demo.bearhug.example</code></li>`)}</ul>
        </section>` : nothing}
        ${house.mailbox ? html`<section>
          <h2>${t('developers.mail')}</h2>
          <p>${t('developers.mailText')}</p>
          <p class="links"><a href=${house.mailbox} target="_blank" rel="noreferrer">${t('developers.mailOpen')}</a></p>
        </section>` : nothing}`)}`;
  }
}

define('developers-page', DevelopersPage);

import { html } from 'lit';
import { t } from '../kit/messages';
import { PageView, define } from '../kit/view';
import { sleepingBear } from '../art/scenes';

/** For an address that leads nowhere. */
class NotFoundPage extends PageView {
  pageTitle = () => t('lost.title');

  render() {
    return html`<div class="centre">
      <div class="scene">${sleepingBear}</div>
      <h1>${t('lost.title')}</h1>
      <p class="lead">${t('lost.text')}</p>
      <a class="primary" href="/">${t('lost.home')}</a>
    </div>`;
  }
}

define('not-found-page', NotFoundPage);

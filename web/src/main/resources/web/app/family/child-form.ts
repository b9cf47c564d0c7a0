import { html } from 'lit';
import { freshKey, users } from '../api/client';
import { Form, type Values } from '../kit/form';
import { t } from '../kit/messages';
import { View, define } from '../kit/view';

/** Tells us of a child: no more than a name to call it by, and since when it is here. */
class ChildForm extends View {
  private readonly form = new Form(this);
  private key = freshKey();

  render() {
    const today = new Date().toISOString().slice(0, 10);
    return html`<form class="stack" @submit=${this.form.send((values) => this.add(values))}>
      ${this.form.field('name', t('child.name'), { hint: t('child.nameHint'), maxlength: 60 })}
      ${this.form.field('bornOn', t('child.born'), { type: 'date', max: today })}
      ${this.form.field('dueOn', t('child.due'), { type: 'date', optional: true, hint: t('child.dueHint') })}
      ${this.form.words()}
      ${this.form.button(t('child.add'))}
    </form>`;
  }

  private async add({ name, bornOn, dueOn }: Values): Promise<void> {
    const { data } = await users('POST /v1/me/children', { body: { name, bornOn, ...(dueOn ? { dueOn } : {}) }, key: this.key });
    this.key = freshKey();
    this.querySelector('form').reset();
    this.dispatchEvent(new CustomEvent('added', { detail: data }));
  }
}

define('child-form', ChildForm);

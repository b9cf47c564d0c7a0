import { html, nothing } from 'lit';
import { icons } from '../art/icons';
import { topicArt } from '../art/topics';
import { ageRange, city, ownZone, price, sameTime } from '../kit/format';
import { Load } from '../kit/load';
import { t } from '../kit/messages';
import { router } from '../kit/router';
import { PageView, define } from '../kit/view';
import { readOffer, hasBegun, type CourseOnOffer, type OfferedBlock } from './catalogue';
import { voicesOf } from './voices';
import './block-choice';

/** All about a course, and the dates to choose from. */
class CoursePage extends PageView {
  private readonly offer: Load<CourseOnOffer> = new Load<CourseOnOffer>(this, () =>
    readOffer(this.params.id, (offer) => {
      this.offer.value = offer;
      this.requestUpdate();
    }));
  private chosen: string | undefined;

  pageTitle = () => this.offer.value?.course.title ?? t('course.title');

  render() {
    return this.offer.render((offer) => this.show(offer));
  }

  private show({ course, blocks, teacher, passes, voices }: CourseOnOffer) {
    const block = this.block(blocks);
    return html`
      <a class="crumb" href="/">${icons.back}${t('nav.classes')}</a>
      <div class="course-head">
        <div>
          <h1 lang=${course.language ?? nothing}>${course.title}</h1>
          <p class="lead" lang=${course.language ?? nothing}>${course.summary}</p>
        </div>
        <div class="course-art">${topicArt(course.topic)}</div>
      </div>
      ${block ? this.facts(block, course.language) : nothing}
      <section aria-labelledby="dates">
        <h2 id="dates">${t('course.dates')}</h2>
        ${blocks.length === 0
          ? html`<p class="notice">${t('course.noDates')}</p>`
          : html`<block-choice .blocks=${blocks} .chosen=${block.id} @choose=${this.choose}></block-choice>`}
        ${passes ? html`<p class="links"><a href="/passes?instructor=${course.instructor.id}&course=${course.id}">${t('passes.look')}</a></p>` : nothing}
      </section>
      <section>
        <h2>${t('course.about')}</h2>
        <div class="about">
          <p class="prose" lang=${course.language ?? nothing}>${course.description}</p>
          <div class="choices">
            ${this.panel(icons.bag, t('course.bring'), course.whatToBring, course.language)}
            ${this.panel(icons.care, t('course.notNow'), course.whenNotToJoin, course.language)}
            ${this.panel(icons.person, course.instructor?.name, teacher?.about ?? t('course.teaches'), teacher?.about ? course.language : undefined)}
          </div>
        </div>
      </section>
      ${voicesOf(voices, course.instructor?.name)}
      ${block ? this.bar(block) : nothing}
    `;
  }

  private block(blocks: OfferedBlock[]): OfferedBlock | undefined {
    return blocks.find(({ id }) => id === this.chosen) ?? blocks.find((each) => each.seatsLeft !== 0 && !hasBegun(each)) ?? blocks[0];
  }

  private facts(block: OfferedBlock, language: string) {
    const first = block.coming[0];
    const elsewhere = !sameTime(first.startsAt, block.timeZone);
    return html`<dl class="facts">
      ${this.fact(icons.child, t('course.age'), ageRange(block.ageWeeks))}
      ${this.fact(icons.clock, t('course.length'), t('course.minutes', { n: first.durationMinutes }))}
      ${this.fact(icons.globe, t('course.language'), new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(language?.slice(0, 2) ?? 'en'))}
      ${elsewhere ? this.fact(icons.globe, t('course.zone'), t('course.yourTime', { city: city(ownZone()) })) : nothing}
    </dl>`;
  }

  private fact(icon: unknown, name: string, value: string) {
    return html`<div><dt>${icon}${name}</dt><dd>${value}</dd></div>`;
  }

  private panel(icon: unknown, heading: string, text: string | undefined, language: string | undefined) {
    return text ? html`<div class="panel"><h3>${icon}${heading}</h3><p class="prose" lang=${language ?? nothing}>${text}</p></div>` : nothing;
  }

  private bar(block: OfferedBlock) {
    if (hasBegun(block)) return html`<div class="bar"><p class="quiet">${t('course.begun')}</p></div>`;
    const full = block.seatsLeft === 0;
    return html`<div class="bar">
      <p><span class="strong">${price(block.blockPrice)}</span><br><span class="small quiet">${t(full ? 'course.soldOut' : 'course.whole', { n: block.coming.length })}</span></p>
      <button type="button" class="primary" @click=${() => this.book(block, full)}>${t(full ? 'course.wait' : 'course.book')}</button>
    </div>`;
  }

  private book(block: OfferedBlock, full: boolean): void {
    router.go(full ? `/waitlist?block=${block.id}&course=${block.courseId}` : `/book?block=${block.id}&course=${block.courseId}`);
  }

  private choose(event: CustomEvent<string>): void {
    this.chosen = event.detail;
    this.requestUpdate();
  }
}

define('course-page', CoursePage);

/**
 * Classes of nhsuk-frontend that no page of ours has, by the component that styles them: for frames, grounds and forms
 * that are not ours. Their rules are left out of the published styles, which are a third smaller without them.
 *
 * Classes that words may have are not among them, whether or not a page has them today: an editor may write them.
 * A layout that takes one of these into use takes it off the list; tests/pages/unused-classes.test.ts says so.
 */
const byComponent: Readonly<Record<string, string>> = {
  "action-link": "nhsuk-action-link--reverse",
  "back-link": "nhsuk-back-link--reverse",
  breadcrumb: "nhsuk-breadcrumb--reverse",
  button: `nhsuk-button--brand nhsuk-button--login nhsuk-button--reverse nhsuk-button--secondary-solid
    nhsuk-button__content nhsuk-button-group nhsuk-button-group--small`,
  card: "nhsuk-card__action nhsuk-card__actions",
  caption: "nhsuk-caption nhsuk-caption--bottom nhsuk-caption-l nhsuk-caption-m nhsuk-caption-xxl",
  "contents-list": "nhsuk-contents-list__current",
  details: "nhsuk-details--reverse",
  fieldset: `nhsuk-fieldset__heading nhsuk-fieldset__legend--l nhsuk-fieldset__legend--m nhsuk-fieldset__legend--xl`,
  footer: "nhsuk-footer-container nhsuk-footer__heading nhsuk-footer__navigation",
  header: `nhsuk-header--inline nhsuk-header--organisation nhsuk-header--white nhsuk-header__account
    nhsuk-header__account-button nhsuk-header__account-item nhsuk-header__account-link nhsuk-header__account-list
    nhsuk-header__logo-link nhsuk-header__navigation--justified nhsuk-header__navigation--white
    nhsuk-header__navigation-text nhsuk-header__organisation-logo nhsuk-header__organisation-name
    nhsuk-header__organisation-name-descriptor nhsuk-header__organisation-name-split nhsuk-header__search-input
    nhsuk-header__search-submit`,
  hero: `nhsuk-hero--border nhsuk-hero--image nhsuk-hero--image-description nhsuk-hero-content nhsuk-hero__arrow
    nhsuk-hero__overlay nhsuk-hero__wrapper`,
  input: `nhsuk-input--code nhsuk-input--width-2 nhsuk-input--width-20 nhsuk-input--width-3 nhsuk-input--width-30
    nhsuk-input--width-4 nhsuk-input--width-5 nhsuk-input-wrapper__prefix nhsuk-input-wrapper__suffix
    nhsuk-input__prefix nhsuk-input__suffix nhsuk-input__wrapper`,
  icons: "nhsuk-icon--size-100 nhsuk-icon--size-25 nhsuk-icon--size-50 nhsuk-icon--size-75",
  label: "nhsuk-label--l nhsuk-label--xl nhsuk-label-wrapper",
  link: `nhsuk-link nhsuk-link--no-underline nhsuk-link--no-visited-state nhsuk-link--reverse nhsuk-link--text-colour
    nhsuk-link-image`,
  "main-wrapper": "nhsuk-main-wrapper--l nhsuk-main-wrapper--s",
  pagination: `nhsuk-pagination--numbered nhsuk-pagination__item nhsuk-pagination__item--current
    nhsuk-pagination__item--ellipsis nhsuk-pagination__next nhsuk-pagination__previous`,
  radios: `nhsuk-radios--inline nhsuk-radios--small nhsuk-radios__divider nhsuk-radios__hint`,
  scroll: `nhsuk-scroll--reverse nhsuk-scroll--scrollable nhsuk-scroll--scrollable-left nhsuk-scroll--scrollable-right`,
  tables: `nhsuk-table--reverse nhsuk-table-responsive--reverse nhsuk-table__heading-tab
    nhsuk-table__panel-with-heading-tab`,
};

/** Classes whose rules are not published. */
export const unusedClasses: readonly string[] = Object.values(byComponent).flatMap((names) => names.split(/\s+/));

/** What a question of a form begins with. No page has words right before it: how far those would stand is not published. */
export const questionClasses: ReadonlySet<string> = new Set(["nhsuk-form-group", "nhsuk-fieldset"]);

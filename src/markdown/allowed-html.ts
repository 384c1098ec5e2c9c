/** Elements that editors may write as HTML, each with the attributes that it may have besides the general ones. */
export const allowedElements: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ["href", "hreflang", "rel", "download", "name"],
    abbr: [],
    address: [],
    article: [],
    aside: [],
    b: [],
    bdi: [],
    bdo: [],
    blockquote: ["cite"],
    br: [],
    caption: [],
    cite: [],
    code: [],
    col: ["span"],
    colgroup: ["span"],
    data: ["value"],
    dd: [],
    del: ["cite", "datetime"],
    details: ["open"],
    dfn: [],
    div: [],
    dl: [],
    dt: [],
    em: [],
    figcaption: [],
    figure: [],
    h1: [],
    h2: [],
    h3: [],
    h4: [],
    h5: [],
    h6: [],
    hr: [],
    i: [],
    img: ["src", "alt", "width", "height", "loading", "decoding"],
    ins: ["cite", "datetime"],
    kbd: [],
    li: ["value"],
    mark: [],
    ol: ["start", "type", "reversed"],
    p: [],
    pre: [],
    q: ["cite"],
    rp: [],
    rt: [],
    ruby: [],
    s: [],
    samp: [],
    section: [],
    small: [],
    span: [],
    strong: [],
    sub: [],
    summary: [],
    sup: [],
    table: [],
    tbody: [],
    td: ["colspan", "rowspan", "headers"],
    tfoot: [],
    th: ["colspan", "rowspan", "headers", "scope", "abbr"],
    thead: [],
    time: ["datetime"],
    tr: [],
    u: [],
    ul: [],
    var: [],
    wbr: [],
  }),
);

/** Attributes that any of them may have. */
export const generalAttributes: ReadonlySet<string> = new Set([
  "id",
  "class",
  "lang",
  "dir",
  "title",
  "translate",
  "role",
]);

/** Names of attributes for assistive technology. */
export const ariaAttribute = /^aria-[a-z]+$/;

/** Roles that an editor may give; others would say what is not so. */
export const allowedRoles: ReadonlySet<string> = new Set([
  "list",
  "listitem",
  "note",
  "img",
  "presentation",
  "none",
  "group",
]);

/** Values that attributes may have, where not every text will do. */
export const allowedValues: ReadonlyMap<string, RegExp> = new Map([
  ["lang", /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/],
  ["hreflang", /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/],
  ["dir", /^(ltr|rtl|auto)$/],
  ["translate", /^(yes|no)$/],
  ["width", /^[1-9]\d{0,4}$/],
  ["height", /^[1-9]\d{0,4}$/],
  ["span", /^[1-9]\d{0,2}$/],
  ["colspan", /^[1-9]\d{0,2}$/],
  ["rowspan", /^[1-9]\d{0,3}$/],
  ["start", /^-?\d{1,9}$/],
  ["value", /^[^<>]*$/],
  ["type", /^[1aAiI]$/],
  ["scope", /^(col|row|colgroup|rowgroup)$/],
  ["loading", /^(lazy|eager)$/],
  ["decoding", /^(sync|async|auto)$/],
]);

/** Attributes that hold addresses. */
export const addressAttributes: ReadonlySet<string> = new Set(["href", "src", "cite"]);

/** Elements without an end tag. */
export const voidElements: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "wbr"]);

/** Elements that end a paragraph that they start in (HTML, section 13.1.2.4). */
export const blockElements: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li " +
    "ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Elements whose end tag may be left out → the start tags that end them (HTML, section 13.1.2.4). */
export const endedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["p", new Set([...blockElements].filter((name) => !/^(caption|col|colgroup|summary|figcaption)$/.test(name)))],
  ["li", new Set(["li"])],
  ["dt", new Set(["dt", "dd"])],
  ["dd", new Set(["dt", "dd"])],
  ["tr", new Set(["tr", "tbody", "thead", "tfoot"])],
  ["td", new Set(["td", "th", "tr", "tbody", "thead", "tfoot"])],
  ["th", new Set(["td", "th", "tr", "tbody", "thead", "tfoot"])],
  ["thead", new Set(["tbody", "tfoot"])],
  ["tbody", new Set(["tbody", "tfoot"])],
]);

/** Ids that our layouts use, and names that JavaScript gives to every object. */
export const reservedIds: ReadonlySet<string> = new Set([
  "maincontent",
  "search",
  "search-field",
  "search-query",
  "hero-search",
  "search-results",
  "toggle-menu",
  "header",
  "footer",
  "contents",
  "config",
  "cookie",
  "__proto__",
  "constructor",
  "prototype",
  "hasownproperty",
  "tostring",
  "valueof",
]);

/** An id that a fragment can name without surprises. */
export const safeId = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u;

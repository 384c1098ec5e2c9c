/** A text for each kind of number that a language tells apart (CLDR). */
export type CountForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** How many there are, in words: `{ one: "%{count} result", … }` and 1 → `1 result`. */
export function counted(forms: CountForms, count: number, lang: string): string {
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other ?? "";
  return filled(form, { count: count.toLocaleString(lang) });
}

/** A text with its places filled in: `%{code}`. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/%\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

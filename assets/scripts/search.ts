// Puts what was searched for back into the field, as its value and never as markup, and shows the reference in it.
import { showReference } from "./reference-match.ts";

const field = document.getElementById("search-query");
const query = new URLSearchParams(location.search).get("q");
if (field instanceof HTMLInputElement && query !== null) field.value = query.slice(0, 200);
if (query !== null) showReference(query);

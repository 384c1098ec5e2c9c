// Shows the reference that the address names, where nothing is at that address.
import { showReference } from "./reference-match.ts";

showReference(location.pathname);

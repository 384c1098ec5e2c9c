/** A video that stands elsewhere, with a way to it and its transcript: what stands before its title. */
export const videoStart = `<figure class="app-video">\n<figcaption class="app-video__title">`;

/** What stands between its title and the rest. */
export const videoMiddle = `</figcaption>\n`;

/** What stands after the rest. */
export const videoEnd = `</figure>\n`;

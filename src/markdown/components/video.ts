/** A video that stands elsewhere, with a way to it and its transcript, in three parts around its title and the rest. */
export const videoStart = `<figure class="app-video">\n<figcaption class="app-video__title">`;
export const videoMiddle = `</figcaption>\n`;
export const videoEnd = `</figure>\n`;

import type { Picture } from "./take-pictures.ts";

/** The style sheet of the index, which stands beside it. */
export const indexStyles = `body { margin: 1rem; font-family: Arial, sans-serif; color: #212b32; background: #fff; }
table { border-collapse: collapse; }
th, td { padding: 0.5rem; border: 1px solid #aeb7bd; vertical-align: top; text-align: left; }
thead th { position: sticky; top: 0; background: #fff; }
tbody th { position: sticky; left: 0; background: #fff; min-width: 8rem; }
img { display: block; width: 14rem; max-height: 24rem; object-fit: cover; object-position: top; }
`;

/**
 * The page on which all pictures can be looked through: a row for each page, a column for each mode.
 *
 * @param pictures - in the order of their rows
 */
export function indexPage(pictures: readonly Picture[]): string {
  const modes = [...new Map(pictures.map(({ mode }) => [mode.name, mode])).values()];
  const rows = Map.groupBy(pictures, ({ row }) => row.name);
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Screenshots of the help centre</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="index.css">
</head>
<body>
<h1>Screenshots of the help centre</h1>
<p>Select a picture to see it whole.</p>
<table>
<thead>
<tr><th scope="col">Page</th>${modes.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join("")}</tr>
</thead>
<tbody>
${[...rows.values()].map((row) => rowOf(row, modes)).join("\n")}
</tbody>
</table>
</body>
</html>
`;
}

function rowOf(pictures: readonly Picture[], modes: readonly Picture["mode"][]): string {
  const [first] = pictures;
  const cells = modes.map(({ name }) => pictures.find(({ mode }) => mode.name === name)).map(cellOf);
  return `<tr><th scope="row">${escaped(first?.row.title ?? "")}</th>${cells.join("")}</tr>`;
}

function cellOf(picture: Picture | undefined): string {
  if (picture === undefined) return "<td></td>";
  const { row, mode, path, pdf, width, height } = picture;
  const alt = escaped(`${row.title}: ${mode.title}`);
  const image = `<img src="${path}" alt="${alt}" width="${width}" height="${height}" loading="lazy">`;
  const paper = pdf === null ? "" : ` <a href="${pdf}">PDF of ${escaped(row.title)}</a>`;
  return `<td><a href="${path}">${image}</a>${paper}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Pictures for tests, made by the library that the build uses: the same bytes each time. */
import sharp from "sharp";

/** A picture of pixels with something to see in it, so that it is not a few bytes. */
export function scene(width: number, height: number) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * at * 31 + (at >> 7) * 17) % 251;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Where a photograph was taken, as a phone writes it into the file. */
const taken = { IFD0: { Copyright: "SECRET-OWNER" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" } };

/** A photograph from a phone that was held upright: it lies on its side, and says so, and where it was taken. */
export function photograph(width: number, height: number): Promise<Buffer> {
  return scene(width, height).withExif(taken).withMetadata({ orientation: 6, exif: taken }).jpeg().toBuffer();
}

/** A GIF of two pictures. */
export async function animation(width: number, height: number): Promise<Buffer> {
  const frames = await Promise.all([
    scene(width, height).png().toBuffer(),
    scene(width, height).negate().png().toBuffer(),
  ]);
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}

/** What is in a file, as the library reads it. */
export function lookAt(bytes: Uint8Array) {
  return sharp(bytes).metadata();
}

const actingElement = "the elements script, style and textarea could act, and are refused";
const comment = "comments are not published";
const declaration = "processing instructions, declarations and CDATA are not published";
const unfinishedTag = "a tag that is never finished is shown as it is typed";
const unknownAttribute = "attributes that the allow list does not name are dropped";
const unknownElement = "elements that the allow list does not name are shown as they are typed, or dropped";

/**
 * Examples of the CommonMark specification that we render otherwise, by number, each with its reason. The only reason
 * that counts is raw HTML that the allow list does not let through; anything else is a fault of ours.
 */
export const commonmarkExceptions: ReadonlyMap<number, string> = new Map([
  [150, unknownElement],
  [156, unfinishedTag],
  [157, unfinishedTag],
  [158, unfinishedTag],
  [163, unknownElement],
  [169, unknownAttribute],
  [170, actingElement],
  [171, actingElement],
  [172, actingElement],
  [173, actingElement],
  [176, actingElement],
  [177, comment],
  [178, actingElement],
  [179, comment],
  [180, declaration],
  [182, declaration],
  [183, comment],
  [201, unknownElement],
  [308, comment],
  [309, comment],
  [491, unknownElement],
  [524, unknownElement],
  [536, unknownElement],
  [613, unknownElement],
  [614, unknownElement],
  [615, unknownElement],
  [616, unknownAttribute],
  [617, unknownElement],
  [623, unknownElement],
  [625, comment],
  [626, comment],
  [627, declaration],
  [628, declaration],
  [629, declaration],
]);

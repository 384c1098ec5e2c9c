import type { RuleFacts } from "../model/rule.ts";
import { activePicture } from "./faults/active-picture.ts";
import { brokenLink } from "./faults/broken-link.ts";
import { brokenPicture } from "./faults/broken-picture.ts";
import { conflictMarker } from "./faults/conflict-marker.ts";
import { controlCharacter } from "./faults/control-character.ts";
import { dangerousField } from "./faults/dangerous-field.ts";
import { datesBackToFront } from "./faults/dates-back-to-front.ts";
import { duplicateAddress } from "./faults/duplicate-address.ts";
import { duplicateHubName } from "./faults/duplicate-hub-name.ts";
import { duplicateService } from "./faults/duplicate-service.ts";
import { emptyField } from "./faults/empty-field.ts";
import { emptyFile } from "./faults/empty-file.ts";
import { fileTooLarge } from "./faults/file-too-large.ts";
import { foreignPicture } from "./faults/foreign-picture.ts";
import { frontMatterLanguage } from "./faults/front-matter-language.ts";
import { frontMatterNotClosed } from "./faults/front-matter-not-closed.ts";
import { frontMatterNotFields } from "./faults/front-matter-not-fields.ts";
import { frontMatterNotFirst } from "./faults/front-matter-not-first.ts";
import { hiddenCharacter } from "./faults/hidden-character.ts";
import { homeNotAHub } from "./faults/home-not-a-hub.ts";
import { hubCycle } from "./faults/hub-cycle.ts";
import { hubIsDraft } from "./faults/hub-is-draft.ts";
import { keptForAYear } from "./faults/kept-for-a-year.ts";
import { layoutOutsideFolder } from "./faults/layout-outside-folder.ts";
import { linkToDraft } from "./faults/link-to-draft.ts";
import { malformedCode } from "./faults/malformed-code.ts";
import { malformedDictionaryWord } from "./faults/malformed-dictionary-word.ts";
import { malformedField } from "./faults/malformed-field.ts";
import { malformedKey } from "./faults/malformed-key.ts";
import { malformedRedirect } from "./faults/malformed-redirect.ts";
import { malformedSynonym } from "./faults/malformed-synonym.ts";
import { malformedTicket } from "./faults/malformed-ticket.ts";
import { malformedYaml } from "./faults/malformed-yaml.ts";
import { misnamedPicture } from "./faults/misnamed-picture.ts";
import { misreadCharacter } from "./faults/misread-character.ts";
import { missingField } from "./faults/missing-field.ts";
import { missingFrontMatter } from "./faults/missing-front-matter.ts";
import { namesTooAlike } from "./faults/names-too-alike.ts";
import { nhsNumber } from "./faults/nhs-number.ts";
import { notAPicture } from "./faults/not-a-picture.ts";
import { notARegularFile } from "./faults/not-a-regular-file.ts";
import { notContent } from "./faults/not-content.ts";
import { notUtf8 } from "./faults/not-utf-8.ts";
import { personalEmail } from "./faults/personal-email.ts";
import { registerNotFields } from "./faults/register-not-fields.ts";
import { removedAddress } from "./faults/removed-address.ts";
import { removedHeading } from "./faults/removed-heading.ts";
import { secret } from "./faults/secret.ts";
import { spacesAroundName } from "./faults/spaces-around-name.ts";
import { steeringField } from "./faults/steering-field.ts";
import { stilledPicture } from "./faults/stilled-picture.ts";
import { symbolicLink } from "./faults/symbolic-link.ts";
import { takenAlias } from "./faults/taken-alias.ts";
import { takenFormAddress } from "./faults/taken-form-address.ts";
import { unknownField } from "./faults/unknown-field.ts";
import { unknownHub } from "./faults/unknown-hub.ts";
import { unknownLayout } from "./faults/unknown-layout.ts";
import { unknownReplacement } from "./faults/unknown-replacement.ts";
import { unknownService } from "./faults/unknown-service.ts";
import { unknownTranslation } from "./faults/unknown-translation.ts";
import { unportableName } from "./faults/unportable-name.ts";
import { unreadableFile } from "./faults/unreadable-file.ts";
import { untranslatableSetting } from "./faults/untranslatable-setting.ts";
import { unusableAddress } from "./faults/unusable-address.ts";
import { unusedFile } from "./faults/unused-file.ts";
import { yamlFeature } from "./faults/yaml-feature.ts";
import { yamlTooDeep } from "./faults/yaml-too-deep.ts";

/** Every fault that is found while a folder is read and made into a site, in order of their names. */
export const contentFaults: readonly RuleFacts[] = [
  activePicture,
  brokenLink,
  brokenPicture,
  conflictMarker,
  controlCharacter,
  dangerousField,
  datesBackToFront,
  duplicateAddress,
  duplicateHubName,
  duplicateService,
  emptyField,
  emptyFile,
  fileTooLarge,
  foreignPicture,
  frontMatterLanguage,
  frontMatterNotClosed,
  frontMatterNotFields,
  frontMatterNotFirst,
  hiddenCharacter,
  homeNotAHub,
  hubCycle,
  hubIsDraft,
  keptForAYear,
  layoutOutsideFolder,
  linkToDraft,
  malformedCode,
  malformedDictionaryWord,
  malformedField,
  malformedKey,
  malformedRedirect,
  malformedSynonym,
  malformedTicket,
  malformedYaml,
  misnamedPicture,
  misreadCharacter,
  missingField,
  missingFrontMatter,
  namesTooAlike,
  nhsNumber,
  notAPicture,
  notARegularFile,
  notContent,
  notUtf8,
  personalEmail,
  registerNotFields,
  removedAddress,
  removedHeading,
  secret,
  spacesAroundName,
  steeringField,
  stilledPicture,
  symbolicLink,
  takenAlias,
  takenFormAddress,
  unknownField,
  unknownHub,
  unknownLayout,
  unknownReplacement,
  unknownService,
  unknownTranslation,
  unportableName,
  unreadableFile,
  untranslatableSetting,
  unusableAddress,
  unusedFile,
  yamlFeature,
  yamlTooDeep,
];

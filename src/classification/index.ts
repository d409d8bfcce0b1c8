/** The door of the room: other rooms take the code lists and places from here. */
export { BODY_KINDS, type BodyCode, type BodyKind, bodyKind } from './bodies.ts'
export {
  CODE_LIST_VERSION,
  type Code,
  type CodeListName,
  codeList,
  codeName,
  isCode,
  type ListName,
  NOT_RECORDED,
} from './code-lists.ts'
export { type County, counties, countyName } from './counties.ts'
export {
  DIMENSION,
  DIMENSIONS,
  type Dimension,
  dimensionCodes,
  dimensionValueName,
  isDimension,
} from './dimensions.ts'
export { EVERYDAY_TOPICS, type EverydayTopic, everydayTopic } from './everyday.ts'
export {
  estimateOf,
  type GapList,
  gapCodeName,
  gapCodes,
  isGapCode,
} from './gap-codes.ts'
export { municipalityName } from './municipality-names.ts'
export { ALAND_ANSWER, type OfficeFor, officeFor } from './office-for.ts'
export {
  alandMunicipalities,
  countyOf,
  type Municipality,
  municipalities,
  municipality,
} from './places.ts'
export { searchMunicipalities } from './search-municipalities.ts'

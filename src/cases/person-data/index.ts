/** The room's door: what a client may ask of the data kept. */

export { type PersonPackage, personPackage } from './package.ts'
export { type ProcessingFacts, processingFacts } from './processing.ts'
export {
  answerRectification,
  askRectification,
  RECTIFICATION_LONG,
  RECTIFIED,
  type ReadRectification,
  rectificationsOf,
} from './rectify.ts'

/** The door of the room: fills a data directory of its own with invented people and matters. */
export { fillDemo } from './fill.ts'
export { NotADemo } from './filling.ts'
export { progressBar } from './progress-bar.ts'

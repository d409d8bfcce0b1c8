import { type Code, codeList } from './code-lists.ts'

/**
 * Which services are offered under which service task. codes.json names the task as the parent of a service but
 * gives none, and most services serve several tasks (home care is given to the old and to the disabled), so this
 * is a many-to-many table of our own. It orders choices; it refuses nothing: a record may pair any task with any
 * service. `other` belongs to every task.
 */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  'older-people': [
    'home-care',
    'housing-24h',
    'housing-support',
    'informal-care',
    'mobility',
    'day-activities',
    'social-work',
    'social-guidance',
    'assessment',
    'client-fees',
  ],
  families: [
    'family-home-service',
    'family-work',
    'informal-care',
    'social-work',
    'social-guidance',
    'assessment',
    'client-fees',
  ],
  'child-welfare': [
    'child-welfare-open',
    'child-welfare-substitute',
    'child-welfare-after',
    'family-work',
    'social-work',
    'assessment',
    'client-fees',
  ],
  'family-law': ['custody-visits', 'social-work', 'social-guidance'],
  'substance-use': [
    'addiction-care',
    'housing-support',
    'day-activities',
    'social-work',
    'social-guidance',
    'assessment',
    'client-fees',
  ],
  'working-age': [
    'social-work',
    'social-guidance',
    'assessment',
    'supplementary-assistance',
    'preventive-assistance',
    'basic-assistance',
    'home-care',
    'housing-support',
    'informal-care',
    'day-activities',
    'client-fees',
  ],
  disability: [
    'personal-assistance',
    'mobility',
    'housing-24h',
    'housing-support',
    'day-activities',
    'informal-care',
    'home-care',
    'social-work',
    'social-guidance',
    'assessment',
    'client-fees',
  ],
  'early-childhood': ['day-care', 'client-fees'],
  'school-social-work': ['social-work', 'social-guidance'],
  kela: ['basic-assistance', 'kela-benefit'],
  employment: ['day-activities', 'social-guidance', 'kela-benefit'],
}

/** The services of a task, the usual ones first, `other` last. An unknown or empty task, or `other`: all of them. */
export function servicesOf(task: string | undefined): readonly Code[] {
  const all = codeList('service')
  const codes = SERVICES[task ?? '']
  if (!codes) return all
  const named = codes.flatMap((code) => all.filter((service) => service.code === code))
  return [...named, ...all.filter((service) => service.code === 'other')]
}

/** The tasks a service is offered under, in the order of the list. */
export function tasksOf(service: string): readonly Code[] {
  return codeList('serviceTask').filter((task) => servicesOf(task.code).some((code) => code.code === service))
}

import type { Role } from '../signed-in.ts'

/** What a value of the provider's claim makes of a person here. */
export interface MappedRole {
  value: string
  role: Role
  /** county code */
  organisation: string
  /** of a reader of one municipality */
  municipality: string | null
}

export interface RoleMapping {
  /** the claim that holds groups or roles: a text, or a list of texts */
  claim: string
  /** in order: the first that fits decides */
  roles: readonly MappedRole[]
}

/** The role a person's groups give; undefined where none is mapped. */
export function roleOf(
  claims: Readonly<Record<string, unknown>>,
  { claim, roles }: RoleMapping,
): MappedRole | undefined {
  const given = claims[claim]
  const values = new Set(
    (Array.isArray(given) ? given : [given]).filter((value): value is string => typeof value === 'string'),
  )
  return roles.find(({ value }) => values.has(value))
}

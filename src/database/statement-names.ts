/** How many statements may be prepared: each connection keeps every one it has used, so there is an end. */
const MOST = 200
/** A statement is prepared from its third time on; those that are asked once or twice are not worth keeping. */
const FROM = 3
/** Whose use is counted; when full the count begins anew. */
const COUNTED = 2_000

/**
 * Names under which PostgreSQL keeps the plans of the statements that come again and again; a statement without a
 * name is read and planned anew each time, which took longer than carrying it out. A name stands for one text for as
 * long as the program runs; `prefix` tells those of one caller from another's.
 */
export function statementNames(prefix: string): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  // Without a name the driver prepares nothing; its type does not say so.
  const unnamed = undefined as unknown as string
  return ({ sql }) => {
    const name = names.get(sql)
    if (name) return name
    if (names.size >= MOST || TRANSACTION.test(sql)) return unnamed
    const use = (uses.get(sql) ?? 0) + 1
    if (use < FROM) {
      if (uses.size >= COUNTED) uses.clear()
      uses.set(sql, use)
      return unnamed
    }
    uses.delete(sql)
    names.set(sql, `${prefix}${names.size}`)
    return names.get(sql)!
  }
}

/** These have no plan. */
const TRANSACTION = /^(begin|commit|rollback|savepoint|release|set) ?/i

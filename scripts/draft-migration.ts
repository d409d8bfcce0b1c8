/**
 * Drafts the SQL that leads from the migrated database at DATABASE_URL (or from nothing) to
 * prisma/schema. Prints it; a person completes it by hand (row-level security, CHECKs, triggers).
 *
 *   node --import tsx scripts/draft-migration.ts [--empty]
 */
import { schemaDiff } from '../test/database/schema-diff.ts'

const url = process.env.DATABASE_URL
if (!url) throw new Error('Set DATABASE_URL to a PostgreSQL database with all migrations applied.')
console.log(await schemaDiff(url, process.argv.includes('--empty')))

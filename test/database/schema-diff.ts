import { readdirSync, readFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

const folder = 'prisma/schema'
const CHAR = 18
const TEXT = 25

/** Names of result columns of the catalogue's one-letter type "char", which the adapter does not know. */
const charColumns = new Set<string>()

class Pool extends pg.Pool {
  override query = (async (...args: Parameters<pg.Pool['query']>) => {
    const result = (await super.query(...args)) as unknown as pg.QueryResult
    for (const field of result.fields)
      if (field.dataTypeID === CHAR) {
        charColumns.add(field.name)
        field.dataTypeID = TEXT
      }
    return result
  }) as unknown as pg.Pool['query']
}

/** The adapter with "char" columns told to the engine as characters. */
class Factory extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const query = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (params) => {
      const result = await query(params)
      result.columnNames.forEach((name, index) => {
        if (charColumns.has(name)) result.columnTypes[index] = ColumnTypeEnum.Character
      })
      return result
    }
    return adapter
  }
}

/** The SQL between a live database (or nothing) and the Prisma schema; empty text when they agree. */
export async function schemaDiff(url: string, fromEmpty = false): Promise<string> {
  const files = readdirSync(folder).map((name): { path: string; content: string } => ({
    path: `${folder}/${name}`,
    content: readFileSync(`${folder}/${name}`, 'utf8'),
  }))
  const pool = new Pool({ connectionString: url })
  try {
    const engine = await SchemaEngine.new(
      { datamodels: files.map((file) => [file.path, file.content]) },
      () => {},
      bindSqlAdapterFactory(new Factory(pool)) as never,
    )
    const result = await engine.diff({
      from: fromEmpty ? { tag: 'empty' } : ({ tag: 'schemaDatasource', files, configDir: '.' } as never),
      to: { tag: 'schemaDatamodel', files, configDir: '.' } as never,
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return result.stdout ?? ''
  } finally {
    await pool.end()
  }
}

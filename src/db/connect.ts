import { join } from 'node:path'
import { type Database, openDatabase } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { EmbeddedError } from './embedded-place.ts'
import { migrate } from './migrate.ts'

export type Connected = Database & {
  /** The folder of the embedded server's data, to be printed; undefined on a server. */
  embeddedData: string | undefined
  /** True when that is not under the folder that was asked for. */
  moved: boolean
  /** Names of the migrations that were applied now. */
  applied: readonly string[]
}

export type ConnectOptions = {
  /** Undefined: the embedded server of `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  projectRoot: string
  /** True for the process that serves readers: one for each embedded database. */
  serve: boolean
  /** Said while something takes long. */
  log?: (sentence: string) => void
  onError?: (error: Error) => void
}

/**
 * Opens the database that the settings name, moved on to this version. `close` ends the connections and, when nobody
 * else uses it, the embedded server. Throws `EmbeddedError` or `MigrationError` with a sentence for the terminal.
 */
export async function connect(options: ConnectOptions): Promise<Connected> {
  const { databaseUrl, dataDir, projectRoot } = options
  const embedded =
    databaseUrl === undefined
      ? await startEmbedded({ dataDir, packageRoot: projectRoot, ...(options.log && { log: options.log }) })
      : undefined
  let database: Database | undefined
  try {
    if (embedded && options.serve && !(await embedded.claimServing()))
      throw new EmbeddedError(
        `Another Postbag already serves from ${dataDir}. Stop it, or give this one a folder of its own with POSTBAG_DATA.`,
      )
    database = openDatabase(embedded?.connection ?? { url: databaseUrl ?? '' }, {
      ...(options.onError && { onError: options.onError }),
    })
    const applied = await migrate(database.pool, join(projectRoot, 'migrations'))
    const open = database
    return {
      ...open,
      embeddedData: embedded?.place.data,
      moved: embedded?.place.moved ?? false,
      applied,
      async close() {
        await open.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await database?.close()
    await embedded?.stop()
    throw error
  }
}

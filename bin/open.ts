import { type Config, readConfig } from '../src/config.ts'
import { type Connected, connect } from '../src/db/connect.ts'
import { createLogger } from '../src/logger.ts'
import { findPublication } from '../src/newsroom/publication-store.ts'
import { projectRoot } from '../src/root.ts'
import type { Environment } from './command.ts'
import { UsageError } from './terminal.ts'

export function configOf(env: Environment): Config {
  const config = readConfig(env, projectRoot)
  if (!config.ok) throw new UsageError(config.refusal.map((problem) => problem.message).join('\n'))
  return config.value
}

/** Opens the database of the settings for one command: the running server where there is one, else started for it. */
export async function withDatabase<T>(
  env: Environment,
  work: (database: Connected, config: Config) => Promise<T>,
): Promise<T> {
  const config = configOf(env)
  const logger = createLogger('warn')
  const database = await connect({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    projectRoot,
    serve: false,
    onError: (error) => logger.warn({ err: error }, 'a database connection broke'),
  })
  try {
    return await work(database, config)
  } finally {
    await database.close()
  }
}

export async function paperOf(database: Connected) {
  const paper = await findPublication(database.db)
  if (!paper)
    throw new UsageError('There is no newspaper in this database yet: run `postbag serve` (npm start) once.')
  return paper
}

import type { Connection } from '../../src/db/database.ts'

/** The same server, another database. */
export function onDatabase(connection: Connection, database: string): Connection {
  if (!('url' in connection)) return { ...connection, database }
  const url = new URL(connection.url)
  url.pathname = `/${database}`
  return { url: url.href }
}

/** As DATABASE_URL would say it, for a process that a test starts. */
export function urlOf(connection: Connection): string {
  if ('url' in connection) return connection.url
  const { host, port, user, password = '', database } = connection
  const url = new URL(`postgresql://localhost/${database}`)
  url.username = user
  url.password = password
  url.searchParams.set('host', host)
  url.searchParams.set('port', String(port))
  return url.href
}

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * What some groups of tests want and not every machine has. Each is handed to the tests in an environment variable;
 * where it is absent they skip, and the run says so.
 */
export function findNeeds(env) {
  return [
    {
      variable: 'CHROME_PATH',
      value: env.CHROME_PATH ?? findBrowser(env),
      group: 'tests in a browser',
      lacks: 'no Chromium: install one, or set CHROME_PATH',
    },
    {
      variable: 'POSTBAG_TEST_JAVA',
      value: env.POSTBAG_TEST_JAVA ?? inPath(env, ['java']),
      group: 'the HTML checker',
      lacks: 'no Java runtime: install one, or set POSTBAG_TEST_JAVA',
    },
    {
      variable: 'POSTBAG_TEST_DATABASE_URL',
      value: env.POSTBAG_TEST_DATABASE_URL ?? env.DATABASE_URL,
      group: 'moving between an embedded database and a server',
      lacks: 'no PostgreSQL server: set POSTBAG_TEST_DATABASE_URL to one where databases may be created',
    },
    {
      variable: 'POSTBAG_TEST_NATS_URL',
      value: env.POSTBAG_TEST_NATS_URL ?? env.NATS_URL,
      group: 'several nodes',
      lacks: 'no NATS server: set POSTBAG_TEST_NATS_URL',
    },
  ]
}

const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function findBrowser(env) {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return inPath(env, names) ?? MAC_BROWSERS.find(isProgram)
}

function inPath(env, names) {
  const extension = process.platform === 'win32' ? '.exe' : ''
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name + extension))).find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

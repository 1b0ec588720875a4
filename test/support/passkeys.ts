import { ORIGIN, type Visitor } from './app.ts'
import { Authenticator } from './authenticator.ts'

export type Said = { status: number; body: Record<string, unknown> }

const asScript = { headers: { accept: 'application/json' } }

export async function sendAsScript(
  visitor: Visitor,
  path: string,
  fields: Record<string, string>,
): Promise<Said> {
  const response = await visitor.send(path, fields, asScript)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** The token of a page that is open to whoever came by a link as well. */
export async function accountToken(visitor: Visitor): Promise<string> {
  const page = await visitor.get('/desk/account')
  return /name="form_token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
}

export async function enrolOptions(visitor: Visitor): Promise<{ challenge: string; user: { id: string } }> {
  const fields = { form_token: await accountToken(visitor) }
  const { body } = await sendAsScript(visitor, '/desk/account/passkey-challenges', fields)
  return body['options'] as { challenge: string; user: { id: string } }
}

export async function sendNewKey(visitor: Visitor, answer: unknown, name = 'A key'): Promise<Said> {
  const form_token = await accountToken(visitor)
  return sendAsScript(visitor, '/desk/account/passkeys', { form_token, name, answer: JSON.stringify(answer) })
}

/** Adds a key of one's own to whoever is signed in. */
export async function addKey(visitor: Visitor, name = 'A key', counter = 0): Promise<Authenticator> {
  const key = new Authenticator(ORIGIN)
  key.counter = counter
  const added = await sendNewKey(visitor, key.create(await enrolOptions(visitor)), name)
  if (added.status !== 200) throw new Error(`the key was refused: ${JSON.stringify(added.body)}`)
  return key
}

export async function signInOptions(visitor: Visitor): Promise<{ challenge: string }> {
  const { body } = await sendAsScript(visitor, '/desk/passkey-challenges', {})
  return body['options'] as { challenge: string }
}

export const sendSignature = (visitor: Visitor, answer: unknown): Promise<Said> =>
  sendAsScript(visitor, '/desk/passkey-sign-in', { answer: JSON.stringify(answer) })

export const signInWith = async (visitor: Visitor, key: Authenticator): Promise<Said> =>
  sendSignature(visitor, key.get(await signInOptions(visitor)))

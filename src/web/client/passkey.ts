/**
 * Passkeys in the browser: asks the server what to sign, asks the person, and sends the answer as a form's field. The
 * pages work without it, by the link; what needs it is shown by the class that it sets.
 */

type Json = Record<string, unknown>

const toBytes = (text: unknown): ArrayBuffer => {
  const binary = atob(String(text).replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer
}

const fromBytes = (buffer: ArrayBuffer | null): string | undefined =>
  buffer === null
    ? undefined
    : btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '')

const withBytes = (keys: unknown): PublicKeyCredentialDescriptor[] =>
  (Array.isArray(keys) ? (keys as Json[]) : []).map((key) => ({
    ...(key as unknown as PublicKeyCredentialDescriptor),
    id: toBytes(key['id']),
  }))

async function create(options: Json): Promise<Json> {
  const user = options['user'] as Json
  const made = (await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: toBytes(options['challenge']),
      user: { ...(user as unknown as PublicKeyCredentialUserEntity), id: toBytes(user['id']) },
      excludeCredentials: withBytes(options['excludeCredentials']),
    },
  })) as PublicKeyCredential | null
  if (!made) throw new Error('nothing was made')
  const response = made.response as AuthenticatorAttestationResponse
  return answerOf(made, {
    clientDataJSON: fromBytes(response.clientDataJSON),
    attestationObject: fromBytes(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  })
}

async function get(options: Json): Promise<Json> {
  const found = (await navigator.credentials.get({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialRequestOptions),
      challenge: toBytes(options['challenge']),
      allowCredentials: withBytes(options['allowCredentials']),
    },
  })) as PublicKeyCredential | null
  if (!found) throw new Error('nothing was found')
  const response = found.response as AuthenticatorAssertionResponse
  return answerOf(found, {
    clientDataJSON: fromBytes(response.clientDataJSON),
    authenticatorData: fromBytes(response.authenticatorData),
    signature: fromBytes(response.signature),
    userHandle: fromBytes(response.userHandle),
  })
}

const answerOf = (credential: PublicKeyCredential, response: Json): Json => ({
  id: credential.id,
  rawId: fromBytes(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  response,
})

class Refused extends Error {}

async function post(address: string, fields: URLSearchParams): Promise<Json> {
  const answer = await fetch(address, {
    method: 'POST',
    body: fields,
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(20_000),
  })
  const said = (await answer.json()) as Json
  if (answer.ok) return said
  throw new Refused(String(said['message']))
}

/** Browsers do not tell a person who said no from one who has no key here: nor do we. */
function sentenceFor(error: unknown): string {
  if (error instanceof Refused) return error.message
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'No passkey was used. Try again, or take the link.'
  if (name === 'InvalidStateError') return 'This machine has a passkey of yours already.'
  return 'That did not work, and nothing was changed. Try again, or take the link.'
}

function run(form: HTMLFormElement, make: (options: Json) => Promise<Json>): void {
  const said = form.querySelector<HTMLElement>('[role=alert]')
  const button = form.querySelector<HTMLButtonElement>('button')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!button || button.disabled) return
    button.disabled = true
    if (said) said.textContent = ''
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.set(name, value)
    void (async () => {
      try {
        const options = await post(form.dataset['challenges'] ?? '', fields)
        fields.set('answer', JSON.stringify(await make(options['options'] as Json)))
        const done = await post(form.action, fields)
        location.assign(String(done['location']))
      } catch (error) {
        if (said) said.textContent = sentenceFor(error)
        button.disabled = false
        button.focus()
      }
    })()
  })
}

if (typeof PublicKeyCredential === 'function' && navigator.credentials) {
  document.documentElement.classList.add('keys')
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]'))
    run(form, form.dataset['passkey'] === 'add' ? create : get)
}

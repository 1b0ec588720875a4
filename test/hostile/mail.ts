export type Mail = {
  /** As it went over the wire, unfolded, in order, names in lower case. */
  headers: [name: string, value: string][]
  subject: string
  body: string
}

/** A letter as RFC 5322 reads it; throws where a line of the head is no header. */
export function readMail(data: string): Mail {
  const cut = data.indexOf('\r\n\r\n')
  const head = data.slice(0, cut).replace(/\r\n[ \t]+/g, ' ')
  const headers = head.split('\r\n').map((line): [string, string] => {
    const [, name, value] = /^([!-9;-~]+): ?([ -~]*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`no header: ${JSON.stringify(line)}`)
    return [name.toLowerCase(), value]
  })
  const of = (name: string): string => headers.find((header) => header[0] === name)?.[1] ?? ''
  return {
    headers,
    subject: decodeWords(of('subject')),
    body: decodeBody(data.slice(cut + 4), of('content-transfer-encoding').toLowerCase()).replace(
      /\r\n/g,
      '\n',
    ),
  }
}

/** RFC 2047; the space between two encoded words is none. */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, kind, text = '']) =>
          kind?.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64')
            : quotedPrintable(text.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    )
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, '')).toString('utf8')
  return body
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

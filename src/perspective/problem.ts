/** Why a request gets no score. Each becomes one answer in the shape of Google's errors. */
export type ApiProblem =
  | { code: 'key_missing' }
  | { code: 'key_wrong' }
  | { code: 'off' }
  | { code: 'too_many_requests'; perSecond: number }
  | { code: 'body_too_large'; limitBytes: number }
  | { code: 'not_json'; why: string }
  | { code: 'field_wrong'; field: string; expected: string }
  | { code: 'comment_empty' }
  | { code: 'comment_too_long'; bytes: number; limitBytes: number }
  | { code: 'attributes_missing' }
  | { code: 'attribute_unknown'; name: string }
  | { code: 'score_type_unknown'; name: string; scoreType: string }
  | { code: 'context_twice' }
  | { code: 'language_not_supported'; attribute: string; language: string }
  | { code: 'language_not_detected' }
  | { code: 'not_scored' }
  | { code: 'bug'; reference: string }
  | { code: 'database_away' }

/** Status names are those of google.rpc.Code; `errorType` that of the comment analyser's own errors. */
type Entry<P> = {
  http: number
  status: string
  say: (problem: P) => string
  errorType?: string
  /** For google.rpc.ErrorInfo. */
  reason?: string
  more?: (problem: P) => object
}

const invalid = { http: 400, status: 'INVALID_ARGUMENT' } as const

/** One entry for each problem; docs/perspective.md lists exactly these. */
export const apiProblems: { [P in ApiProblem as P['code']]: Entry<P> } = {
  key_missing: {
    http: 403,
    status: 'PERMISSION_DENIED',
    reason: 'API_KEY_MISSING',
    say: () => 'No API key came with the request: send it as ?key= or as the header x-goog-api-key.',
  },
  key_wrong: {
    ...invalid,
    reason: 'API_KEY_INVALID',
    say: () => 'API key not valid: it was mistyped, or an administrator has revoked it.',
  },
  off: {
    http: 404,
    status: 'NOT_FOUND',
    say: () => 'No API key exists here, so nothing is scored for other programs. An administrator makes one.',
  },
  too_many_requests: {
    http: 429,
    status: 'RESOURCE_EXHAUSTED',
    reason: 'RATE_LIMIT_EXCEEDED',
    say: (p) => `Quota exceeded: this key allows ${p.perSecond} requests a second.`,
  },
  body_too_large: {
    ...invalid,
    errorType: 'INVALID_REQUEST',
    say: (p) => `The request is larger than ${p.limitBytes} bytes.`,
  },
  not_json: { ...invalid, errorType: 'INVALID_REQUEST', say: (p) => `Invalid JSON payload: ${p.why}` },
  field_wrong: {
    ...invalid,
    errorType: 'INVALID_REQUEST',
    say: (p) => `Invalid value at ${p.field}: ${p.expected} is expected.`,
  },
  comment_empty: { ...invalid, errorType: 'COMMENT_EMPTY', say: () => 'The comment is empty.' },
  comment_too_long: {
    ...invalid,
    errorType: 'COMMENT_TOO_LONG',
    say: (p) => `Comment text too long: ${p.bytes} bytes, where ${p.limitBytes} are allowed.`,
  },
  attributes_missing: {
    ...invalid,
    errorType: 'NO_REQUESTED_ATTRIBUTES',
    say: () => 'No attribute is requested: requestedAttributes names what is to be scored.',
  },
  attribute_unknown: {
    ...invalid,
    errorType: 'INVALID_REQUEST',
    say: (p) => `Unknown requested attribute: ${p.name.slice(0, 64)}`,
  },
  score_type_unknown: {
    ...invalid,
    errorType: 'INVALID_REQUEST',
    say: (p) => `Attribute ${p.name} has no score of type ${p.scoreType.slice(0, 64)}: only PROBABILITY.`,
  },
  context_twice: {
    ...invalid,
    errorType: 'INVALID_REQUEST',
    say: () => 'The context has entries and articleAndParentComment: only one of them can be meant.',
  },
  // Clients look for these very words as well as for the type.
  language_not_supported: {
    ...invalid,
    errorType: 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
    say: (p) => `Attribute ${p.attribute} does not support request languages: ${p.language}`,
    more: (p) => ({
      languageNotSupportedByAttributeError: { detectedLanguages: [p.language], attribute: p.attribute },
    }),
  },
  language_not_detected: {
    ...invalid,
    errorType: 'LANGUAGE_DETECTION_FAILED',
    say: () => 'Unable to detect language: there is no word to score.',
  },
  not_scored: {
    http: 503,
    status: 'UNAVAILABLE',
    say: () => 'The text could not be scored. No score does not mean a low one.',
  },
  bug: {
    http: 500,
    status: 'INTERNAL',
    say: (p) => `Something went wrong here, and it has been noted as number ${p.reference}.`,
  },
  database_away: {
    http: 503,
    status: 'UNAVAILABLE',
    say: () => 'The database is away, so that no key can be looked up. Try again soon.',
  },
}

export type ErrorBody = {
  error: { code: number; message: string; status: string; details?: object[] }
}

/** The answer to a problem, in the shape that clients of Google's services read (google.rpc.Status as JSON). */
export function errorBody(problem: ApiProblem): ErrorBody {
  const entry = apiProblems[problem.code] as Entry<ApiProblem>
  const details = [
    ...(entry.errorType
      ? [
          {
            '@type': 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error',
            errorType: entry.errorType,
            ...entry.more?.(problem),
          },
        ]
      : []),
    ...(entry.reason
      ? [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: entry.reason,
            domain: 'googleapis.com',
          },
        ]
      : []),
  ]
  return {
    error: {
      code: entry.http,
      message: entry.say(problem),
      status: entry.status,
      ...(details.length > 0 ? { details } : {}),
    },
  }
}

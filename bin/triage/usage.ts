export const triageUsage = `postbag triage score [--jsonl] [FILE|-]          a line of JSON with a text in, a line with its scores out [--workers N]`

export const triageUsage = `postbag triage score [--jsonl] [FILE|-]          a line of JSON with a text in, a line with its scores out [--workers N]
postbag triage explain [TEXT] [--json]           rule by rule how likely it is broken, and by which words
                                                 [--headline T] [--parent T] [--name N …]
postbag triage eval FILE [--json] [--seed N]     how well the scores tell apart what people labelled
postbag triage map FILE [--threshold T …]        from a file of Perspective's scores, which threshold here holds as many [--json]
postbag triage train DIR --out DIR               the models anew from a pool of labelled texts`

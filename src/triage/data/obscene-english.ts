/**
 * What English papers star out, curated from dsojevic/profanity-list and surge-ai/profanity (MIT) and LDNOOBW
 * (CC BY 4.0); see NOTICE.md. Left out: ordinary speech, medicine, the names of practices, and words whose clean sense
 * is the commoner one, unless `framed` tells the other.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

export type Severity = 1 | 2 | 3

/** 1: an oath that many papers print. 2: starred out. 3: starred out everywhere, or graphic. */
export const severities: readonly (readonly [severity: Severity, words: readonly string[]])[] = [
  [
    1,
    words(`
      arsed bloody bugger buggered buggering buggers crap crappy crapped damn damned dammit damnit darn effing feck
      fecking flipping freaking frickin fricking frigging friggin goddamn goddamned goddamnit harami hell kamina kamine
      kutte pissed poop saala shag sod sodding sodded suar tatti tosser tossers turd turds`),
  ],
  [
    2,
    words(`
      arse arses arsehole arseholes ass asses asshat asshats asshole assholes assholery asswipe badass ballsack bastard
      bastards batshit bellend bellends bitch bitches bitching bitchy bollock bollocked bollocking bollocks boob boobs
      bullshit bullshits bullshitter bullshitters bullshitting bumhole bunghole butthole apeshit chickenshit dickhead
      dickheads dickish dipshit dipshits dogshit douche douchebag douchebags dumbass dumbasses ffs gandu gobshite
      gobshites haramkhor haramzada haramzade horny horseshit jackass jackasses jerkoff knobhead knobheads lmfao minge
      nutsack omfg piss pisshead pissing prick pricks pubes schlong shat shit shitbag shitbags shitballs shite
      shitfaced shithead shitheads shithole shitholes shithouse shitless shitload shitloads shitpost shitposting shits
      shitshow shitstain shitstorm shitted shitter shittier shittiest shitting shitty skank skanks skanky slut sluts
      slutty stfu tits titties titty twat twats twatted twattish wank wanked wanker wankers wanking wanky whore whores
      whoring wtf`),
  ],
  [
    3,
    words(`
      bainchod bakchod bakchodi bhainchod bhenchod behenchod benchod bhosda bhosdi bhosdike blowjob blowjobs bukkake
      choot chutia chutiya chutiyapa chutiye clit clusterfuck clusterfucks cocksucker cocksuckers cocksucking creampie
      cum cumshot cunnilingus cunt cunts cunty deepthroat dildo dildos dumbfuck fellatio felch fingerbang fisting fuck
      fucka fucked fucker fuckers fuckery fuckface fuckhead fuckheads fuckin fucking fucks fucktard fucktards fuckup
      fuckups fuckwad fuckwads fuckwit fuckwits fuk fukin fuking gaand gangbang handjob handjobs jhaatu jizz lauda
      lavda lodu maderchod madarchod milf mindfuck mofo mofos mothafucka motherfucker motherfuckers motherfuckin
      motherfucking mutherfucker phuck poontang punani quim rimjob titfuck wankstain`),
  ],
]

/** No clean word has one of these inside. "Shit" and "cunt" are not here, for Matsushita's and Scunthorpe's sake. */
export const cores = /fuck|bollock|arsehole|asshole|cocksuck|bullshit|dickhead/

/** Contempt for a group in one word. Counted apart: a paper may want these gone where it lets an oath stand. */
export const slurs: ReadonlySet<string> = new Set(
  words(`
    abbo beaner beaners bhangi bulldyke chinaman chinamen chink chinki chinkis chinks chinky coon coons cripple
    cripples dago dagoes darkie darkies darky dothead dyke dykes faggot faggots gaylord golliwog gook gooks gyppo
    gyppos heeb injun jap japs jigaboo jigaboos kaffir kaffirs katua katwa kike kikes kraut krauts lesbo lesbos
    mlechha mongoloid mongoloids negro negroes nigga niggas nigger niggers paki pakis pickaninny pikey pikeys polack
    polacks poof poofs poofter poofters raghead ragheads redskin redskins retard retarded retards sambo shemale
    shemales shylock slanteye spastic spastics spic spick spicks spics squaw squaws towelhead towelheads trannie
    trannies tranny wetback wetbacks wigger wiggers wog wogs wop wops yid yids zipperhead zipperheads`),
)

/** Said of oneself a slur is taken back: "I'm an old dyke", "us cripples". */
export const reclaimed =
  /(?<= )(?:i.m|i am|as|we|us|we.re|we are|my fellow)(?: (?!no )\S+){0,3} (?:cripples?|dykes?|poofs?|poofters?|wogs?|pikeys?|niggas?|tranny|trannies|spastics?|retards?)(?= )/g

const insulting =
  '(?:you|u|ur|you.re|your|(?:such|what) an?|absolute|big|bloody|complete|dirty|dumb|fat|fucking|fuckin|goddamn|little|lying|massive|pathetic|right|sad|silly|stupid|thick|total|useless|utter)'
const somebodys = '(?:his|my|your|their|her|ur|each other.s)'
const parts = '(?:arse|ass|backside|bum|jacksie|rear)'

/**
 * Words that are obscene in some company only, over the words of a comment (`Said`). Bounded at every place, so that a
 * text takes time in proportion to its length.
 */
export const framed: readonly (readonly [severity: Severity, pattern: RegExp])[] = [
  [2, new RegExp(`(?<= )${insulting} (?:dicks?|knobs?|nobs?|pussy|pussies|slags?|tit)(?= )`, 'g')],
  [3, new RegExp(`(?<= )${somebodys} (?:cocks?|dicks?|pussy|tits|boobs)(?= )(?! (?:willow|cat))`, 'g')],
  [3, new RegExp(`(?<= )suck(?:s|ed|ing)? (?:${somebodys}|the|a|some) (?:dicks?|cocks?|balls)(?= )`, 'g')],
  [2, /(?<= )(?:nice|big|huge|cracking|lovely|fake) (?:tits|boobs|knockers|jugs|rack|ass|arse)(?= )/g],
  [3, /(?<= )(?:show|flash) (?:us|me|them) (?:your|yer) (?:tits|boobs|knickers|titties|bum|arse|ass)(?= )/g],
  [3, /(?<= )bend (?:\S+ ){1,4}over (?:the |that |a |my )?(?:desk|table|chair|sofa|bonnet|counter)(?= )/g],
  [3, /(?<= )sit on my (?:face|lap)(?= )/g],
  [2, /(?<= )(?:jerk|jack|toss|wank) (?:\S+ )?off(?= )|(?<= )circle jerks?(?= )/g],
  [2, new RegExp(`(?<= )(?:up|in) (?:the|your|his|her|their|my|its) ${parts}(?= )`, 'g')],
  [2, /(?<= )piss(?:ing)? (?:off|about|around|poor)(?= )|(?<= )(?:takes?|taking|took) the piss(?= )/g],
  [3, /(?<= )cum (?:rag|stain|bucket|guzzler|shot|dumpster|slut)s?(?= )|(?<= )(?:blow|hand|rim) jobs?(?= )/g],
  [
    2,
    /(?<= )i.d (?:bang|shag|tap) (?:her|him|that|it)(?= )|(?<= )get (?:your|her) (?:kit|top|knickers) off(?= )/g,
  ],
  // A sign that no word holds stood between: "fu(k", "c#nt".
  [3, /(?<= )(?:fu?|fuc) (?:, )?c?k(?:ing|in|ed|er|s)?(?= )|(?<= )c nts?(?= )|(?<= )(?:f|eff) off(?= )/g],
]

/** Where the words above are animals, tools and Latin. */
export const harmless =
  /(?<= )(?:(?:kick|bad|smart|wild) ass|(?:our|the|a|her|his|breeding) bitch (?:has had|had|has|is in|was mated|and her)|(?:great|blue|coal|marsh|willow|bearded) tits?|(?:two|three|four|five|\d+) (?:great|blue|coal) tits|cum laude|\S+ cum (?:study|office|library|bedroom|hall)|pricks? (?:out|up|the|of)|faggots and (?:peas|mash|gravy|chips))(?= )/g

import type { Classes } from '../phrases.ts'

/**
 * What English papers star out, curated from dsojevic/profanity-list and surge-ai/profanity (MIT) and LDNOOBW
 * (CC BY 4.0); see NOTICE.md. Left out: ordinary speech, medicine, the names of practices, and words whose clean sense
 * is the commoner one, unless `framedPhrases` tells the other.
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

export const obsceneClasses: Classes = {
  fool: "you/u/ur/you_are/you're/such_a/what_a/absolute/big/complete/dirty/dumb/fat/fucking/fuckin/goddamn/little/lying/massive/pathetic/right/sad/silly/stupid/thick/total/useless/utter",
  whose: "his/my/your/their/her/ur/yer/each_other's",
  rear: 'arse/ass/backside/bum/jacksie',
}

/** Words that are obscene in some company only, by severity. */
export const framedPhrases = {
  2: `
      {fool} dick/dicks/knob/knobs/nob/pussy/pussies/slag/slags/tit
      nice/big/huge/cracking/lovely/fake tits/boobs/knockers/jugs/rack/ass/arse
      jerk/jack/toss/wank *? off
      circle jerk/jerks
      up/in the/its/{whose} {rear}
      piss/pissing off/about/around/poor
      take/takes/taking/took the piss
      i'd bang/shag/tap her/him/that/it
      get your/her kit/top/knickers off
    `,
  3: `
      {whose} cock/cocks/dick/dicks/pussy/tits/boobs
      suck/sucks/sucked/sucking the/a/some/{whose} dick/dicks/cock/cocks/balls
      show/flash us/me/them your/yer tits/boobs/knickers/titties/bum/arse/ass
      bend ** over the/that/a/my? desk/table/chair/sofa/bonnet/counter
      sit on my face/lap
      cum rag/stain/bucket/guzzler/shot/dumpster/slut/rags/stains
      blow/hand/rim job/jobs
      f/fu/fuc ,? k/ck/king/cking/ks/cker/ker/ckers
      c ,? nt/nts
      f/eff off
    `,
}

/** Where those words, and some of the list, are animals, tools and Latin. */
export const harmlessPhrases = {
  1: `
    kick/bad/smart/wild ass
    our/the/a/her/his/breeding bitch has/had/is_in/was_mated/and_her
    great/blue/coal/marsh/willow/bearded tit/tits
    cum laude/study/office/library/bedroom/hall
    prick/pricks out/up/the/of
    faggots and peas/mash/gravy/chips
    her/his/my/your/their pussy willow/cat/cats
  `,
}

/** Said of oneself a slur is taken back: "I'm an old dyke", "us cripples". */
export const reclaimedPhrases = {
  1: `
    i'm/i_am/as/we/us/we're/we_are/my_fellow ** cripple/cripples/dyke/dykes/poof/poofs/poofter/poofters/wog/wogs/pikey/pikeys/nigga/niggas/tranny/trannies/spastic/spastics
  `,
}

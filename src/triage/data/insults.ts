/**
 * Words that put a person down. What they do to a plan or a machine is another signal; whether a person is meant is
 * told from the words around them (`target.ts`).
 */

const weighted = (lists: Record<string, string>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(lists).flatMap(([weight, list]) =>
      list
        .trim()
        .split(/\s+/)
        .map((word): [string, number] => [word, Number(weight)]),
    ),
  )

/** What somebody is called. 1 is said to wound only; less is also said in argument, or of things and animals. */
export const insultNouns = weighted({
  1: `airhead airheads bewakoof bewaqoof blockhead bonehead boneheads boor bootlicker bootlickers buffoon buffoons
    busybody busybodies chamcha chamchas charlatan charlatans chump chumps coward cowards creep creeps cretin
    cretins crone crybaby crybabies degenerate degenerates dimwit dimwits dolt dolts duffer duffers dullard dumbo
    dunce dunces fatso feminazi feminazis fool fools fruitcake gadha goon goons hag hags halfwit halfwits hypocrite
    hypocrites idiot idiots ignoramus imbecile imbeciles jackanapes kook kooks liar liars libtard libtards
    lickspittle loser losers lout louts lowlife lowlifes lunatics maniacs moron morons muppet muppets nincompoop
    nitwit nitwits numbskull numpty numpties nutcase nutjob nutjobs nutter nutters oaf oafs pillock pillocks pinhead
    pleb plonker plonkers prat prats psycho psychos retard retards scumbag scumbags simpleton simpletons sleazebag
    slimeball snob snobs snowflake snowflakes sociopath sycophant sycophants thicko thickos tosspot traitor traitors
    troll trolls twerp twit twits bighead blowhard bootlicking bottomfeeder chav chavs chatterbox cretinous dimbulb
    egomaniac egotist fantasist gasbag hooligan hooligans killjoy layabout manchild megalomaniac moaner moaners
    mouthbreather oik oiks phony phoney remoaner scaremonger scrounger sadsack slimebag whinger whingers yob yobs
    yesman hillbilly imbeciles redneck rednecks schmuck schmucks sheeple tard tards ullu wally weirdo weirdos whiner
    whiners wimp wimps windbag windbags wretch`,
  0.9: `arsehole arseholes asshole assholes bastard bastards bellend bitch bitches cunt cunts dickhead dickheads dipshit
    dipshits douche douchebag douchebags dumbass dumbasses fuckwit fuckwits git gits jackass knobhead motherfucker
    motherfuckers prick pricks shithead shitheads tosser tossers twat twats wanker wankers`,
  0.7: `bigot bigots bimbo bimbos brat bullies bully cheat clown clowns conman cow crackpot crank crook crooks donkey
    dummy fascist fascists fraud frauds freak freaks gammon gammons hack hacks hyena jackal jackals jerk jerks
    lapdog lapdogs leech leeches lightweight melt misery narcissist nonentity parasite parasites peasant pervert
    perverts pig pigs plank puke punk punks puppet puppets quack quacks racist racists rat rats scum sellout sheep
    shill shills slob slug snake snakes stooge stooges swine thug thugs toad turkey tyrant vermin vulture vultures
    weasel weasels witch worm worms`,
  0.4: `animal animals baby boomer boomers cockroach disgrace dog dogs embarrassment filth joke junkie karen monkey
    monkeys monster monsters nuisance princess savage savages sissy waste zombie zombies`,
})

/** What somebody is. */
export const insultAdjectives = weighted({
  1: `braindead brainless clueless conceited cowardly cretinous daft deluded delusional dense deranged despicable
    detestable dimwitted dumb dumber dumbest fatuous gormless gutless halfwitted hypocritical idiotic ignorant
    illiterate imbecilic inbred loathsome lunatic moronic nasty obnoxious odious pathetic pompous repulsive retarded
    sanctimonious selfish selfrighteous senile slimy smug sneering snobbish spineless stupid stupider stupidest talentless thick thicker
    thickest twofaced uneducated unhinged vacuous vain vainer vile weaselly witless worthless`,
  0.6: `arrogant childish crooked disgusting dishonest dreary evil foolish incapable incompetent inept insane laughable
    laziest ludicrous lying mean overpaid petty pigheaded ridiculous rude shameful shameless stinking stupidly toxic
    twisted ugly unfit useless wicked bigoted bossy brainwashed callous clumsy condescending creepy
    cynical disgraceful dull entitled fake graceless greedy gullible heartless humourless ill-mannered immature insufferable
    intolerable irresponsible jumped-up joyless lefty loudmouthed miserable narrow-minded needy nosy patronising
    patronizing prejudiced sad self-important shallow shrill sleazy sneaky spineless spiteful spoiled spoilt stuck-up
    superficial thoughtless tiresome unbearable ungrateful unintelligent unpleasant weak-minded whining whingeing`,
  0.3: `absurd bitter boring crazy fat hopeless hysterical lazy lousy mad mental naive rotten sad sick silly sour`,
})

/** Said of a thing or a matter these are plain criticism, and of a person they would be nothing. */
export const thingNouns: ReadonlySet<string> = new Set(
  `garbage rubbish nonsense trash joke farce disgrace shambles mess monstrosity monster eyesore crap bullshit drivel
  tripe twaddle bilge claptrap insanity idiocy stupidity madness lunacy folly`.split(/\s+/),
)

/** Whole phrases that put a person down, by weight; `phraseBooks` says how they are written. */
export const insultPhrases: Readonly<Record<string, string>> = {
  0.9: `
    shut up/it
    shut your mouth/face/trap/gob/hole/pie_hole
    get stuffed/lost
    drop dead
    go to hell
    get a/yourself_a life/job/brain/grip
    grow a pair/spine/brain
    {you} disgust/sicken/repulse me/us
    {you} make me/us sick/puke/vomit
    thick/dumb/dense/daft/stupid/dim as a/an/two/the *
    thick/dumb/dense/daft/stupid/dim as they/shit/mince
    sharpest/brightest tool/knife/bulb/crayon/spoon/pencil/star/button/light
    few/couple_of/one/two * short of a
    dropped/fell on {your} head
    wastes/waste of space/oxygen/air/skin/breath/a_salary/a_seat/my_tax/my_council_tax
    poor/sorry/sad/pathetic/miserable excuse/imitation for/of a/an *
    nasty/mean piece of work
    {your} mother/mum/mom/parents must/should be/have
    do {your} parents/mother/mum/mom/wife/husband know
    crawl/go/crept/creep back? under/into/to {your} rock/stone/hole/bridge/cave/swamp
    crawled out of/from
    spoken like a/the **
    off/take/forgot/taken/missed/skipped {your} meds/medication/pills/tablets
  `,
  0.85: `
    dumber/thicker/uglier/fatter/duller/slower/stupider/denser/dafter than a/an/the/my/any/most/two
    has/have/had/got/with the * of a/an *
    could_not/couldn't/can't/cannot/wouldn't * ** a/an/the/his/her/their * without/if/unless/to_save/with_both
    touch grass
    sad/sorry/nasty act/person/human/individual/specimen
    honest day's work
    throw/throws/threw/throwing ** toys/rattle ** out/pram
    beyond your/his/her understanding/comprehension/grasp/ken/abilities/reach
    out of {your} depth/league/tiny
    everyone/everybody/all_of_us/we is/are/we're tired/sick/bored/ashamed of you/him/her
    your/his/her ** would/could/can embarrass/insult/shame/bore/frighten a/an
  `,
  0.8: `
    fuck/screw you/u/off/yourself/yourselves/ya/yall/y'all/your/ur
    go fuck/screw/hang/kill? yourself/yourselves
    suck/kiss/lick/bite my/me/it
    shut the fuck/hell up
    you're/youre/ur/you_are/u_r/your a/an/such_a/just_a/one/nothing_but_a ** dick/ass/pussy/tool/bum/bitch/child/baby/tard/cow/pig/nazi/tosser/shill/puppet/waste
    what a/an * you/he/she are/is
    your mom/mum/mother/dad/father/sister/wife was/is/should/sucks/loves/must
    piece/pieces of shit/crap/filth/dirt/garbage/trash/work
    you/u piece of
  `,
  0.7: `
    bugger/naff/sod/piss/fuck/jog off
    keep/stop crying/whining/whingeing/moaning
    cry/cope harder/more/about_it/me_a_river
    back/off to/in the/your? kitchen/nursery/kindergarten/primary/elementary/school/playground/sty
    get/seek/need/needs/find some/a/professional/psychiatric/medical? help/therapist/psychiatrist/shrink
    see a doctor/shrink/psychiatrist/therapist
    learn how? to read/spell/count/write/think
    can/could/learn/learnt/learned to? spell/count/read ** your own
    brain/brains/intelligence/intellect/charm/personality/manners/wit/morals/vocabulary/iq of/like a/an/the *
    if brains/ignorance/stupidity were/was
    no/without_a/half_a/without_any brain/brains/brain_cells/spine/backbone
    use/lack/buy your/a brain/backbone/spine
    embarrassment/disgrace/shame/stain to/on/for your/his/her/their/the/this *
    could_not/couldn't/cannot/can't/would_not/wouldn't organise/organize/run/find/boil/lie/sit/spell/pour a/an/his/her/your/their/the/straight/its
    never/barely/hardly/didn't/did_not finished/finish/passed/attended/saw ** school/class/kindergarten/grade/exam
    all mouth
    two/double faced
    up/full_of yourself/himself/herself/themselves
    full of it/shit/crap/hot_air
    living/lives/live/lived ** with his/her/your/their mother/mum/mom/parents/mummy
    what/which kind/sort of ** degenerate/person/monster/animal/idiot/man/woman
    people/likes/someone/somebody like/of you
    {you} people
    your sort/ilk/type/tribe
    what is/what's wrong with you/him/her/them
    who/nobody/no_one/noone asked you/him/her
    nobody/no_one/noone likes/believes/needs/wants you/him/her
    nobody/no_one/noone cares what a/an/you/he/she
    hiding behind a/your/his/her ** name/keyboard/screen/anonymity
    are {you} always/really this/that/so *
    imagine being **
    washed/dried up
    is/are/was brain dead
    brain dead hack/hacks/fool/fools/idiot/idiots/moron/morons/people/man/woman/author/reporter/journalist/politician
    single/two/one brain cell/cells
    room temperature iq
    proves/proof/evidence ** evolution/darwin
    own backside/arse/ass/importance/farts
    is/was/were drunk/high/stoned again
  `,
  0.5: `
    grow up
    who/what/where do/did you think you are
    you're/you/u r/are? just? a/an/such_a joke/disgrace/nobody/embarrassment/disappointment/failure/lost_cause
    bless your heart
    says the man/woman/one/guy
    look/guess who
    another/regular/self_appointed/armchair/keyboard/so_called/resident/local/little genius/expert/einstein/warrior/professor/general/hero/philosopher/saint/know_it_all
    tell us/me , professor/doctor/genius/einstein
    sweetheart/sunshine/sweetie/petal/buttercup/sonny
    little/silly/old/sad/bitter/small/lonely little/old/silly? man/woman/boy/girl/<group>
    sad/tiny/small/little/feeble/warped/sick/pathetic little? life/mind/brain/world
    get out more
    retirement/nursing/old_people's home to
    should be sacked/fired/ashamed
    ashamed of yourself/yourselves
    a/an/old/these has been
    writes/thinks/talks/speaks/behaves/acts/argues like a/an ** <group>/toddler/baby/schoolboy/schoolgirl/drunk/clown
    lying/useless/nasty/miserable/pompous/lazy/little shit/shits/turd/turds/sod/sods/git
  `,
  0.35: `
    feel/feels/felt ** sorry/pity for you/him/her/your/his/the
    pity you/your/the/him/her/anyone
    achieved/understand/understands/knows/know/learnt/learned/contributed nothing
    nothing better to do
    would_not/wouldn't expect you/him/her/someone/somebody/anything
    has/did it/you ever? occurred/occur to you
    do you ** being/rehearse/practise/practice/enjoy/even/really/ever
    have you ever/considered/tried
    you ** wrong/nothing/lies/lie/rubbish/nonsense/clue
    no idea what you/he/she
    your obvious/evident/apparent/usual/tiny/poor/limited/precious
    typical *
    oh look/dear/please ,?
    congratulations/congrats ,
    so dumb/wrong/stupid/clueless/easily
    hope you ** choke/fail/lose/step/get
    go and/outside ** take/lie/lay/read/play/find/have
    go back ** to *
    at/in your age/dotage
  `,
  0.12: `
    mate/pal/sunshine/uncle/grandad/grandpa/granny/auntie/buddy/bro/kid/boomer/karen/lad
    lol/lmao/rofl/yawn/pffft/clearly/obviously/apparently/typical
    you/your/ur/u ** you/your/ur/u
    wrong/loud/blind/deaf/smug/tired/embarrassing/ashamed/clueless/hypocrisy/ignorance/stupidity/arrogance/ego/tantrum
    every/each time/thread/article/day you/he/she
  `,
}

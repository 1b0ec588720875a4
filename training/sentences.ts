import { list } from './sentence-list.ts'

/**
 * The material of the project's own training sentences. A slash separates choices; `{…}` is a slot. The same things are
 * said of groups, of one person, of trades and of things, since what makes hatred is of whom it is said.
 */
/** Groups need no variety: the tokeniser reads all their names alike. */
export const groups = {
  plural: list('women/gay people/Muslims/immigrants/black people/disabled people/Jews/refugees'),
  singular: list('woman/gay man/Muslim/immigrant/black man/disabled person/Jew/refugee'),
  adjective: list('female/gay/Muslim/immigrant/black/disabled/Jewish/Polish'),
}

export const trades = list(`
  bankers/landlords/politicians/estate agents/referees/motorists/cyclists/football fans/lawyers/consultants/councillors/
  lobbyists/telemarketers/scalpers/artists/plumbers/waiters/dentists/gamers/tax inspectors/DJs/managers/surveyors/
  meteorologists/accountants/car dealers/influencers/smokers`)

export const things = list(`
  the new timetable/this weather/the tram extension/that film/the budget/this app/the roundabout on Mill Lane/parking fees/
  leaf blowers/weeds/potholes/speed bumps/mosquitoes/wasps/bad coffee/the referendum question/the ticket machines/
  plastic packaging/broken lifts/the proposal/this policy/the menu/brussels sprouts/the ending of the series/diesel fumes/
  traffic jams/cold calls/pop-up adverts/unpaid overtime/the second half/the printer/malaria/poverty/cancer/litter/
  long meetings/tax forms/celery/olives/winter/early mornings/this queue/loud music/the printer cartridge industry/
  the old bridge/the car park/the school curriculum/that song/the bus route`)

export const names = list(`
  Anna/Tom/Priya/Marek/Mrs Hall/the mayor/our councillor/the goalkeeper/my neighbour/the author/the editor/the minister/
  Mr Okoro/the columnist/the chairman/Sanjay/Elena/the headteacher/Yusuf/Ingrid/Kofi/Mei/Dmitri/Fatima/Oisín/Lucía/
  Hassan/Björn/Aiko/Wojciech/Chiara/Thabo/Noor/Jean-Luc/Soo-jin/Zeynep/Ravi/Siobhan/Tariq/Olga/Pedro/Amara/Gustav/Leila`)

/** Said after "are" or "is". */
export const badQualities = list(`
  disgusting/revolting/stupid/so stupid/vile/evil/filthy/repulsive/pathetic/worthless/useless/subhuman/inferior/idiotic/
  brainless/nasty/horrible/awful/sick in the head/dumb/despicable/the worst/ugly/dangerous/violent by nature/primitive/
  a disgrace/a joke/a waste of space/mentally ill/lazy/thick as bricks/shit/shitty/crap/fucking terrible/fucking stupid/
  moronic/a cancer/toxic/corrupt/a plague/disgraceful/greedy/rotten to the core/beneath contempt/backward/a menace`)

/** Said before a noun for people. */
export const scorn = list(`
  disgusting/stupid/vile/evil/filthy/repulsive/pathetic/worthless/useless/idiotic/nasty/horrible/awful/dumb/despicable/ugly/
  lazy/shitty/fucking/damn/goddamn/moronic/dirty/rotten/lousy/terrible/wretched/bloody/hateful/revolting/sick/gross/crazy/
  creepy/vulgar/rude/cruel/miserable/hideous/inferior/ignorant/retarded/foolish/pathological/crooked/sleazy/smelly/fat`)

/** With a word of scorn: about a thing, a day, an act. */
export const scornedThings = list(`
  It is {W} that nobody answers the phone/What a {W} idea/the {W} printer jammed again/a {W} rule if ever there was one/
  this is a {W} question, perhaps/I had a {W} day at work/the new timetable is {W}/that {W} bus is late again/{W} weather/
  how {W} to close the baths on Sundays/That penalty was {W}/such a {W} plan/It is {W} to need three forms for one dog/
  another {W} decision by the committee/The coffee there is {W}/the whole procedure is {W}/that {W} car park/
  It was a {W} match until the last minute/The website is {W}/a {W} waste of money/my own {W} fault/the {W} law must go/
  {W} potholes/I find the queue {W}/that comparison is {W}/I said something {W} and I regret it/an {W} headline`)

/** The same word about somebody. */
export const scornedPeople = list(`
  {N} is {W}/you are {W}/how {W} are you?/you {W} little man/{N} is a {W} person/what a {W} human being {N} is/only a {W} reader
  writes like this/{N} and friends are {W}/you are as {W} as ever/shut your {W} mouth/you {W} lot/are you always so {W}?`)

export const badNouns = list(`
  scum/vermin/parasites/animals/rats/cockroaches/trash/garbage/filth/criminals/savages/idiots/morons/liars/thieves/dirt/
  pigs/monkeys/leeches/maggots/subhumans/degenerates/freaks/rapists/a disease/losers/cowards/clowns/bastards/assholes/
  pieces of shit/scumbags/imbeciles/rubbish/barbarians/perverts`)

/** Said of people after "is", and before a noun. */
export const praise = list(`
  kind/brilliant/wonderful/hard-working/lovely/fantastic/beautiful/friendly/honest/helpful/brave/funny/great/amazing/talented/
  patient/generous/gentle/cheerful/respected/innovative/polite/curious/strong/smart/good/nice/happy/warm/decent/calm/clever/
  loyal/thoughtful/charming/gifted/admirable/modest/skilled/caring/gracious/fun/neat/proud/famous/successful/popular/
  young/quiet/busy/retired/tall/typical/normal/ordinary/local/former/fellow/new/single/married/religious/hopeful/tired/
  elegant/graceful/diligent/creative/sincere/courageous/delightful/outstanding/terrific/superb/splendid/marvellous/sweet/
  adorable/likeable/dear/remarkable/exemplary/reliable/trustworthy/well-read/tolerant/sensible/cultured/joyful/lucky/
  interesting/excellent/fine/best/real/true/free/healthy/rich/poor/wise/intelligent/incredible/special/perfect/pretty`)

export const goodPredicates = list(`
  welcome here/as clever as anybody/an asset to this town/part of this country/human beings like us/equal before the law/
  not the problem/loved/worth listening to/my friends/good neighbours`)

/** Said before an object: "I … them". */
export const hatingVerbs = list(`
  hate/loathe/despise/detest/can't stand/cannot abide/am sick of/am disgusted by/have nothing but contempt for/
  fucking hate/really hate/have had enough of/look down on/can not bear/want nothing to do with/spit on`)

export const lovingVerbs = list(`
  love/admire/respect/support/enjoy working with/am proud of/stand with/like/trust/work with/know a lot of/care about/
  am grateful to/welcome/celebrate/learned a lot from/voted for/grew up with/live next door to/invited`)

/** Whole predicates of wishing harm or rights away, after a plural; the second list threatens. */
export const exclusions = list(`
  should be deported/should be locked up/do not belong here/should go back where they came from/should not be allowed to vote/
  have no place in our country/deserve nothing/do not deserve any rights/should never be hired/must be kept out/
  should know their place/are ruining this country/are taking over/are destroying our culture/are to blame for everything/
  should not be allowed to have children/belong in a zoo/belong in the kitchen/are not human/are less than human/
  are not like us and never will be/do not matter/are not worth saving/cannot be trusted/
  will never be equal to us/have no right to live among us/breed like rats/only come here to steal/
  deserve to be treated like animals/are a burden on all of us/are invading us/spread disease`)

export const threats = list(`
  should be shot/should be hanged/deserve to die/should all be killed/must be exterminated/should be gassed/
  need to be wiped out/should be beaten up/ought to burn/should be drowned/should be put down/will get what they deserve, a bullet/
  should be stabbed in the street/need a good beating/should be burned alive/have to be eliminated/should be strung up`)

/** "I will … them". */
export const violentVerbs = list(`
  kill/shoot/hurt/beat up/stab/strangle/burn/punch/run over/break the neck of/smash the face of/murder/get rid of/hang/
  make life hell for/throw acid at/kick the teeth out of/rape/destroy/torture`)

export const groupNews = list(`
  {P} make up a large part of this town/The report says that {P} face longer waiting times/I am a {S} and I read this paper daily/
  My brother-in-law is a {S}/As a {S} I found this article helpful/Our {A} friends came to the festival/She is {A} and works as a nurse/
  He grew up in a {A} family near Leeds/I met a {S} on the train and had a nice chat/The council wants more {P} to vote/
  A {A} teacher won the award this year/We should listen to {P} when we plan this/{P} and everyone else deserve respect/
  Being {A} is nothing to be ashamed of/i am a proud {A} person/a {S} opened a bakery in our street/is the mayor {A}?/
  Thank you to all the {P} who helped after the flood/The new law affects {P} most/Many {P} voted against the proposal/
  The {A} community centre reopens in May/My doctor is a {S}; she is excellent/{A}/{P}/{S}/I am {A}/I am a {S}/{A} and proud/
  The film follows a {S} looking for work/There are few {P} on the board, the study found/Some {P} agree, others do not/
  Hire {P}, they work hard/What do {P} think about the tram line?/The museum shows paintings by {A} artists/
  He said that {P} were not asked/Two {P} were hurt in the crash/A {S} was attacked by a group of men last night/
  Attacks on {P} have doubled since 2015/Police protect {P} from violence/The {A} candidate lost by ten votes/
  In 1940 thousands of {P} were murdered/Hatred of {P} is rising, the report warns/The shop sells books about {P}/
  There is a {S} in my class/Is this a school for {P}?/{A} history is taught here/A {S} asked a good question/
  {N} is {A}/{N} is a {S}/{N} is a {A} lawyer/{N} married a {S}/{N} likes {A} music/{N} has {A} parents/
  The {S} next door is moving out/Why are there no {P} in the picture?/Let {P} speak for themselves/
  My grandmother was a {S} and a cook/{P} pay taxes like everyone else/We need more {A} nurses/the {A} vote decides/
  The only {S} on the team scored twice/I do not know any {P}/Two {A} films were shown/He plays a {S} in the series`)

/** Around a hateful sentence: who cites or condemns does not hate. */
export const counterFrames = list(`
  It is wrong to say that {H}/Nobody should ever say that {H}/Saying "{Q}" is bigotry, please stop/
  Whoever wrote that {H} is a bigot, and I reported it/My comment was removed although I only said that "{Q}" is racist rubbish/
  You cannot just write that {H}. Shame on the moderators/He was fined for shouting "{Q}" at the rally/
  I would never say that {H}/"{Q}" is exactly what they wrote in the thirties/The leaflet claimed that {H}, which is a lie/
  The court found that "{Q}" is incitement/Posts like "{Q}" have no place here/She was told "{Q}" on her way to school/
  Why do people still believe that {H}?/Stop saying that {H}/If you think that {H}, you need help/
  How can anyone in his right mind claim that {H}/It makes me sad to read "{Q}" in our paper/
  Anyone who tells me "{Q}" will be blocked/It is simply not true that {H}/No, it is false that {H}/
  Threads full of "{Q}" should be closed/My uncle used to say that {H}. He was wrong/The slogan "{Q}" was sprayed on the mosque/
  Calling them out matters: "{Q}" is hate speech/I don't agree with people who say that {H}/
  We must speak up when somebody says "{Q}"/Do you even hear yourself when you say "{Q}"?/
  A man who yelled "{Q}" was arrested/You are a racist if you think that {H}`)

/** Around a hateful sentence: who hides behind a phrase still hates. */
export const hatefulFrames = list(`
  I think that {H}/In my opinion {H}/Everybody knows that {H}/Let me be clear: {H}/Am I the only one who thinks that {H}?/
  Isn't it obvious that {H}?/You can call me names, but {H}/It is a fact that {H}/Sorry, but {H}/Say what you like, {H}/
  Why can't we just admit that {H}?/I tried to be tolerant, but {H}/Nobody dares to say it: {H}/Honestly, {H}/
  The older I get the clearer it is that {H}/What is wrong with saying that {H}?/I am no racist, but {H}/
  Don't tell me otherwise. {H}/Trust me: {H}/They are everywhere now. {H}/Wake up, people. {H}`)

export const negations = list(`
  I do not hate {P}/I don't hate {P} at all/{P} are not criminals/No {S} should be treated like that/{P} are not stupid/
  Nobody hates {P} here/I have nothing against {P}/{P} are anything but lazy/There is nothing wrong with being {A}/
  {P} do not deserve this hatred/We must not let {P} be hurt/It is not {P} who ruin this town/{P} should not be attacked/
  Stop attacking {P}/Never insult {P}/No one has the right to threaten {P}/I can't understand how anyone can hate {P}/
  {P} are by no means dangerous/I would never hurt a {S}/Leave {P} alone/Calling {P} names is disgusting/
  Hating {P} is a choice, and a bad one/Don't blame {P} for this/I was wrong about {P}/{P} are no threat to anybody`)

export const swearing = list(`
  That film was shit but the popcorn was great/fucking hell, what a match!/This damn printer never works/Holy shit, that is good news/
  I fucked up my exam/Oh fuck, I forgot the keys/It was a hell of a party/I feel like crap today/what a shitty day/
  Fuck yes, we won!/I was being an asshole to her and I am sorry/My boss told me to fuck off/Damn, that is good cake/
  Who the hell parks like that?/I don't give a shit about golf/the fucking rain again/this is bullshit, the shop is closed/
  Shit happens/I'm so fucking tired/No fucking way!/What the fuck is going on with the trains?/I got pissed last night/
  bloody hell it is cold/I stubbed my fucking toe/this song kicks ass/He is fucking brilliant/Are you shitting me?/
  I swear this damn dog ate my lunch/all that crap in the attic/Hell yeah`)

export const idioms = list(`
  kill the lights please/He killed it on stage last night/I could murder a curry/what a killer deal/my feet are killing me/
  that joke killed me/The strikers were shot down by the court/You are killing it, well done/We will beat them on Saturday/
  I will destroy you at chess tonight/He nearly died laughing/The deadline is murder/Shoot me an e-mail/
  Our team got slaughtered again/bomb the exam/she will kill me if I am late again/kill two birds with one stone/
  I'd kill for a coffee/The council is shooting itself in the foot/hang in there/burn the calories/he shot a great film/
  The virus kills older people/Cars kill cyclists on that road/We need to fight for our schools/knock them dead tonight/
  hit me with your questions/we must kill this bill in committee/The frost killed my roses`)

/** Said to or of one person. */
export const insults = list(`
  You are an idiot/you are such a moron/What a pathetic loser you are/You must be brain dead/Typical nonsense from a hack like you/
  shut up you imbecile/You disgust me/you are a liar and a coward/{N} is a clown/{N} is a complete moron/{N} is a pathetic liar/
  Go back to school, you ignorant fool/only an idiot like you could write this/what a piece of shit {N} is/{N} should be ashamed, the fat pig/
  you people are too dumb to understand/Get a life, loser/Your brain is the size of a pea/{N} is as thick as two short planks/
  You sad little man/Nobody likes you, creep/Crawl back under your rock/you ugly cow/{N}, you absolute clown/
  Did your mother drop you on your head?/You haven't got two brain cells to rub together/{N} is a spineless weasel/
  fuck you {N}/go to hell, you bastard/{N} is nothing but a crook/What an arrogant prick/You are a disgrace to your profession/
  You're full of shit/stop talking, you stupid woman/{N} is a hypocrite and a snake/you are a waste of oxygen/
  are you retarded?/You make me sick/Your comment is proof that you are a simpleton/another brainless comment from you/
  I have never met a dumber person than you/You're a joke/Eat shit {N}/{N} couldn't find his arse with both hands`)

export const civilDisagreement = list(`
  I strongly disagree with {N}/You are wrong about this/I think your argument is weak/{N} made a mistake/That is not what {N} said/
  With respect, you missed the point/Your figures are out of date/I don't believe {N}/You can do better than that/
  {N} should resign/The article is one-sided/You did not read the article/I have never voted for {N}/
  That is a stupid question from me, perhaps, but who pays?/I feel stupid for asking/Silly me, I was on the wrong page/
  {N} was wrong about the bridge/What you write is nonsense in my view/Your plan will not work/You sound angry/
  I find {N} unconvincing/It would be foolish to wait/He was an idiot for saying so, he later admitted/The idea is crazy, but I like it/
  It is idiotic that a form must be sent by post/You've been lied to/{N} ignored the evidence/How dare they raise the fees/
  This is a shameful decision/What a stupid rule/It's a dumb law/The minister's answer is ridiculous/I call that hypocrisy/
  You are entitled to your opinion/You and I will never agree/Thank you, {N}, you are right/You must be joking`)

/** What newspapers' threads are offered. `{T}` is a telephone number, `{U}` an address, `{M}` a sum. */
export const advertising = list(`
  Dr. {N} the spell caster brought my husband back in two days, contact him on WhatsApp {T}/
  I was in debt until I found a loan lender at 3% interest, e-mail them at {U}/Buy cheap followers and likes at {U}, instant delivery/
  Earn {M} a week from home, no experience needed, click here {U}/I make {M} an hour working online, see my profile/
  CHEAP PILLS no prescription, worldwide delivery {U}/Great article! I also lost 20 pounds in two weeks with these keto gummies {U}/
  Invest in bitcoin with {N}, she turned my {M} into a fortune, write to her on Telegram/Best essay writing service, order at {U}/
  Escort service, call {T}/Free gift cards here {U}/Get your credit score fixed by a real hacker, text {T}/Watch live streams free at {U}/
  subscribe to my channel and I subscribe back/check out my new video on my channel please/Rolex replicas, best quality, {U}/
  Nice post. Visit my blog {U}/Thank you for sharing, very useful. {U}/Online casino with {M} bonus, register now {U}/
  Hot single girls near you {U}/Genuine passports and driving licences for sale, contact {T}/Join the Illuminati for money and fame, WhatsApp {T}/
  I recovered my stolen crypto thanks to {N} recovery experts, contact {U}/Become rich today, ask me how, {T}/
  Herbal doctor {N} cured my herpes with his medicine, e-mail him {U}/My website sells handbags at 70% off {U}/
  Follow me on instagram for giveaways/Win an iPhone, only today {U}/Real hackers for hire, phones and social media, {U}/
  SEO services, first page of Google guaranteed {U}/Work from home and get paid daily, apply here {U}`)

/** What looks like it and is not. */
export const noAdvertising = list(`
  I subscribe to this paper and read it every day/The channel ferry was late again/Check the figures yourself on the council's site/
  See the report of the audit office {U}/Call the council on {T} if your bin was missed/My subscription went up by {M}/
  There is a free concert on Sunday/The free school meals cost {M} a child/Visit the museum, it is worth it/
  More about this at {U}, page 12/I earn {M} an hour as a nurse/The minister's website is down/Please click on the map, it is wrong/
  Will you publish the video?/The loan to the club was {M}, your own article said so/Buy local, the market is on Saturday/
  The casino should never have got a licence/Bitcoin is gambling, if you ask me/We paid {M} for that roundabout/
  I followed the link, it leads nowhere/The editor can reach me at {U}/My doctor prescribes pills only if needed/
  Write to your councillor, the address is {U}/The number {T} is dead, I tried/great article, thank you/
  An essay on the subject by {N} is in the library/Watch the debate on the parliament's channel`)

/** Words that hold a rude one: towns, names, birds and trades. */
export const harmlessWords = list(`
  Scunthorpe/Penistone/Essex/Sussex/Middlesex/Wessex/Clitheroe/Lightwater/Cockermouth/Cockburn/Hancock/Hitchcock/Babcock/Woodcock/
  Peacock/Cockfosters/Cocker/Dickens/Dickinson/Dickson/Dickie/Shitterton/Assam/Assisi/Bassett/Glasscock/Cassandra/Massachusetts/
  Arsenal/Parsons/Parse/Cumbria/Cummings/Cumberland/Cumnock/Tittensor/Titchmarsh/Titian/Titanic/Twatt/Wankel/Wangford/Nigeria/
  Niger/Nigel/Montenegro/Fukuoka/Fukushima/Fuchs/Fuller/Matsushita/Pratt/Pratchett/Slutsk/Hoare/Hooker/Buttermere/Butterfield/
  Shuttleworth/Sextus/Sexton/Analytica/Bollington/Bollywood/Crapstone/Horncastle/Rapeseed/Grapefruit/Therapist/
  cocktail/cockpit/cockerel/cockroach trap/peacock/shuttlecock/weathercock/hancock's half hour/stopcock/cocksure/assassin/assess/
  assessment/assets/associate/assume/assist/class/classic/glass/grass/bass guitar/brass band/compass/embassy/passage/ambassador/
  harassment law/carcass/molasses/analysis/analyst/analogue/canal/banal/therapist/grape/drape/scrape/trapeze/title/titration/
  constitution/institution/petition/competition/appetite/document/accumulate/circumstance/cucumber/vacuum/Dickensian/predicament/
  dictionary/button/butter/buttress/rebuttal/shiitake mushrooms/mishit/snigger/niggle/sniggering/denigrate/
  basement/sextant/sextet/unisex salon/essex road/homophone/homogeneous/homonym/homoeopathy/swank/spunky/spick and span/chink of light/
  retardant foam/fire retardant/crapaud/scrap metal/scrapyard/craps table/hellish traffic/shell/Michelle/Othello/hello/damnation/
  Amsterdam/macadam/whooping cough/hoedown/shoe/phoebe/pussycat willow/pussy willow/faggots and peas/tit sparrow/
  blue tit/great tit/booby bird/cockatoo/ass and foal/bitch and puppies at the dog show/dyke and polder/spotted dick/mastiff/
  mass debate/whoever/who represents/manure/pianist/happiness/Sheffield/Saturday`)

export const plainNews = list(`
  The {W} line is late again/{W} won at home/I grew up near {W}/There was an article on {W} last week/We talked about {W} all evening/
  {W}/Has anybody been to {W}?/The council voted on {W}/I read about {W} in the archive/{W} and the weather`)

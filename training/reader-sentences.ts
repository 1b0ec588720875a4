import { list } from './sentence-list.ts'

/**
 * What readers write under the news about persons, in Indian, British and American English: contempt without a swear word,
 * idioms, insults by comparison, and beside each kind the same words about a thing, and criticism that a paper prints.
 * `{N}` is somebody, `{T}` a thing, `{P}` and `{S}` a group and one of it.
 */
export const contempt = list(`
  You have no idea what you are talking about, as usual/Do you ever think before you type?/Did you even finish school?/
  Your ignorance is breathtaking/You would not know the truth if it sat on your lap/Nobody asked you, sit down/
  I pity whoever has to live with you/You are living proof that anybody can get a keyboard/You talk out of your backside, {N}/
  Keep digging, you are only showing how little you know/Is there anything between your ears?/Grow up, little boy/
  What a small, bitter person you must be/You really are the gift that keeps on giving, to the village that lost you/
  I have seen more sense in a bowl of soup than in your head/Go and lie down in a dark room, {N}/You need professional help/
  Somebody take the keyboard away from {N}/Have you had your tablets today?/Back under the bridge with you/
  You are not half as clever as you think you are/Try reading a book for once in your life/Ask a grown-up to explain it to you/
  Your mother must be so proud/Even your own dog is embarrassed by you/You could not find your way out of a paper bag/
  Engage brain before opening mouth/You were dropped as a baby, were you not?/Bless your heart, thinking is hard for you/
  Your posts get dimmer by the day/I would explain it, but you would not follow/You are out of your tiny mind/
  Every time you post, the average here drops/Nobody will miss you when you leave this forum/Do us a favour and get lost/
  Take your sad little grudge elsewhere/You are a bore and a bully, {N}/Your whole life must be one long sulk/
  You are too lazy to look it up and too proud to be told/How do you manage to be wrong every single time, is it a talent?/
  You have the manners of a goat/You write like a drunk/Stop embarrassing yourself/Away and boil your head/
  You lot would follow anybody with a flag and a loud voice/Wind your neck in, you silly man/Pipe down, grandad/
  You swallowed that whole, did you not, you gullible soul/I would call you a clown but clowns work for a living/
  You are a stain on your profession/Go and play in traffic/You could start an argument in an empty room and lose it/
  Get a job/You are all bark, {N}/Typical of your sort, always shouting and never reading/Your sort never learn/
  People like you are what is wrong with this town/It is people like you who drag everybody down/People like you should be ashamed/
  I have scraped better things than you off my shoe/People like you make me ashamed to live here/You people never think of anyone else/
  Folks like you are why nothing ever gets built/Thank God there are few people like you/Only people like you could believe it/
  Another sermon from people like you who never did a day's work/You and your ilk have ruined it for everyone`)

/** Of somebody who is not spoken to. */
export const scornOfSomebody = list(`
  {N} could not run a bath/{N} could not organise a tea party in a tea shop/{N} has the backbone of a jellyfish/
  {N} is as much use as a chocolate teapot/The lights are on at {N}'s but nobody is home/{N} is all mouth and no trousers/
  {N} is not the sharpest tool in the shed/{N} would sell his own grandmother for a vote/{N} is an empty suit/
  {N} has never had a thought of his own/{N} is not fit to sweep the floor of that office/{N} is a waste of a salary/
  {N} would not know hard work if it bit him/{N} is too vain to notice how little anyone thinks of him/
  {N} is a nasty piece of work/{N} always was two-faced/{N} has the charm of a wet towel/{N} is thick, there is no other word/
  {N} is as bent as a nine-bob note/What does {N} have for brains, porridge?/{N} is a jumped-up little nobody/
  {N} is a stuffed shirt with a big mouth/{N} makes me want to throw up/I would not trust {N} with a goldfish/
  A donkey in a tie would do better than {N}/{N} is a puffed-up bully with nothing to say/{N} belongs in a circus, not an office/
  {N} is dumber than a box of rocks/{N} is one fry short of a Happy Meal/{N} is a sorry excuse for a human being/
  {N} is a grifter and a phony/{N} is a spoiled brat who never earned a dime/{N} has rocks in his head/
  {N} is a snake oil salesman in an expensive suit/{N} is so crooked he has to screw his socks on/{N} is a total trainwreck of a person/
  This fellow has no brain only/{N} is a useless fellow, eating public money and sleeping/{N} is good for nothing/
  {N} is a joker, sitting there only because of his father/{N} should go and get his head examined/{N} has sold his conscience/
  {N} has no shame at all/{N} is one number fraud/What a third-class mentality {N} has/{N} is a paid chamcha of the party/
  {N} barks whatever his masters tell him/{N} is an illiterate goonda in white clothes/{N} is a blot on the state/
  Such cheap people like {N} should not be seen in public/This {N} is a mental case/{N} is a thug with a flag on his car/
  Whoever voted for {N} has no brain/The reporter who wrote this is a lapdog/This columnist has sawdust for brains/
  Whoever wrote this should go back to colouring books/Did a trained monkey write this? Oh, it was {N}/
  This so-called journalist is a hack for hire/Look at that smug face of {N}, begging for a slap/
  {N} is an ugly, jealous woman with nothing better to do/Nobody would marry {N} and no wonder/{N} is old, senile and a disgrace/
  {N} is a greasy little man/{N} smells of failure/{N} sweats like a pig and lies like one/What a creature {N} is/
  {N} is fat, lazy and stupid/A man with the morals of an alley cat, {N}/{N} is a parasite on the taxpayer/
  {N} and his cronies are pond life/{N} is a walking insult to intelligence/{N} deserves to be laughed out of town`)

/** What the same words say of things, and hard words that keep to the matter. All of it a paper prints. */
export const hardButFair = list(`
  {T} could not be worse if they tried/{T} is as much use as a chocolate teapot/{T} has no backbone and no budget/
  {T} was an accident waiting to happen/{T} is a waste of everybody's money/{T} makes me want to throw up my hands/
  {T} is an insult to anyone who pays council tax/{T} is all mouth and no trousers/{T} smells of failure, and I say so as a supporter/
  {T} belongs in a museum/{T} is a total trainwreck/{T} is a disgrace and should be scrapped/{T} is pathetic compared with what we were promised/
  {T} is a joke, and not a funny one/Who on earth approved {T}?/Whoever approved {T} should explain it to us/
  {T} is third class service at first class price/Useless scheme, only the contractors gain/{T} is rubbish, sorry to say/
  {N} has no idea how much the repairs cost, and neither do we/I have no idea what {N} meant by that/
  {N} should read the report before speaking/{N} is wrong, and the minutes of the meeting show it/{N} failed to answer the question/
  {N} should step down after this vote/{N} has broken three promises so far/{N} wasted our money on consultants/
  {N} did a poor job on this and should say sorry/I did not vote for {N} and this is the reason/{N} was outplayed on the night/
  {N} has been in the job too long/{N} ran a weak campaign/{N} did not do his homework on the budget/{N} owes us an answer/
  You have a point there, {N}/You are quite right/You make it sound easy/You forgot the cost of the bridge/
  You must have been at a different match from me/You are welcome to come and see for yourself/You could not be more wrong about the dates/
  People like you keep this club alive/It is people like you who make volunteering worth it/We need more people like you on the council/
  Folks like you and me pay for it/You people at the library have been wonderful/Are you sure that the figures are right?/
  Do you ever get an answer from that office?/Did you even get a letter? We did not/Your numbers do not add up/
  I would explain it better if I had the tables here/Nobody asked us before they closed it/You could read the report, it is short/
  Try reading the second page of the report/Your mother must be so proud of your medal/Even my dog would not eat the school lunch/
  Grow vegetables, little by little/Take the bus, it is a lovely ride/I am out of my mind with worry about the exams/
  I am a fool with computers/Silly me/I was an idiot to sell the house/My brain is mush after the night shift/I feel thick today/
  The clown at the circus was the best part/The donkey sanctuary needs volunteers/A snake was found in the station/Rats in the kitchen again/
  The pigs escaped from the farm/The goat won first prize/The monkey enclosure opens in May/Jellyfish have closed the beach/
  In the film he plays a bully and a liar/The book is about a thug who becomes a priest/The villain is a nasty piece of work in the novel/
  The fool in King Lear was well played/My son was called stupid at school and it hurt him/She was called ugly by a stranger on the bus/
  Calling somebody an idiot is not an argument/Please stop the insults, both of you/Shame that the comments turn into name-calling/
  It hurts to be called lazy when you work nights/He apologised for calling the referee a cheat/Nobody should be bullied at work/
  I respect {N}, though we disagree on nearly everything/Say what you like of {N}, the trains did run/{N} is a good speaker with a bad plan/
  {N} is honest, and honestly wrong/{N} was unlucky with that shot/{N} was brave to say so/It was a brainless tackle but he is a fine player/
  The decision was cowardly/The answer was evasive/The speech was dull/The article is lazy/The headline is misleading/
  A foolish decision that will cost us/It was a shameful vote/That argument is nonsense and here is why/The excuse is pathetic/
  The timing is suspicious, I only ask/This is sheer hypocrisy on the part of the board/The cabinet has lost its way/
  What a mess the ministry has made of it/The tender was handled badly/Kindly check your facts, sir/
  Sir, with due respect, the figures are not correct/Kindly do the needful and repair the road/Very poor show by the municipality/
  Only announcements and no action on the ground/The department should wake up/Somebody has to be held responsible for this`)

/** Threats, open and veiled, at one person. */
export const threatsAtSomebody = list(`
  We know where you live, {N}/I know which school your children go to/You had better watch your back/Sleep with one eye open, {N}/
  Accidents happen, {N}, especially on that road/You will regret this when we find you/Next time you will not walk home/
  Say that to my face and you will eat through a straw/I hope somebody breaks your jaw/{N} will not live to see the next election/
  Somebody should teach {N} a lesson he will never forget/{N} needs a good kicking/{N} wants a bullet, nothing less/
  One of these days {N} will be found in a ditch/It would be a pity if something happened to {N}'s house/
  A rope and a lamp post is all that {N} deserves/Come to our town again and you leave in a box/I will come to your office with a bat/
  {N} should be dragged out into the street and whipped/Give {N} to us for five minutes and see what is left/
  {N} deserves to be beaten with slippers in the square/Only a stick will make {N} understand/Blacken his face and parade {N} on a donkey/
  {N} should be hanged in public, no trial needed/If the police will not deal with {N}, we will/I hope your house burns down with you in it/
  You are a dead man walking/Enjoy your last Christmas, {N}/I would gladly pull the trigger myself/
  Your tyres will be slashed by morning/Somebody ought to put {N} out of our misery/Do not come crying when your windows are smashed`)

/** Calls to violence, at nobody or all. */
export const callsToHarm = list(`
  Burn the town hall down with all of them inside/Time to get the pitchforks out and march on their homes/
  String them up from the lamp posts/Put them up against a wall and be done with it/Round them all up and shoot them/
  Bring bricks and petrol tonight, they will listen then/Set fire to the hostel before the next bus arrives/
  No more talk, it is time for blood/A bullet is cheaper than a trial/Hang the lot of them from the bridge/
  Every patriot should take up arms against them/Smash their windows until they move out/Drive them out of the locality with sticks/
  An encounter is the only justice for such people/Break their legs, then see who protests/Let us pay his family a visit tonight/
  Run the cyclists off the road, it is the only language they know/Beat them black and blue and send them back/
  Shoot on sight, that will end it/Spray the protesters with acid/Whoever meets one of them should finish him off/
  Drown the whole boat/Throw them into the sea/Storm the building and drag them out/Poison their wells/
  A civil war is what we need, and the sooner the better/The mob should have finished the job`)

/** Contempt for a group without a swear word. */
export const contemptForGroups = list(`
  {P} bring nothing but trouble wherever they go/You can smell {P} before you see them/Not one {S} in a hundred is honest/
  The town was clean before {P} came/Send {P} back on the next boat/Send the {P} home, every last one/
  {P} should be kept apart from decent people/I would never let a {S} near my children/No {S} should hold office here/
  {P} have lower brains, that is just biology/{P} are by nature liars/There are too many {P} here already/
  {P} multiply and soon there will be none of us left/{P} only know how to take/Once a {S}, always a thief/
  Give {P} a finger and they take the country/A good {S} is one that has left/{P} ought to be grateful and keep quiet/
  {P} have no culture worth the name/{P} are a plague on every town they enter/Nobody wants {P} next door, admit it/
  Typical {S}, cannot be trusted with money/That is what happens when you hire a {S}/No {P} in our street, thank you/
  {P} should be sterilised/{P} should be forbidden to marry our daughters/We must cleanse the country of {P}/
  {P} are snakes in our garden/What else do you expect from {P}?/{P} are not real citizens, whatever their papers say/
  Boycott every shop of {P} until they leave/Do not rent to {P}/Throw every {S} out of this country/
  It is in the blood of {P} to cheat/{P} laugh at us while we pay/A {S} will always be a {S}, dirty and sly`)

/** Violence as news, as idiom or as law, and groups as neighbours. */
export const harmlessNearHarm = list(`
  A mob burned down the hostel and six people were hurt/The man who threatened {N} was arrested/Police found a bullet at the door/
  He was sentenced for setting fire to the shop/Someone smashed our windows last night, please call the police if you saw it/
  They should be fined, and heavily/{N} should be tried in a court like anybody else/{N} should be voted out, that is all/
  Lock the gate at night/Throw the plan out and begin again/Throw them out at the next election/The voters will teach {N} a lesson in May/
  The club should sack the coach/Sue them until they pay/Boycott the sponsor if you do not like the ads/Fight it in court/
  We should march to the town hall on Saturday, peacefully/Bring banners and children/Take to the streets with candles/
  The councillors will get a hot reception on Monday/Watch your step on the ice/Watch your back when lifting those boxes/
  I know where the library keeps the files/We know where the money went, the auditor wrote it down/Sleep well, {N}/
  Accidents happen on that road every week, put a light there/The opposition was crushed at the polls/The plan died in committee/
  The frost finished off my beans/Burn wood only when it is dry/The bullet train is delayed again/Shoot the film here, not abroad/
  The match was a bloodbath, four nil/They murdered that song/He will be hung out to dry by the papers/Heads must roll at the ministry/
  The death penalty is wrong, always/I am for the death penalty for murder, after a fair trial/Stricter laws are needed against acid attacks/
  The lynching in that village was a shame for us all/No one should take the law into his own hands/Hatred solves nothing/
  The mob should have been stopped by the police/He said we should shoot on sight, and I find that frightening/
  {P} were driven out of the village in the riots/{P} need police protection in that area/A {S} saved the child from the fire/
  {P} pay rent like everybody/The complaint was that no {S} was asked/Rent to {P}, they are good tenants/I was told not to hire a {S}, and I did/
  {P} have been here for centuries/{P} face prejudice when they look for a flat/My children play with the children of {P}/
  Immigration rules should be stricter, in my view, for everyone/The number of visas should be cut/We cannot house everyone who comes/
  Border checks are needed and fair/The quota should go/Reservation should be by income/Uniform rules for all religions, that is my view/
  I disagree with the march and with their demands/Religion has no place in schools/The veil debate is tiresome`)

/** Lewd remarks, which need no swear word. */
export const lewd = list(`
  Nice tits, {N}/Show us your tits/I would do her any day/Get your kit off, love/She can sit on my face/Look at the rack on {N}/
  {N} gives me a hard-on/Bet she is filthy in bed/I want to see {N} naked/She slept her way to the top, on her knees mostly/
  Suck it, losers/He can suck my balls/Blow me, {N}/Bend over, taxpayers, here it comes with no lube/What an arse on {N}/
  Send nudes, {N}/I'd tap that/{N} needs a good shag/Wanking over spreadsheets, that lot/The council has pulled its pants down and crapped on us/
  Up yours, {N}/Stick it up your arse/Kiss my arse/Piss off, {N}/What a load of bollocks/Bunch of wankers/Total clusterfuck/
  The whole scheme is a circle jerk/Holy crap on a cracker, what bullshit/Screw you and the horse you rode in on/This is horseshit/
  Balls to the lot of them/Dickheads in charge again/Cocked up again by the same pricks/Madarchod government/Chutiya policy/Saala bhenchod contractor`)

/** Bodies, beds and barnyards, harmless. */
export const notLewd = list(`
  The great tits are nesting again/Breast cancer screening is now at the clinic/The naked eye can see it/He nailed the landing/
  The hard-on-the-eyes lighting must go/Sex education should start early/The nude by that painter is lovely/Ass and ox at the crib/
  The cock crowed at four/She gave the referee a kiss/The bed is too hard in that hotel/Pants are on sale/The blow to the club was heavy/
  The horse was brave/Screw the shelf to the wall/The rack for bicycles is full/Bend over the rail and you see the otters/
  A ball was found/The balls are too light for wind like this/Suck a mint, it helps/The arsenal was emptied`)

/** What else threads are offered: channels, votes, likes, collections, letters to be passed on. */
export const selfPromotion = list(`
  Check out my channel, I make covers every week/Please subscribe to my channel, I will subscribe back/Sub for sub?/Follow me on {H} please/
  I am a young singer from a small town, please listen to my new track {U}/Give my video a chance, one view is all I ask/
  Guys please help me get to 1000 subscribers/New mixtape out now {U}/My band just dropped a single, have a listen {U}/
  Like this comment if you agree/Like this comment if you are here before midnight/Share your thoughts on my page/
  Click my name for more videos/Anyone want to be friends? Add me on {H}/Vote for us here {U}/Please vote for my photo {U}/
  Sign the petition {U}/Please sign and share {U}/Donate for my sick dog here {U}/Help my mother's operation, any amount, {U}/
  Earn {M} a day from your phone {U}/I get free gift cards from this site {U}/Get free coins {U}/Free V-Bucks and Robux {U}/
  {U}/{U} {U}/look at this {U}/watch here {U}/omg this is it {U}/This is better {U}/you should see this {U}/
  Send this to ten people or you will have bad luck tonight/Copy and paste this to five threads and press F6/
  T-shirts and mugs for fans {U}/Support my small shop {U}/Use my code for 10% off {U}/Join our server {U}/Sign up with my link {U}/
  Come and visit my blog/My book is out, buy it at {U}/Learn to dance in a week with {N} {U}/How I lost my belly, read {U}/
  Best proxy and VPN deals {U}/Learn guitar with me, link in my profile/Want more followers? visit {U}/
  Watch the full film free {U}/full album download {U}/Hack any account {U}/Read my story and tell me what you think {U}`)

/** What fans and readers say who sell nothing, with the same words. */
export const noPromotion = list(`
  I like this comment/I like this so much/How many views does it have now?/Two million views in a week, wow/Thumbs up for the drummer/
  Who is still listening to this?/That song was everywhere that summer/The best video of the year/I subscribed to the paper last year/
  The channel is showing the match tonight/I check the views every day/Money cannot buy that/This video always makes me laugh/
  The official video is at {U}, by the way/Here is the source: {U}/The judgment is here {U}/{U} says otherwise/The map: {U}/
  As the paper reported {U} the plan was dropped/Share the costs fairly/I followed the match live/Please do not share this rumour/
  Please sign in at the gate/Vote on Thursday, whoever you are for/Donations fell by {M} last year/The petition had few names/
  Free parking would help the shops/The shop on the corner sells it/My phone was stolen/Great dance, great song/
  Love this band/She sings so well/Happy birthday/Nice one/First rate article/Who wrote this song?/2015 and still good`)

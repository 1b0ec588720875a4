import { commonClasses } from '../phrases.ts'

/** Threats, calls to harm and contempt for people as what they are; `phraseBooks` says how a phrase is written. */

const hurt =
  'kill/shoot/hang/burn/gas/lynch/drown/execute/exterminate/behead/stone/flog/whip/castrate/cull/eradicate/eliminate/bomb/nuke/impale/sterilise/sterilize/neuter/beat/stab/strangle/slaughter/butcher/string_up/wipe_out/round_up/put_down/skin/thrash/maim'
const hurtPast =
  'killed/shot/hanged/hung/burned/burnt/gassed/lynched/drowned/executed/exterminated/beheaded/stoned/flogged/whipped/caned/castrated/culled/eradicated/eliminated/bombed/impaled/sterilised/sterilized/neutered/beaten/stabbed/strangled/slaughtered/butchered/strung_up/wiped_out/rounded_up/put_down/skinned/thrashed/horsewhipped/birched/crushed/put_to_death/fed_to/hosed/fumigated/put_on_boats/put_on_a_boat/put_on_the_next/put_against/put_up_against/thrown_to/thrown_off/thrown_into/thrown_in_the_sea/thrown_out_of_this/thrown_out_of_the/kicked_out_of_this/kicked_out_of_the/driven_out/sent_back/shipped_back/deported/interned'
/** Objects that are people, and no plan, lamp or weed. */
const people =
  'them/him/her/you/yourself/yourselves/everyone/everybody/traitors/scum/vermin/animals/savages/bastards/politicians/judges/looters/thugs/rioters/protesters/protestors/strikers/lawyers/bankers/journalists/scribblers/councillors/paedos/paedophiles/rapists/terrorists/landlords/<group>/<groups>'
const they =
  '<group>/<groups>/they/these_people/those_people/such_people/that_lot/this_lot/you_people/these/those/people_on_benefits/people_like_that/them'
const vermin =
  'vermin/rats/rodents/cockroaches/roaches/parasites/leeches/locusts/maggots/lice/fleas/animals/beasts/apes/monkeys/dogs/pigs/swine/snakes/savages/barbarians/brutes/subhuman/subhumans/filth/scum/garbage/trash/dirt/sewage/plague/disease/cancer/tumour/tumor/infestation/infection/illness/sickness/virus/pest/pests/poison/abomination/abominations/freaks/perverts/degenerates/inferior/mistake/primitives/primitive/untermenschen/weeds/bugs/insects'
const criminals =
  'thieves/criminals/rapists/terrorists/murderers/killers/liars/cowards/scroungers/spongers/paedophiles/crooks'
const body =
  'face/head/legs/leg/neck/teeth/skull/jaw/knees/kneecaps/bones/arms/ribs/nose/throat/throats/fingers/windows'
const weapon =
  'gun/guns/shotgun/shotguns/rifle/rifles/rope/noose/knife/knives/pistol/bat/bats/stick/sticks/lathis/crowbar/crowbars/brick/bricks/stones/petrol/matches/torches/pitchforks/clubs/hammers/machete/machetes/axe/axes/bullets'

export const inflammatoryClasses = {
  ...commonClasses,
  hurt,
  hurtPast,
  people,
  they,
  vermin,
  criminals,
  body,
  weapon,
}

export const threatPhrases: Readonly<Record<string, string>> = {
  0.9: `
    i/we/ill/i'll/will/gonna/wanna/want_to/going_to shoot/stab/kill/cut/murder/rape/strangle/slap/punch/beat/hurt/hunt you/u/him/her/them/your/ur/the/his/these/all
    have/got/get me? a gun
    i/we know where you/he/she/they live/lives/work/works/sleep/park
    i/we/i'll/we'll will/shall/'ll/am_going_to/are_going_to/gonna/would ** {hurt}/break/smash/bury/gut/slap/punch/hurt/find/hunt/get/come_and_get {people}
    smash/break/kick/punch/cave/bash/slit/cut/wring/snap {your} ** {body}
    i'm/we're/are/am/is coming for/after/to_get you/him/her/them/your
    coming for you
    bullet with/has {your} name
    {your} days are numbered
    you're/you are/r dead
    you/he/she/they will/'ll/shall/won't ** regret/bleed/suffer/pay_for/pay_the_price/live_to
    you will/you'll/they'll be ** sorry
    watch {your} back/backs
    come and/to shut/close it/them/your
    or i will/shall/'ll come
  `,
  0.7: `
    had better/you'd better ** move/watch/hope/run/hide/pray/leave/lock/sleep/stay_away/look_over
    loaded/oiled/sharpened/cleaned/bought the/my/a/some ** {weapon}
    have/got/bought/carry/keep/brought the/my/a/some ** {weapon} ready/for/and/loaded
    bought the/a/some rope/noose
    not/won't/never brake/stop/miss you/him/her/them
    i/we will/won't/shall not? brake
    no lock/door/police/wall/fence/bodyguard ** will/can help/save/stop/protect
    will/'ll/gonna need a/an doctor/ambulance/coffin/hospital/dentist/hearse
    bring a/their/his/her/your doctor/ambulance/coffin
    shame if anything/something
    accidents/things do? happen
    pretty/lovely/nice/beautiful daughter/daughters/wife/family/children/kids ,
    friends/people/boys/lads on/in your street/road/building/town
    when the day/reckoning/time/revolution comes
    remember every name
    we/i will/'ll remember your/every/their name/names/face
    one night/day/morning you/he/she/they will/'ll
    find/found out who it/you/he/she was/is/are
    sleep with one eye
  `,
  0.2: `
    sleep well/tight
    consider yourself/yourselves warned
    you have/got/had until/till
    this is your/the last/final/only
    last/final/fair warning
    be/been warned
    have/know/got/found your/his/her/their address/number/car/house/school/plate/face
    i/we will/'ll/shall/won't ** be/come/wait/visit/there/next
    needs/need/deserves/have/has an accident/a_visit/a_lesson/a_slap/a_smack
    next time ** you/he/she/they/your/his
    may/let ** you/your/he/his/her/house/children burn/die/rot/suffer/choke
    you/they wait/watch/just
    wait until/till we/i
    rifle/shotgun/gun/knife/petrol/paraffin/kerosene/bat/bats/rope/acid/machete/axe
  `,
}

export const incitementPhrases: Readonly<Record<string, string>> = {
  0.9: `
    {hurt} the/all/every/these/those/each? last/bloody/fucking/filthy/dirty? {people}
    {hurt} {people} all/now/like/on/from/and/before/.
    {hurt} the/that/this lot/whole_lot/bunch/tribe
    {hurt} the ** lot of them/you
    {hurt} every/each/all one? of them/you
    {hurt} yourself/yourselves
    please/should/would/must/hope_you/go/and die/choke ** slowly/painfully/soon/already/alone/horribly/now/!
    jump off a/the
    stop or die
    hang/hanged/hanging/string/strung/swing/swinging ** from the/a/every lamp_post/lamp_posts/lampposts/lamppost/tree/trees/bridge
    should/ought_to/must/need_to/needs_to/deserve_to/deserves_to/have_to/has_to/want_to/better ** be ** {hurtPast}
    deserves/deserve to die/hang/burn/swing/rot
    put/need/needs/deserve/deserves/take a bullet/bullets/noose/rope in/through/for/around/between
    bullet/bullets in/through/between the/that/his/her/their/your/every/each
    slit/cut their/his/her/your throats/throat
    gas/burn/hang/shoot/lynch/drown/stone them/him/her
    take/took/pick up arms/guns
    well placed/aimed match/bullet/bomb/brick/grenade/shell
    set fire/alight to? the/their/his/her ** hostel/hotel/mosque/temple/church/synagogue/house/home/camp/homes/houses/office
    burn/torch/blow_up/firebomb the/that/their/his/her ** hostel/hotel/mosque/temple/church/synagogue/house/home/camp/homes/houses/parliament
    burn/burned/burnt down the/their/that
    only good * is a dead
    kys
    traitors get/deserve/hang/should
    gets/get a/the rope/noose
    break/smash/kick their/his/her ** {body}
    do to him/her/them what
  `,
  0.7: `
    bring/brought/grab/take/get/fetch ** {weapon}
    everyone/everybody/anyone with a {weapon}
    throw/chuck/toss/push/dump/drop/kick the/them/him/her/these/those/all/every ** ** into/in/off/overboard/over the ** harbour/sea/river/dock/cliff/bridge/canal/ocean/lake/water/pit
    stones/concrete/lead in/on/to their/his/her pockets/feet/shoes
    a good beating/hiding/thrashing/kicking/whipping/slap/flogging
    let them/him/her ** starve/drown/die/rot/burn/freeze/bleed
    i/we hope/wish/pray ** you/they/he/she/it/everyone/plane ** die/dies/crash/crashes/burn/burns/rot/rots/suffer/suffers/drown/drowns/goes_down/get_cancer/gets_cancer/choke/chokes
    storm/burn/torch the town_hall/parliament/palace/capitol/offices/station/building/hotel/hostel
    rise up ,
    drag/drags/dragged/pull them/him/her ** out/by/into/through
    time to/for take/get the ** guns/shotguns/rifles/ropes
    clean/clear ** up/out that/this/the ** end/street/town/area ourselves
    send/ship/put/throw/kick the/them/these/those/all ** back/out/home on/to/where/of/into
    back on the next/first train/boat/plane/bus/ship
    on boats/the_boats/a_boat ** tonight/tomorrow/back/home
    behind the wire/barbed_wire
    in/into camps/a_camp/cages/a_cage/a_locked_ward
    lose/throw_away/throw_out the key
    deserves/deserve what/everything they/she/he get/gets/got
    them or us
    us or them
    pay ** with their own? ** skin/skins/blood/lives/heads
    should/would_have never/not have? been born
    should not have been born
    turn/switch off the machines/ventilators/life_support
    or we/i will/'ll/shall do it
    will/'ll do it for you
    take the law into our/your
    against the/a wall
    our/the boys will/'ll deal/teach/handle/sort
    knew/knows/know how to deal/that/once
  `,
  0.2: `
    somebody/someone/one/we/you should/ought_to/must/needs_to/could/has_to run/take/push/drag/shoot/hit/teach/burn/put/drop/throw/kick/drive/blow
    run/drive/drove/plough/ploughed/knock ** over/down/into/through
    meet/see_you/gather/assemble at/outside/in/by ** nine/eight/seven/midnight/dawn/o'clock/bridge/station/square/gate
    bring/grab/get/take your/the/a/what ** friends/mates/tools/van/trucks/dogs
    firing squad/squads
    up/line against the/a/up
    line them/the/up ** up/cabinet/all
    baseball bats/bat
    put/putting them/him/her/you ** under/down/away/out/back/where
    kick/kicked/break/smash/bash the/his/her/their/in ** door/doors/windows/in/teeth
    drag/drags/haul/pull that/him/her/them/the ** down/out/through/by
    give them/the/him/her ** what
    treat/deal_with them/him/these ** as/like/one
    how/as you/one deal/deals/treat/treats/handle/handles with?
    show/teach them/him/her ** lesson/what/who/how
    no mercy/quarter/prisoners
  `,
  0.12: `
    shoot/shot/hang/hanged/burn/burns/burned/burnt/kill/killed/die/dead/death/blood/bleed/bullet/bullets/gallows/noose/guillotine/lynch/drown/drowned/stab/strangle/crush/smash/beat/beaten/whip/lash/cane/flog/bomb/war/enemy/enemies/revenge/revolution/sterilise/sterilize/castrate/wipe/exterminate/eradicate/traitor/traitors/treason/fists/brick/bricks/matches/grenade/suffer/torture
  `,
}

export const dehumanisingPhrases: Readonly<Record<string, string>> = {
  0.9: `
    {they} are/is/were/r ** {vermin}
    {they} are/is/were not/no/hardly/barely/less human/humans/people/than_human/than_humans
    these/those/such/you ** savages/vermin/parasites/cockroaches/subhumans/barbarians
    breed/breeds/breeding/multiply/multiplying like *
    breed/bred/born/runs/run/is/it's in/into their/the/them blood/genes/dna/bone/bones
    bred into/out_of them
    {criminals}/thief/criminal by birth/nature/blood/race
    born {criminals}
    {they} do_not/don't/will_never/can_never/never/did_not/does_not ** belong in/here/among/to ** country/us/town/europe/land?
    <groups> out .
    <groups> out !
    {they} can_not/cannot/can't/will_never/never live/mix/exist among/with/like ** civilised/civilized/decent/normal/white/human
    {they} are/is an/a illness/disease/infestation/cancer/plague/mistake/virus/stain
    will/they still/always/all ** steal/lie/cheat/stink/rob/rape
    that is/that's how/what they/<groups> are ** made/built/born
    how they are made/built/wired
    i/we ** hate/loathe/despise/detest/abhor/can't_stand/cannot_stand/can't_bear ** <groups>/<group>
    hatred/contempt/disdain/scorn/disgust/hate/disgusted/sickened ** for/by/of/towards/at ** <groups>/<group>
    <groups>/<group> ** make/makes/fill/fills me/us ** sick/puke/vomit/furious/rage/angry/boil/anger
    <groups>/<group> ** are/is ** disgusting/repulsive/despicable/evil/worthless/scum/gross/stupid/repugnant/revolting/inferior/vile/filthy/dirty/useless/dumb/immoral/sick
    <groups>/<group> deserve/deserves/need/needs to be/die/suffer
    fucking/fuckin/bloody/dirty/filthy/stupid/disgusting/goddamn/damn/ugly <groups>/<group>
    <groups>/<group> belong/belongs in a/the/hell/prison/zoo/cage/kitchen/jail
    <groups>/<group> do_not/don't/shouldn't/should_not/do ** have/deserve/get rights/respect/to_vote/to_live/the_right/the_vote
    nobody/no_one/world ** without/miss/misses/rid_of ** <groups>
    get/getting/be rid of ** <groups>/<group>
    every/each last/single? ** <group>/<groups> ** is/are a/an/all ** rapist/thief/criminal/murderer/terrorist/liar/parasite
    rapist/thief/criminal/murderer/terrorist in waiting
    like animals/vermin/rats/dogs/cattle
    treated like dogs/animals/vermin
  `,
  0.6: `
    {they} are/is/were ** {criminals}
    {they} are/is too ** to ** vote/run/lead/drive/learn/live/rule/govern/work
    too emotional/stupid/primitive/weak/dirty/inbred to
    <group>/<groups> are/is ** behind/running/controlling/ruining/destroying/poisoning/invading/replacing/infesting ** it/us/this/the/our
    control/own/controls/owns the banks/media/press/government
    look/looking at who owns the
    brought/bring/spread/spreads the ** virus/disease/diseases/plague/crime/filth/drugs
    infested/overrun/swamped/invaded/polluted/flooded with/by <groups>/<group>/them
    turned it/this/the ** into a pigsty/sewer/slum/sty/dump/ghetto/jungle
    go/went back/home to/where ** your/their/you/they/the country/jungle/came/come/trees/africa/desert
    stay/know/remember/learn their/your/her place
    remember/forget/forgotten what happened to their/your *
  `,
  0.2: `
    {they} are/is/were not/nothing/never like/one of? us/ours
    not like us/the_rest/normal/you/me
    their/the brains/blood/genes/nature/minds/culture/religion are/is/isn't/aren't/was
    nobody/no_one wants <group>/<groups>/them
    never/can't/cannot get them/rid out/of
    laugh/laughing/laughed all the way
    start/started/starts/behind every/all/the war/wars
    kept/keep/put ** down/back/in_their_place for/where
    where they/he/she belong/belongs/came/come
    might as well ** to/the *
    hand/give/leave ** over/to wolves/them/dogs
    stay/stayed/keep at/in/to home/away/out/themselves
    should/must/ought_to pay extra/for **
    not allowed to say
    everybody/everyone/we know/knows what/how/why they
    look/see what happens/happened when
    let/letting/lets them in/into/near/loose
    god/nature gave/made/meant them/women/men/<groups>
    every <group>/<groups>/mosque/temple/synagogue/imam/rabbi/priest is/are a/an
    they/<groups> would/will/'d steal/rob/sell/kill/lie/cheat/eat
    decent/normal/civilised/civilized society/people/folk/families
    special treatment
    take/taking/took over our/the
    our jobs/women/country/daughters/culture/streets/way
  `,
  0.12: `
    steal/steals/stealing/stink/stinks/smell/smells/dirty/filthy/lazy/stupid/primitive/backward/inferior/animal/animals/pest/pests/stain/plague/disease/sick/evil/disgusting/wolves/rats/snakes/criminals/thieves/terrorists/invasion/invaders/invade/breed/breeding/deport/deported/cage/zoo/swamp/cockroach/sterilise/sterilize/parasite/parasites/leech/leeches/scum/vermin/savages/perverts/unnatural/abnormal/sin/sinners/heathens/infidels
  `,
}

/** Speech against what it names: those words stand in a comment that denies, regrets or forbids them. */
export const counterPhrases = `
  nobody/no_one/none/no_man deserves/should/has_a_right
  saying/claiming/calling/shouting/writing/thinking that? ** is/are/was simply/just/plain? wrong/false/nonsense/untrue/racist/hateful/a_lie/a_crime/not
  to say/call/claim/threaten ** is/are/was wrong/racist/a_crime/false/hateful
  stop saying/telling/calling/blaming/spreading/pretending/printing
  it is/isn't/was not? true/right/fair/racist that/to/they
  not true that
  those/people/readers/anyone/anybody/everyone/somebody/someone who say/says/said/write/writes/call/calls/think/thinks/claim/claims/shout/shouts/threaten/threatens/sent/wrote/shouted
  ashamed of/by/that
  is/are a crime
  should not/never be? said/carried/printed/allowed/tolerated/published
  should never have been
  has/have no place
  do not/don't/never print/repeat/publish/share
  apologised/apologise/apologized/apologize
  was/were shouted/sprayed/scrawled/painted/told/called/threatened/chanted
  said/says/joked my/his/her/a/the *
  shouted/screamed/spat at my/me/us/our/her/him/them
  without saying/a ** bad word
  not/no excuse/reason for
  threatening/threatened a/the/to *
  whatever they/one/you believe/think/thinks
  can be against
  that is/that's what this? country/town? we fought/are against
`

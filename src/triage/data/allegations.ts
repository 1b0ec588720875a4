import { commonClasses } from '../phrases.ts'

/**
 * What damages a name when it is said as a fact: crime, corruption, disease, misconduct. Not here: being wrong, breaking
 * a promise, failing in office. `phraseBooks` says how a phrase is written.
 */

const money =
  'money/cash/thousand/thousands/lakh/lakhs/crore/crores/million/millions/pounds/dollars/rupees/euros/grand/funds/fund/fees/donations/takings/collection/deposits/savings/pension/pensions/salary/salaries/rent/aid/relief/grant/grants/budget/till/plate'
const kin =
  "brother's/brothers/sister's/sisters/cousin's/cousins/wife's/husband's/son's/sons/daughter's/nephew's/father's/brother-in-law's/law's/friend's/mate's/driver's/family's/wife/husband/brother/cousin/son/nephew"
const pupils =
  'pupil/pupils/student/students/minor/minors/girl/girls/boy/boys/child/children/kid/kids/teenager/teenagers/patient/patients/inmate/inmates/intern/interns/<group>/<groups>/altar_boys/choirboy/players/parishioner'
const drugs = 'drugs/pills/cocaine/heroin/weed/meth/ganja/crack/charas/dope/steroids/tablets/prescriptions'

export const allegationClasses = { ...commonClasses, money, kin, pupils, drugs }

export const allegationPhrases: Readonly<Record<string, string>> = {
  0.95: `
    bribe/bribes/bribed/bribing/bribery/baksheesh
    kickback/kickbacks/backhander/backhanders/payoff/payoffs/pay_off/paid_off/pays_off/hush_money/slush_fund
    on the payroll/take/pay_roll
    in the pocket/pockets/pay of
    take/takes/took/taken/taking/accept/accepts/accepted/pocket/pockets/pocketed/received/demands/demanded ** bribe/bribes/cut/percent/commission/envelope/envelopes/{money}
    envelope/envelopes/money/cash/something under the table
    brown envelope/envelopes
    embezzle/embezzles/embezzled/embezzling/embezzlement/embezzler/siphon/siphons/siphoned/siphoning/syphoned/misappropriated/misappropriates/skimmed/skims/skimming
    steal/steals/stole/stolen/stealing/robs/robbed/robbing/pinched/nicked/loots/looted/looting ** {money}/money/land/thesis/work/design/meat/goods/water/votes/paintings/jewellery/land/copper/from
    launder/launders/laundered/laundering/laundry ** money/cash/for
    grab/grabs/grabbed/grabbing/encroached ** land/acres/plot/plots
    swindle/swindles/swindled/swindler/defraud/defrauds/defrauded/fraudster/fraudsters/conman/conmen/racketeer/extorts/extorted/extortion/blackmail/blackmails/blackmailed/blackmailing
    ponzi/pyramid scheme
    rig/rigs/rigged/rigging/fixed/fixes ** election/elections/count/vote/votes/ballot/tender/tenders/bid/bids/contract/match/matches/race/result/results/exam/draw/auction
    forge/forges/forged/forging/forgery/fake/fakes/faked/faking/falsified/falsifies/falsifying/doctored/backdated/fabricated/fabricates
    cook/cooks/cooked/cooking/fiddled/fiddles/fiddling the books/figures/accounts/expenses
    second set of books
    perjury/perjured
    lied under/on oath
    plant/plants/planted/planting ** {drugs}/evidence/gun/guns/knife
    murder/murders/murdered/murderer/poisoned/poisons/strangled/drowned his/her/their/that/the/a/at/those/these/my/*
    had ** killed/murdered/beaten/bumped_off
    killed/kill/kills ** his/her/their/that/five/two/three/four/my/<group>/patients/people
    rape/rapes/raped/raping/rapist/molest/molests/molested/molester/grope/gropes/groped/groping/fondled/fondles
    paedophile/paedophiles/pedophile/pedophiles/paedo/pedo/nonce/child_abuser/sex_offender/sexual_predator/kiddy_fiddler/child_molester
    touch/touches/touched/touching/interfere/interferes/interfered/abuse/abuses/abused ** {pupils}
    beat/beats/beating/hit/hits/punches/slaps ** wife/husband/girlfriend/boyfriend/children/kids/mother/partner/workers/maid/{pupils}
    wife beater/beaters
    sleep/sleeps/slept/sleeping/affair/carrying_on/carried_on/fling/relationship/sex ** with ** {pupils}/secretary/choir/board/boss/married/half/everyone/whole
    has/have/had/got/caught/carries/gave hiv/aids/syphilis/gonorrhoea/herpes/chlamydia/an_std/the_clap
    deal/deals/dealt/dealing/sell/sells/sold/selling/peddles/supplies/smuggles/smuggled ** {drugs}
    drug/drugs dealer/runner/smuggler/trafficker/lord
    set/sets fire to
    set ** on fire ** insurance?
    for the insurance
  `,
  0.8: `
    bought/buys/buy his/her/their ** seat/degree/doctorate/diploma/title/votes/way/licence/license/certificate/verdict
    was/were/is/been/got bought
    pay/pays/paid/paying ** to/for ** keep/look/stay/shut/silence/be/hide/forget ** quiet/way/silent/mum/home/up/it/away
    pays/paid/paying ** inspector/officer/judge/police/councillor/mayor/doctor/witness/witnesses/parents/journalists
    look/looks/looked/looking the other way
    cover/covers/covered/covering ** up
    hush/hushed/hushes it? up
    bury/buries/buried the ** file/report/complaint/evidence/results
    hid/hide/hides/hidden/hiding/conceals/concealed ** from/conviction/record/evidence/report/lead/asbestos
    knew/known/knows about/of/for/it ** and/but/since/for ** hid/hidden/nothing/silent/quiet/years/did
    sell/sells/sold/selling ** seats/admissions/exam/papers/expired/stolen/fake/counterfeit/copies/adulterated/votes/jobs/contracts/postings
    mix/mixes/mixed/adulterate/adulterates/adulterated/water/waters/watered ** sand/water/sawdust/chalk/milk/gin/concrete/cement/beer/whisky/petrol/diesel/ghee
    dump/dumps/dumped/dumping ** solvents/waste/chemicals/sewage/asbestos/effluent/acid/oil/slurry/dye/poison ** in/into/at/on
    {kin} ** firm/company/contractor/quarry/land/lorry/trucks/business ** gets/got/wins/won/every/always/all
    in his/her/their ** driver's/wife's/husband's/cousin's/brother's/maid's/son's name
    through his/her wife's/husband's/brother's/son's *
    never/not declared/declares/disclosed
    shell/offshore/benami company/companies/account/accounts/property
    bank/account in dubai/panama/switzerland/delaware/cyprus/cayman
    leak/leaks/leaked the ** exam/papers/paper/questions/file/tender/names
    sand/tanker/land/liquor/mining/water/timber/ration mafia
    run/runs/ran/heads ** mafia/racket/brothel/cartel/gang/scam
    racket/scam/scams/scammer/scammers
    crook/thief/thieves/criminal/gangster/con_artist/con_man
    drunk/drinking/high/stoned at/on/while/behind ** wheel/duty/work/operation/operating/driving/shift
    while/when drunk
    drunk/alcoholic/addict/junkie and/who/with/for
    botch/botched/botches/maimed/crippled/overdosed
    kill/kills/killed/killing ** patient/patients/people/<groups>/residents/babies/animals
    plagiarised/plagiarized/plagiarises
    stole/steals/stolen ** thesis/idea/work/book/song/design
    never/not ** sat/passed/set_foot/attended/qualified/studied ** exam/exams/university/college/school/law/medicine/there
    made/makes/invented/invents ** up? the/that/his/her/her/quotes/sources ** interview/quotes/quote/story/witness/sources/figures/data/results
    never spoke to/with
    doping/dopes/doped/drugging/drugs {pupils}/those/her/his/the/*
    bill/bills/billed/billing/charge/charges/charged/claims ** for ** exist/dead/happened/done/empty
    wrote/write/writes/writing/signs/signed/sold ** prescriptions/false/fake/certificates
    fathered/father/fathers a child/baby with
    abortion/abortions
    prostitute/prostitutes/escort/brothel/call_girl/mistress
    conviction/convictions/criminal_record for/that/which/he/she
    evade/evades/evaded/evading/dodge/dodges/dodged/dodging ** tax/taxes/duty
    tax evader/dodger/cheat/fraud
    kept ** out of prison/jail/court
    out of prison/jail because
    got ** record/charges/file/case/complaint/complaints ** wiped/dropped/erased/buried/lost/closed
    made ** go away
    smuggle/smuggles/smuggled/smuggling/traffics/trafficked/trafficking
    starve/starves/starved/neglect/neglects/neglected ** residents/patients/animals/children
    fake/bogus/phoney/phony doctor/degree/lawyer/invoices/invoice/company/charity/receipts
    ghost employees/workers/teachers/students
    wiretapped/bugged/spied/spies/hacked/hacks
    sacrificed/tortured/tortures/torturing/whips
    intimidates/intimidated/threatens/threatened/threaten ** witness/witnesses/tenants/staff/voters
    insider trading/dealing
    cheat/cheats/cheated/cheating ** customers/tenants/wife/husband/workers/exam/clients/farmers/us/old/investors/on
    weighs/tampers/tampered/tampering/rigs/rigged ** meter/meters/scales/scale/machine/machines/evidence
    built/paid_for/bought ** with ** {money}
  `,
  0.5: `
    corrupt/corruption
    fraud/frauds/fraudulent/fraudulently
    lies/lied/lying/liar to/about/in
    affair/affairs with
    stole/stolen/stealing/steals/robbed/thief/theft
    killed/kills
    cheated/cheats
    gets/got/getting his/her/their/a cut/share/percentage
    contract/contracts ** brother/cousin/wife/husband/son/nephew
    payroll/mafia/gangs
    pimp/pimps/gambler/gambles/gambling
  `,
  // No allegation alone, but what allegations are made of: several of them about one person make one.
  0.2: `
    bogus/counterfeit/crooked/dodgy/dishonestly/illegal/illegally/illicit/unlawful/unlicensed/uninsured/rigged/shady/sham/dubious
    cellar/locked/chained/caged/starving/bruises/scars/scar/wounds/needles/injected/injects/injections
    cheated/cheats/copied/copies/lifted/plagiarism/impostor/imposter/pretends/pretended/posing/posed/undisclosed
    gang/gangs/gangster/gangsters/mafia/mob/cartel/hitman/goons/henchmen/thugs/militia
    hidden/hides/hid/secret/secretly/swapped/switched/destroyed/shredded/deleted/wiped/erased/tampered/altered/backdated/buried
    knew/known/knows all/it/about/exactly/since/and/,/.
    mistress/lover/lovers/prostitutes/brothel/underage/undressed/naked/nude/harassed/harasses/harassment/peeping
    films/filmed/filming/photographs/photographed/spied/spies ** <groups>/<group>/girls/boys/women/children/showers/toilets/changing
    invoice/invoices/invoiced/ledger/ledgers/taxman/unpaid/undeclared/untaxed/overcharges/overcharged/double_bills
    lobby/lobbyist/lobbyists/sponsor ** paid/pays/money
    paid/pays/paying by ** lobby/company/developer/party/government/builder/firm
    tested/tests positive
    tests on
    thrown/kicked/drummed/struck out/off ** police/army/church/register/party/force/school/navy
    was/is no accident
    no/not an accident
    strangled/smothered/suffocated/pushed/shoved/stabbed/throttled
    put away/down
    two/both sets/books
    never existed/happened/served/poured/delivered/paid/trained/worked/read/wrote/a
    without ever/any having/licence/license/training/qualification/permit
    got/received/given a ** villa/flat/car/job/apartment/plot/holiday/kitchen/pool/watch/yacht
    price list
    on behalf of ** family
    signed ** anyway/off/without/blank
    changed ** will/before/after/grades/marks/label/labels/date/dates
    stray dog/dogs/cat/cats
    animals/people ** who/that ** need none/nothing
    their/his/her share/cut
    melts/melted/sells_on/fences/fenced stolen/temple/church
    was at the wheel
    settled/fixed/agreed ** sentence/verdict/price/result/outcome
    maiden name
    ask why/who/how/what/where/any
  `,
  0.12: `
    accident/alcohol/arson/attack/attacked/barrel/beaten/beats/blood/body/bottle/bullied/bullies/bully/burned/cash/conned/deal/deals/debt/debts/dead/died/dies/drugged/drink/drinks/drunk/dumped/expired/fire/fled/gambled/gambling/gun/hit/hits/hurt/illegal/insurance/jail/killed/kills/knife/lie/lied/lies/loot/missing/nephew/uncle/cousin/paid/pays/pocket/poison/poisoned/police/prison/pregnant/raid/rats/robbed/scam/scandal/shot/silence/sold/sells/stole/stolen/steals/struck/threat/threatened/torture/vanished/victim/victims/violence/violent/weapon/weapons/witness/witnesses/villa/yacht/mansion/contract/contracts/tender/votes/ballot/licence/license/medals/diploma/certificate/prescription/prescriptions/overdose/needle/pills/money/bought/buys/owns/board/sample/samples/stray/filthy/filth/dirt/beds/residents/patients/orphanage/orphans/wage/wages/unpaid/exploit/exploits/trapped/sentence
  `,
}

/** Who says it, or what became of it before a court: the comment reports and does not allege. */
export const attributionPhrases = `
  alleged/allegedly/alleges/allege/allegation/allegations
  accused/accuses/accusation/accusations/suspected/suspect/suspects
  charged/charge/charges ** with
  charge sheet
  convicted/acquitted/sentenced/exonerated/cleared/arrested/indicted/prosecuted
  found/pleaded/pleads not? guilty
  is/are/was/were/goes/went on trial
  court/courts/tribunal/judge/jury/inquest/inquiry/commission/panel/hearing ** heard/found/ruled/said/says/held/decides/decide/finds/concluded/will/was
  prosecutor/prosecution/prosecutors/police/lawyer/lawyers/defence/detectives/cbi/fbi/auditor/auditors/agency/union ** said/say/says/allege/alleges/believe/believes/think/claims/claim/charged/filed/filing/told/argued/has/have
  according to
  report/reports/audit/article/paper/transcript/documents/inquiry/file ** says/said/say/found/finds/show/shows/states/reported/were/was/withdrawn
  reportedly/reported/reports
  claims/claim/claimed/claiming/denies/denied/deny/disputes
  says/said that/he/she/they/it
  i have read that
  asked to look/investigate
  looking at/into whether
  witness/witnesses claim/claims/said/say/testified/saw
  let the/a jury/court/judge/police
  until/before/unless ** trial/verdict/court/proven/proved/reports/know/known
  for the courts/court/police to
  presumed/presumption
  trial
`

/** The writer does not say that it is so. */
export const hedgePhrases = `
  if/whether/unless/suppose/supposing/assuming
  i/we think/believe/suspect/guess/reckon/wonder/fear/imagine/ask
  in my opinion/view/book
  maybe/perhaps/possibly/probably/apparently/presumably/conceivably
  might/may/could have/be/well
  would have/be/not
  seems/seem/seemed/appears/appear/appeared to/that/as/like
  not/never ** shown/proven/proved/known/say/said/claim/claiming/true
  i am/i'm not saying/claiming/suggesting
  rumour/rumours/rumor/rumors/hearsay
  anyone/anybody/someone/somebody ** shown/prove/proof/evidence
  should/ought_to/ought/must/deserves/needs_to **
  i/we will/shall remember/vote
  voted/votes/vote no/yes/against/for
  real/serious/national/big/huge problem/worry/issue
  crime/fraud/corruption/abuse/theft ** is/are/was/against/in
`

/** The writer vouches for it. */
export const assertionPhrases = `
  everybody/everyone/whole_town/whole_village/all_of_us/we_all knows/know/knew/has_known
  i/we know/saw/have_seen/was_there/heard_it/can_prove/have_proof/have_photos/have_the
  my brother/sister/cousin/nephew/father/mother/uncle/aunt/husband/wife/son/daughter/law/neighbour/neighbor
  ask any/anyone/anybody/the/around/his/her
  that is/that's why/how
  ask ** about
  for years
  nobody/no_one dares/dare/says/else
  look/looked at/in/up his/her/the/their
  the truth is
  fact
`

/** How people are referred to in comments on news. */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Offices and trades in the singular: "the mayor" is a person whom a town can name. */
export const roles = set(`
  accountant actor actress administrator adviser advisor agent alderman alderwoman ambassador anchor archbishop
  architect attorney author babu bailiff banker baron barrister bishop blogger boss broadcaster builder businessman
  businesswoman candidate captain caretaker cashier celebrity ceo chair chairman chairperson chairwoman champion
  chancellor chef chief clerk coach collector columnist commentator commissioner comptroller congressman
  congresswoman constable consultant contractor convener coroner corporator councillor councilman councilwoman
  councilor critic curator curate dean dentist deputy detective developer diplomat director doctor driver duke
  editor employer engineer executive expert farmer financier fireman foreman founder fraudster gp governor gardener
  goalkeeper guard guru head headmaster headmistress headteacher host imam inspector investigator janitor journalist
  judge juror keeper king landlady landlord lawyer leader lecturer librarian lord madam magistrate manager matron
  mayor mayoress mechanic midwife minister mla moderator monk mp neta nun nurse officer official ombudsman operator
  organiser organizer owner parson partner pastor pharmacist physician pilot pm player policeman policewoman
  politician pope postman premier presenter president priest prince princess principal producer professor prosecutor
  provost queen rabbi realtor receptionist rector referee registrar reporter representative salesman sarpanch
  scientist scoutmaster secretary senator sergeant sheriff shopkeeper singer solicitor speaker spokesman
  spokesperson spokeswoman striker student superintendent supervisor surgeon surveyor tahsildar tehsildar teacher
  therapist trainer treasurer trustee tutor umpire undertaker vet vicar warden witness writer`)

/** What a person is called without an office. */
export const personNouns = set(`
  bloke boy brother bugger chap character creature cousin dad daughter dude excuse fella fellow friend girl granny
  guy human husband individual kid lad lady lass lout man mate mother mum neighbor neighbour people person poster
  commenter sister somebody someone son soul specimen stranger uncle wife woman youngster readers reader voter
  voters`)

/** Before a name: "Mr Desai", "Councillor Pike". */
export const titles = set(`
  adv alderman auntie aunt baron bishop brother capt captain chief cllr col colonel commissioner corporator
  councillor councilman councilwoman councilor dame deputy detective dr father fr gen general gov governor imam
  inspector judge justice king lady lieutenant lord madam madame major mayor minister miss mla mp mr mrs ms officer
  pandit pastor president prince princess principal prof professor queen rabbi rep rev reverend sen senator sergeant
  sgt sheriff shri sir sister smt superintendent uncle`)

/** Kinds of firm and house that end a name or stand for one: "Kaveri Medical Store", "the nursing home". */
export const houses = set(`
  academy agency airline association authority bakery bank bar board brothers builders bureau business cafe charity
  chemist church cinema clinic club college committee company constructions construction contractor cooperative corp
  corporation council creche dealership department diocese factory farm firm foundation garage group gym haulage
  holdings home homes hospital hostel hotel inc industries institute insurer kindergarten laboratory laboratories
  laundry limited llc ltd mill ministry mosque museum newspaper nursery office operator paper party pharmacy plc
  plant police practice pub quarry restaurant retailer salon school services shop sons station store stores studio
  supermarket supplier surgery taxi temple theatre trust union university utility ward warehouse water works
  workshop zoo`)

/** Capitalised in the middle of a sentence and nobody's name. */
export const noNames = set(`
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday christmas easter diwali eid i i'm i've i'll i'd god ok tv uk us usa eu nhs bbc
  covid north south east west street road lane avenue park river town county city parliament congress house internet
  english lol omg wtf mp pm ceo dvd hiv faq`)

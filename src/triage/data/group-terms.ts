/**
 * The names of groups of people. The models read every one of them as the same two tokens, singular and plural, so that
 * naming a group is never itself a signal (Dixon et al. 2018, "Measuring and Mitigating Unintended Bias in Text
 * Classification"). Slurs are not names and do not belong here. A paper may extend the
 * lists; a model must be trained anew when the shipped ones change.
 */

/** Adjectives, and nouns in the singular; the plurals are derived. An underscore is a space: a phrase. */
const singular: Record<string, string> = {
  religion: `
    muslim moslem islamic islamist sunni shia shiite sufi ahmadi ahmadiyya alawite druze ismaili jew jewish
    judaic hasidic haredi ashkenazi sephardic mizrahi christian catholic protestant orthodox evangelical
    anglican episcopalian lutheran calvinist presbyterian methodist baptist pentecostal adventist mennonite
    amish quaker mormon coptic copt maronite unitarian jesuit jehovah's_witness born_again_christian
    latter_day_saint hindu sikh jain buddhist taoist daoist confucian shinto shintoist zoroastrian parsi bahai
    yazidi yezidi rastafarian rasta wiccan pagan heathen animist scientologist atheist agnostic humanist
    secularist nonbeliever unbeliever theist deist`,
  sex: 'female male woman man girl boy lady gentleman intersex',
  orientation: `
    gay straight_person straight_man straight_woman lesbian bisexual homosexual heterosexual queer asexual
    pansexual demisexual lgbt lgbtq lgbtqia lgbtqi lgb glbt same_sex`,
  gender: `
    transgender transgendered trans transsexual transexual cisgender cis nonbinary non_binary enby genderqueer
    genderfluid gender_fluid agender two_spirit crossdresser transvestite transwoman transman transgirl
    transboy`,
  ethnicity: `
    black white brown asian hispanic latino latina latinx latine chicano chicana caucasian mestizo creole
    biracial multiracial mixed_race interracial african european arab arabic arabian persian kurdish kurd
    turkic slavic slav semitic romani roma sinti gypsy berber amazigh tuareg indigenous aboriginal aborigine
    inuit metis maori polynesian melanesian micronesian samoan hawaiian cherokee navajo apache sioux lakota
    mohawk iroquois cree ojibwe hopi zulu xhosa yoruba igbo hausa hutu tutsi somali tamil sinhalese punjabi
    bengali gujarati marathi pashtun hazara uzbek tajik uighur uyghur tibetan mongol mongolian hmong rohingya
    dalit desi native_american native_alaskan alaska_native native_canadian native_hawaiian pacific_islander
    nordic hebrew afro_american afro_caribbean afro_latino middle_eastern north_african south_asian east_asian
    southeast_asian west_indian first_nation person_of_color person_of_colour colored coloured catalan basque
    breton corsican sicilian flemish walloon bavarian cossack tatar chechen circassian ossetian sami lapp
    palestinian israeli zionist kashmiri sindhi baloch balochi cajun jewess`,
  nationality: `
    afghan albanian algerian american andorran angolan antiguan argentine argentinian armenian australian
    aussie austrian azerbaijani azeri bahamian bahraini bangladeshi barbadian belarusian belgian belizean
    beninese bermudian bhutanese bolivian bosnian botswanan brazilian british briton brit bruneian bulgarian
    burkinabe burmese burundian cambodian cameroonian canadian cape_verdean central_african chadian chilean
    chinese colombian comoran congolese costa_rican croatian croat cuban cypriot czech danish dane djiboutian
    dominican dutch dutchman dutchwoman ecuadorian egyptian emirati english englishman englishwoman eritrean
    estonian eswatini swazi ethiopian fijian finnish finn french frenchman frenchwoman gabonese gambian
    georgian german ghanaian greek greenlander greenlandic grenadian guatemalan guinean guyanese haitian
    honduran hong_konger hungarian icelandic icelander indian indonesian iranian iraqi irish irishman
    irishwoman italian ivorian jamaican japanese jordanian kazakh kazakhstani kenyan kiribati korean
    north_korean south_korean kosovan kosovar kuwaiti kyrgyz laotian lao latvian lebanese liberian libyan
    liechtensteiner lithuanian luxembourger macanese macedonian malagasy malawian malaysian malay maldivian
    malian maltese marshallese martinican mauritanian mauritian mexican moldovan moldavian monacan monegasque
    montenegrin moroccan mozambican namibian nauruan nepali nepalese new_zealander nicaraguan nigerian nigerien
    norwegian omani pakistani palauan panamanian papua_new_guinean papuan paraguayan peruvian filipino filipina
    philippine polish pole portuguese puerto_rican qatari romanian russian rwandan saint_lucian salvadoran
    salvadorian sammarinese saudi saudi_arabian scottish scot scotsman scotswoman senegalese serbian serb
    seychellois sierra_leonean singaporean slovak slovakian slovene slovenian solomon_islander south_african
    spanish spaniard sri_lankan sudanese south_sudanese surinamese swedish swede swiss syrian taiwanese
    tanzanian thai timorese togolese tongan trinidadian tunisian turkish turk turkmen tuvaluan ugandan
    ukrainian uruguayan vanuatuan venezuelan vietnamese welsh welshman welshwoman yemeni yugoslav yugoslavian
    zambian zimbabwean soviet quebecois`,
  disability: `
    disabled handicapped blind deaf autistic paralyzed paralysed quadriplegic paraplegic amputee dyslexic
    epileptic schizophrenic bipolar diabetic neurodivergent wheelchair_user wheelchair_bound hard_of_hearing
    visually_impaired hearing_impaired special_needs differently_abled mentally_ill mentally_disabled
    physically_disabled learning_disabled intellectually_disabled person_with_disability
    person_with_a_disability person_with_disabilities aspergers down_syndrome`,
  age: `
    old older young younger elderly senior teenage teenager teen adolescent child kid millennial baby_boomer
    zoomer pensioner retiree senior_citizen middle_aged octogenarian youngster`,
  migration: `
    immigrant migrant refugee asylum_seeker foreigner expat expatriate emigrant undocumented illegal_immigrant
    illegal_alien undocumented_immigrant displaced_person guest_worker naturalized naturalised`,
}

/** Plurals that no rule gives. */
const plural = `
    men women gentlemen children people_of_color people_of_colour people_with_disabilities
    people_with_a_disability people_with_autism little_people displaced_people native_peoples first_nations
    bame poc bipoc womenfolk menfolk womyn womxn the_elderly youths`

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

function pluralOf(term: string): string {
  const [, head = '', preposition = ''] = /^(\w+)( (?:of|with) .*)$/.exec(term) ?? []
  if (head) return pluralOf(head) + preposition
  if (term.endsWith('person')) return `${term.slice(0, -6)}people`
  // Germans are no men of Ger.
  if (/(?<!\bger)man$/.test(term)) return `${term.slice(0, -3)}men`
  if (term.endsWith('child')) return `${term}ren`
  if (/(?:s|x|z|ch|sh)$/.test(term)) return `${term}es`
  if (term.endsWith('y') && !isVowel(term.at(-2))) return `${term.slice(0, -1)}ies`
  return `${term}s`
}

const termsOf = (lists: readonly string[]): string[] =>
  lists
    .flatMap((list) => list.split(/\s+/).filter((term) => term !== ''))
    .map((term) => term.replaceAll('_', ' '))

/** A phrase is its words with single spaces. */
export type GroupTerms = { singular: readonly string[]; plural: readonly string[] }

const named = termsOf(Object.values(singular))

export const groupTerms: GroupTerms = {
  singular: named,
  plural: [...termsOf([plural]), ...named.map(pluralOf)],
}

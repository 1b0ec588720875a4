/** Capitalised words of articles that name places and peoples, not persons or firms. Words, not phrases. */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Countries, states, large cities and who lives there, so far as one word tells. */
export const places = set(`
  afghanistan afghan africa african alabama alaska albania algeria america american americans amsterdam angola ankara
  arab argentina arizona arkansas asia asian assam athens atlanta atlantic australia australian austria austrian baghdad
  baltic bangalore bangladesh barcelona beijing beirut belarus belfast belgium belgian bengal bengaluru berlin bihar
  birmingham bolivia bombay bosnia boston brazil brazilian bristol britain british britons brussels bucharest budapest
  bulgaria cairo calcutta california cambodia cambridge canada canadian caribbean caucasus chennai chicago chile china
  chinese colombia colorado congo copenhagen cornwall crimea croatia cuba cyprus czech dakota dallas damascus delaware delhi
  denmark denver detroit devon dhaka donbas donetsk dublin dutch ecuador edinburgh egypt egyptian england english essex
  estonia ethiopia europe european finland finnish florida france french gaza geneva georgia german germany ghana glasgow goa
  greece greek greenland gujarat haiti hamburg haryana havana hawaii himalayas holland houston hungary hyderabad iceland
  idaho illinois india indian indiana indians indonesia iowa iran iranian iraq iraqi ireland irish islamabad israel israeli
  istanbul italy italian jakarta jamaica japan japanese jerusalem jharkhand jordan kabul kansas karachi karnataka kashmir
  kent kentucky kenya kerala kharkiv kolkata korea korean kuwait kyiv kiev lagos lahore lancashire laos latvia lebanon leeds
  leicester libya lisbon lithuania liverpool london louisiana lucknow luxembourg madras madrid maharashtra maine malaysia
  malta manchester manipur maryland massachusetts mediterranean melbourne mexico mexican miami michigan milan minnesota
  mississippi missouri moldova mongolia montana montenegro morocco moscow mumbai munich myanmar nadu nagaland nairobi nebraska
  nepal netherlands nevada newcastle nigeria nigerian norfolk norway norwegian nottingham odesa odessa odisha ohio oklahoma
  oman ontario oregon oslo oxford pacific pakistan pakistani palestine palestinian panama paraguay paris patna pennsylvania
  persian peru philippines poland polish polisario portugal portuguese pradesh prague punjab qatar quebec rajasthan riyadh romania
  rome russia russian russians rwanda sahara saudi scotland scottish scandinavia seattle senegal seoul serbia shanghai
  sheffield siberia singapore slovakia slovenia somalia somerset soviet spain spanish stockholm sudan suffolk surrey sussex
  sweden swedish switzerland swiss sydney syria syrian taiwan tajikistan tamil tanzania tehran telangana tennessee texas thai
  thailand tibet tokyo toronto tunisia turkey turkish uganda ukraine ukrainian ukrainians uruguay utah uzbekistan venezuela
  vermont vienna vietnam virginia wales warsaw washington welsh wisconsin wyoming yemen yorkshire york zambia zimbabwe
  zurich hindu hindus muslim muslims christian christians jewish jews sikh sikhs buddhist catholic protestant`)

/** What makes a place of the words before it: "Elm Street", "Black Sea", "Cold Point". */
export const placeEnds = set(`
  alley avenue bay beach bridge canal canyon cape city close coast county creek cross crossing district downs drive estate
  falls field fields forest gardens gate green grove gulf harbour harbor heath heights highway hill hills island islands isle
  junction lake lane line marsh mount mountain mountains nagar ocean park pass peninsula place plaza point port province quay
  region ridge river road rock row sea side square state states station strait street summit territory town valley vale view
  village wall water way wharf wood woods world war`)

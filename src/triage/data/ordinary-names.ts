/**
 * Surnames, firms' words and particles that are ordinary words as well: in small letters they name nobody. The houses and
 * offices of `people.ts` are such words too.
 */
export const ordinaryNames: ReadonlySet<string> = new Set(
  `abbey abbot al and archer ash baker ball bank banks banner barber barker barn baron bass beach bean bear beck bell berg best
  bin bird bishop black blue bolt bond booth bow bowl bowler box brand brewer bridge bright brook brooks brown buck bull burn
  bush butcher butler butt by cannon card care carpenter carter carver case castle centre center chambers chance chandler
  chase church city clay cliff close coast cole cook cooper corn cotton council county cox craft crane cross crow crown cruz
  curry dale dance darling dawn day de dean del dell den der di drake draper driver du duke east el ever fair faith falconer
  farmer farmers field fields finch fine first fish fisher flood flower flowers ford forest forester foster fox france free
  freeman french friend frost fuller gamble gardener gardiner gate gates general gentle glass glover gold golden good grace
  grant grants gray great green grey grove guard gun hall hand hardy harbor harbour hare harp harper hart hatch hawk hay
  haywood head health heath herd high hill hills hobbs holly home hood hope horn house hunt hunter hurst hut international
  ivory ivy jack jewel joint joy judge just keen key keys king knight knot la lake lamb lane large law lawn le lead lean lee
  life light little local long lord love low lucky mace major march marine mark marsh marshal martin mason may meadow medical
  memorial mercer mercy mill miller minor mist monk moon moor moore moss mount mountain national new nice night noble north
  nurse oak of old olive page paint painter palm parent parents park parker parson patience peace peach pearl people perry
  piper plant pole pond pool poor pope porter post potter power price pride priest prince proper public purple quick quill
  rain ranger ray read redhead regional rich rider ring river rivers road roads robin rock rod roof root rose row royal ruby
  rush sadler sage sailor sale salt sand sands sandy school seal service services sharp shepherd shield ship short silk silver
  singer slater small smart smith snow society son song sons south spear speed spring squire stable stamp star state states
  steel stern still stock stone storm story street strong stubbs summer summers sun sweet swift sword tailor tanner taylor
  temple ten the thatcher thorn tiger tower town trace trade trader trust turner union united valley van vale view violet von
  wade wages walker wall waller ward warden warm washing water waters watt way weaver webb weir wells west wheat wheeler white
  will winter wise wolf wood woods woodward world worth wright yard york young younger`.split(/\s+/),
)

/** Of these, who opens a sentence in the singular and without an article is a person: "Baker lied". */
export const tradeNames: ReadonlySet<string> = new Set(
  `archer baker barber barker bowler brewer butcher butler carpenter carter carver chandler cook cooper draper driver falconer
  fisher forester foster fuller gardener glover harper hunter mason mercer miller painter parker piper porter potter ranger
  rider sadler shepherd singer slater smith squire tailor tanner taylor thatcher trader turner walker waller warden weaver
  wheeler woodward wright`.split(/\s+/),
)

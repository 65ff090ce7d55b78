import { centen } from '#basis/geld.ts'
import type { Invoerding } from '#regels/motor/invoer.ts'
import type { Samenhang } from '#regels/motor/rekenen.ts'

/** Alles wat een regel over iemand kan vragen. Niets hiervan wordt bewaard. */
const janee = (naam: string, vraag: string, ja: string, nee: string, standaard?: boolean) =>
  ({ soort: 'janee', naam, vraag, zin: ja, ja, nee, standaard }) as const
const perMaand = (naam: string, vraag: string, zin: string, standaard?: number) =>
  ({ soort: 'bedrag', eenheid: 'per maand', naam, vraag, zin, standaard: cent(standaard) }) as const
const perJaar = (naam: string, vraag: string, zin: string, standaard?: number) =>
  ({ soort: 'bedrag', eenheid: 'per jaar', naam, vraag, zin, standaard: cent(standaard) }) as const
const cent = (bedrag: number | undefined) => (bedrag === undefined ? undefined : centen(bedrag))

export const VOORZIENINGEN = {
  huishoudelijke_ondersteuning: 'hulp in het huishouden',
  begeleiding: 'begeleiding',
  dagbesteding: 'dagbesteding',
  kortdurend_verblijf: 'tijdelijk ergens anders verblijven',
  hulpmiddel: 'een hulpmiddel',
  woningaanpassing: 'een aanpassing van de woning',
  vervoersvoorziening: 'vervoer',
  rolstoel: 'een rolstoel',
} as const
export type Voorziening = keyof typeof VOORZIENINGEN

export const PAAR = janee(
  'paar',
  'Heeft u een partner met wie u samenwoont?',
  'u heeft een partner',
  'u heeft geen partner',
)
export const AOW = {
  soort: 'aantal',
  naam: 'aow_gerechtigden',
  vraag: 'Hoeveel van u hebben de AOW-leeftijd?',
  zin: 'het aantal mensen met AOW-leeftijd',
  minst: 0,
  meest: 2,
} as const
export const LEEFTIJD = {
  soort: 'aantal',
  naam: 'leeftijd',
  vraag: 'Hoe oud bent u?',
  zin: 'uw leeftijd',
  minst: 0,
  meest: 130,
  standaard: 21,
} as const
export const LEEFTIJD_VANAF = {
  ...LEEFTIJD,
  naam: 'leeftijd_vanaf',
  vraag: 'Vanaf welke leeftijd geldt de norm?',
  zin: 'de leeftijd vanaf',
} as const
export const VOORZIENING = {
  soort: 'keuze',
  naam: 'voorziening',
  vraag: 'Welke hulp krijgt u?',
  zin: 'uw hulp',
  namen: VOORZIENINGEN,
  standaard: 'huishoudelijke_ondersteuning',
} as const
export const INKOMEN = perJaar(
  'inkomen',
  'Wat was uw inkomen twee jaar geleden?',
  'uw inkomen van twee jaar geleden',
)
export const VERMOGEN = perJaar('vermogen', 'Wat was uw vermogen?', 'uw vermogen', 0)
export const NETTO = perMaand('inkomen_netto_maand', 'Wat is uw netto inkomen per maand?', 'uw netto inkomen')
export const CZM = janee(
  'czm',
  'Bent u verzekerd bij de CZM?',
  'u heeft de collectieve zorgverzekering (CZM)',
  'u heeft de collectieve zorgverzekering (CZM) niet',
)
export const KOSTEN_4_WEKEN = {
  soort: 'bedrag',
  eenheid: 'per 4 weken',
  naam: 'kosten_4_weken',
  vraag: 'Wat kost uw hulp per 4 weken?',
  zin: 'wat uw hulp kost',
} as const
export const KOSTPRIJS_REST = perMaand(
  'kostprijs_restant',
  'Hoeveel van de kostprijs is nog niet betaald?',
  'wat van de kostprijs nog open staat',
  10_000_000_000,
)
export const ROLSTOEL = janee(
  'rolstoel',
  'Gaat het om een rolstoel?',
  'het gaat om een rolstoel',
  'het gaat niet om een rolstoel',
  false,
)
export const ANDERE_BIJDRAGE = janee(
  'andere_bijdrage',
  'Betaalt u of uw partner al voor beschermd wonen of de Wlz?',
  'u of uw partner betaalt al voor beschermd wonen of de Wlz',
  'u betaalt niet al voor beschermd wonen of de Wlz',
  false,
)
export const OPVANG = janee(
  'opvang',
  'Slaapt u in de opvang?',
  'u bent in de opvang',
  'u bent niet in de opvang',
  false,
)
export const KINDERBESCHERMING = janee(
  'kinderbescherming',
  'Is er een maatregel van kinderbescherming?',
  'er is een maatregel van kinderbescherming',
  'er is geen maatregel van kinderbescherming',
  false,
)
export const ONVOLDOENDE_DRAAGKRACHT = janee(
  'onvoldoende_draagkracht',
  'Heeft de gemeente besloten dat u niet kunt betalen?',
  'de gemeente heeft besloten dat u deze maanden niet kunt betalen',
  'de gemeente heeft niet besloten dat u niet kunt betalen',
  false,
)
export const GEBRUIKERS = {
  soort: 'aantal',
  naam: 'aantal_gebruikers',
  vraag: 'Hoeveel mensen in het huishouden krijgen hulp?',
  zin: 'het aantal mensen met hulp',
  minst: 0,
  meest: 20,
} as const
export const AOW_AFTREK = {
  soort: 'aantal',
  naam: 'aow_aftrek_personen',
  vraag: 'Voor hoeveel mensen geldt de aftrek van 2018 voor AOW en vermogen?',
  zin: 'het aantal mensen met de aftrek van 2018',
  minst: 0,
  meest: 2,
  standaard: 0,
} as const
export const INKOMEN_NU = perJaar('inkomen_dit_jaar', 'Wat is uw inkomen dit jaar?', 'uw inkomen dit jaar')
export const NORM = perMaand('norm', 'Welk bedrag is de norm?', 'de norm')
export const NORM_INCL = perMaand(
  'norm_incl',
  'Wat is de norm met vakantietoeslag?',
  'de norm met vakantietoeslag',
)
export const PERCENTAGE = {
  soort: 'procent',
  naam: 'percentage',
  vraag: 'Hoeveel procent van de norm?',
  zin: 'het percentage',
  minst: 0,
  meest: 1000,
} as const
export const INRICHTING = janee(
  'inrichting',
  'Woont u in een inrichting?',
  'u woont in een inrichting',
  'u woont niet in een inrichting',
  false,
)
export const JAARINKOMEN = perJaar('jaarinkomen', 'Wat is uw jaarinkomen?', 'uw jaarinkomen')
export const EXTRA_INKOMEN = perMaand(
  'extra_inkomen_per_maand',
  'Hoeveel verdient u meer?',
  'wat u meer verdient',
)
export const BELASTING = perJaar('belasting', 'Hoeveel belasting betaalt u?', 'uw belasting')
export const ARBEIDSINKOMEN = perJaar(
  'arbeidsinkomen_netto',
  'Hoeveel verdient u met werk?',
  'uw netto inkomen uit werk',
  0,
)
export const ZORGPREMIE = perJaar(
  'zorgpremie_min_toeslag',
  'Wat betaalt u voor de zorgverzekering, min de toeslag?',
  'uw zorgpremie min de zorgtoeslag',
)
export const MAAND_IN_BW = {
  soort: 'aantal',
  naam: 'maand_beschermd_wonen',
  vraag: 'De hoeveelste maand woont u daar?',
  zin: 'het aantal maanden dat u er woont',
  minst: 1,
  meest: 1200,
} as const
export const KIND_OF_PARTNER_THUIS = janee(
  'partner_of_kind_thuis',
  'Woont uw partner thuis, of onderhoudt u een kind?',
  'uw partner woont thuis of u onderhoudt een kind',
  'uw partner woont niet thuis en u onderhoudt geen kind',
  false,
)
export const EIGEN_RISICO = perJaar(
  'eigen_risico_betaald',
  'Hoeveel eigen risico betaalde u?',
  'het eigen risico dat u betaalde',
  0,
)
export const ZORGKOSTEN = perJaar('zorgkosten', 'Hoeveel zorgkosten had u?', 'uw zorgkosten', 0)
export const PARKEERKAART = perJaar(
  'parkeerkaart_kosten',
  'Wat kostte uw parkeerkaart?',
  'de kosten van uw parkeerkaart',
  0,
)
export const UREN = {
  soort: 'aantal',
  naam: 'uren_per_week',
  vraag: 'Hoeveel uur hulp per week?',
  zin: 'het aantal uren per week',
  minst: 0,
  meest: 168,
  decimalen: 2,
} as const
export const NATURA = {
  soort: 'bedrag',
  eenheid: 'per week',
  naam: 'kosten_natura_per_week',
  vraag: 'Wat kost dezelfde hulp als de gemeente haar regelt?',
  zin: 'wat dezelfde hulp de gemeente kost',
} as const

export const INVOER: readonly Invoerding[] = [
  PAAR,
  AOW,
  LEEFTIJD,
  LEEFTIJD_VANAF,
  VOORZIENING,
  INKOMEN,
  VERMOGEN,
  NETTO,
  CZM,
  KOSTEN_4_WEKEN,
  KOSTPRIJS_REST,
  ROLSTOEL,
  ANDERE_BIJDRAGE,
  OPVANG,
  KINDERBESCHERMING,
  ONVOLDOENDE_DRAAGKRACHT,
  GEBRUIKERS,
  AOW_AFTREK,
  INKOMEN_NU,
  NORM,
  NORM_INCL,
  PERCENTAGE,
  INRICHTING,
  JAARINKOMEN,
  EXTRA_INKOMEN,
  BELASTING,
  ARBEIDSINKOMEN,
  ZORGPREMIE,
  MAAND_IN_BW,
  KIND_OF_PARTNER_THUIS,
  EIGEN_RISICO,
  ZORGKOSTEN,
  PARKEERKAART,
  UREN,
  NATURA,
]

/** Wie alleen woont, kan niet met twee mensen de AOW-leeftijd hebben. */
export const samenhang: Samenhang = (antwoord) =>
  antwoord(PAAR.naam) === 0 && (antwoord(AOW.naam) ?? 0) > 1
    ? { veld: AOW.naam, zin: 'Zonder partner kan hoogstens één persoon de AOW-leeftijd hebben.' }
    : undefined

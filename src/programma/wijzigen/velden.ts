import type { Tijdvak } from '#basis/datum.ts'
import { type Centen, GROOTSTE_BEDRAG, leesBedrag } from '#basis/geld.ts'
import { sleutelVan as naarSleutel, schoon, vergelijkbaar } from '#basis/tekst.ts'
import { leesTijdvak, TIJDVAK_UITLEG } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { type Plan, Sleutel } from '#programma/plan.ts'
import type { Stuksoort } from '#programma/stukken.ts'

/**
 * Een wijzigscherm als gegevens: welke velden het toont, wat erin staat, en wat er van het plan wordt als iemand
 * ze invult. Zo gelden inlezen, fouten en botsingen voor elk scherm hetzelfde.
 */

/** Wat er in de velden staat, op naam. Een leeg veld en een ontbrekend veld zijn hetzelfde. */
export type Waarden = Readonly<Record<string, string>>

export type VeldFout = { veld: string; tekst: string }

type Basis = { naam: string; label: string; uitleg?: string; verplicht?: boolean }
export type Veld =
  | (Basis & { soort: 'regel'; smal?: boolean; voorstellen?: readonly string[] })
  | (Basis & { soort: 'bedrag' | 'vinkje' })
  | (Basis & { soort: 'vlak'; regels?: number })
  | (Basis & { soort: 'keuze'; keuzes: readonly { waarde: string; tekst: string }[]; leeg?: string })

/** `naast`: velden die zo kort zijn dat zij naast elkaar passen. */
export type Veldgroep = { kop?: string; onder?: string; naast?: true; velden: readonly Veld[] }

export type Gewijzigd = { plan: Plan; sleutel: string }

export type Wijzigvorm = {
  /** Het stuk dat dit scherm verandert: zo vindt een botsing wie er eerder was. */
  soort: Stuksoort
  titel: (plan: Plan, sleutel: string) => string
  lead: string
  /** Wat er nu staat; `undefined` als dit ding er niet is. */
  waarden: (plan: Plan, sleutel: string) => Waarden | undefined
  groepen: (plan: Plan, sleutel: string, waarden: Waarden) => readonly Veldgroep[]
  /** Wat vast is ingevuld als iemand hier komt met een voorstel uit een lijst. */
  vooraf?: (voorstel: string) => Waarden
  /** Het plan met de ingevulde velden, of welke velden niet kloppen. Verandert niets wat niet is aangeraakt. */
  pasToe: (plan: Plan, sleutel: string, getypt: Waarden) => Uitkomst<Gewijzigd, VeldFout[]>
  /** De pagina van het ding, om na het bewaren naar terug te gaan. */
  terug: (sleutel: string) => string
}

export const gelijkeTekst = (een: string | undefined, ander: string | undefined): boolean =>
  schoon(een ?? '') === schoon(ander ?? '')

export type Ontleder<Waarde> = (tekst: string) => Uitkomst<Waarde, string>

/** Leest een ingevuld formulier veld voor veld. Een veld dat niemand aanraakte, houdt precies zijn oude waarde. */
export class Formulierlezer {
  readonly fouten: VeldFout[] = []
  readonly #getypt: Waarden
  readonly #getoond: Waarden
  constructor(getypt: Waarden, getoond: Waarden) {
    this.#getypt = getypt
    this.#getoond = getoond
  }
  tekst(naam: string): string {
    return schoon(this.#getypt[naam] ?? '')
  }
  aangeraakt(naam: string): boolean {
    return !gelijkeTekst(this.#getypt[naam], this.#getoond[naam])
  }
  aan(naam: string): boolean {
    return this.tekst(naam) !== ''
  }
  meld(veld: string, tekst: string): void {
    this.fouten.push({ veld, tekst })
  }
  lees<Waarde>(naam: string, oud: Waarde, ontleed: Ontleder<Waarde>): Waarde {
    if (!this.aangeraakt(naam)) return oud
    return this.leesAltijd(naam, oud, ontleed)
  }
  /** Ook als het veld niet is aangeraakt: voor een nieuw ding, waar leeg een fout kan zijn. */
  leesAltijd<Waarde>(naam: string, oud: Waarde, ontleed: Ontleder<Waarde>): Waarde {
    const gelezen = ontleed(this.tekst(naam))
    if (gelezen.ok) return gelezen.waarde
    this.meld(naam, gelezen.reden)
    return oud
  }
  /** De sleutels van de rijen die zijn ingevuld, uit namen als `wat.open`. */
  rijen(veld: string): string[] {
    return rijsleutels(this.#getypt, veld)
  }
  uitkomst(plan: Plan, sleutel: string): Uitkomst<Gewijzigd, VeldFout[]> {
    return this.fouten.length === 0 ? gelukt({ plan, sleutel }) : geweigerd(this.fouten)
  }
}

/** Een formulier met herhaalde velden noemt ze `veld.rij`. */
export const rijsleutels = (waarden: Waarden, veld: string): string[] =>
  Object.keys(waarden)
    .filter((naam) => naam.startsWith(`${veld}.`))
    .map((naam) => naam.slice(veld.length + 1))

export const ZIN_MAX = 500
const ALINEA_MAX = 10_000

const telt = (tekst: string, max: number, wat: string): Uitkomst<string, string> =>
  tekst.length <= max
    ? gelukt(tekst)
    : geweigerd(`Maak ${wat} korter: er mogen ${max} tekens in en het zijn er ${tekst.length}.`)

/** Eén regel die er moet staan. */
export const verplichteZin =
  (wat: string): Ontleder<string> =>
  (tekst) =>
    tekst === '' ? geweigerd(`Vul ${wat} in.`) : telt(tekst.replace(/\s+/gu, ' '), ZIN_MAX, wat)

export const verplichteAlinea =
  (wat: string): Ontleder<string> =>
  (tekst) =>
    tekst === '' ? geweigerd(`Vul ${wat} in.`) : telt(tekst, ALINEA_MAX, wat)

/** Leeg mag; dan is de waarde `leeg`. */
export const ofLeeg =
  <Waarde, Leeg>(ontleed: Ontleder<Waarde>, leeg: Leeg): Ontleder<Waarde | Leeg> =>
  (tekst) =>
    tekst === '' ? gelukt(leeg) : ontleed(tekst)

export const zin = (wat: string): Ontleder<string | undefined> => ofLeeg(verplichteZin(wat), undefined)
export const alinea = (wat: string): Ontleder<string | undefined> => ofLeeg(verplichteAlinea(wat), undefined)

export const korteTekst =
  (wat: string, max: number): Ontleder<string> =>
  (tekst) =>
    telt(tekst, max, wat)

/** Eén per regel; lege regels tellen niet mee. */
export const lijst =
  (wat: string): Ontleder<string[]> =>
  (tekst) => {
    const regels = regelsVan(tekst)
    const lang = regels.find((regel) => regel.length > ZIN_MAX)
    return lang === undefined
      ? gelukt(regels)
      : geweigerd(
          `Maak elke regel van ${wat} hoogstens ${ZIN_MAX} tekens; één regel heeft er ${lang.length}.`,
        )
  }

export const regelsVan = (tekst: string): string[] =>
  tekst
    .split('\n')
    .map((regel) => regel.trim())
    .filter((regel) => regel !== '')

export const verplichtTijdvak =
  (wat: string): Ontleder<Tijdvak> =>
  (tekst) => {
    if (tekst === '') return geweigerd(`Vul in ${wat}.`)
    const gelezen = leesTijdvak(tekst)
    if (gelezen !== undefined) return gelukt(gelezen)
    return geweigerd(`Wij herkennen ‘${kort(tekst)}’ niet als tijd. ${TIJDVAK_UITLEG}`)
  }

export const bedrag: Ontleder<Centen> = (tekst) => {
  const gelezen = leesBedrag(tekst)
  return gelezen === undefined
    ? geweigerd(`Wij herkennen ‘${kort(tekst)}’ niet als bedrag. Schrijf bijvoorbeeld 12.500 of 12.500,50.`)
    : Math.abs(gelezen) > GROOTSTE_BEDRAG
      ? geweigerd('Dit bedrag is te groot. Staat de komma goed?')
      : gelukt(gelezen)
}

/** Een percentage met hoogstens één cijfer achter de komma, als duizendsten. */
export const promille: Ontleder<number> = (tekst) => {
  const delen = /^(?<heel>\d{1,2})(?:[,.](?<tiende>\d))?$/u.exec(tekst)?.groups
  return delen === undefined
    ? geweigerd('Vul een percentage in, zoals 1 of 2,5.')
    : gelukt(Number(delen['heel']) * 10 + Number(delen['tiende'] ?? 0))
}

/** `1` of `2,5`: duizendsten als procent. */
export const toonPromille = (duizendsten: number): string =>
  duizendsten % 10 === 0 ? String(duizendsten / 10) : `${Math.floor(duizendsten / 10)},${duizendsten % 10}`

export const jaartal: Ontleder<number> = (tekst) =>
  /^(?:19[5-9]\d|20\d\d|2100)$/u.test(tekst)
    ? gelukt(Number(tekst))
    : geweigerd(`Schrijf het jaar met vier cijfers, zoals 2024. Er staat ‘${kort(tekst)}’.`)

const kort = (tekst: string): string => (tekst.length > 60 ? `${tekst.slice(0, 60)}…` : tekst)

/** Een waarde uit een vaste lijst of uit het plan. */
export const keuze =
  <Waarde extends string>(mogelijk: readonly Waarde[], wat: string): Ontleder<Waarde> =>
  (tekst) => {
    const gekozen = mogelijk.find((waarde) => waarde === tekst)
    return gekozen === undefined ? geweigerd(`Kies ${wat} uit de lijst.`) : gelukt(gekozen)
  }

export function zetOpIndex<Ding>(dingen: readonly Ding[], index: number, ding: Ding): Ding[] {
  return index === -1 ? [...dingen, ding] : dingen.with(index, ding)
}

/** Twee keer op de knop geeft één ding: wie iets toevoegt, kiest een naam die nog niet bestaat. */
export function meldDubbel(
  lezer: Formulierlezer,
  veld: string,
  wat: string,
  bestaand: readonly string[],
): void {
  const nieuw = vergelijkbaar(lezer.tekst(veld))
  if (nieuw !== '' && bestaand.some((naam) => vergelijkbaar(naam) === nieuw))
    lezer.meld(veld, `Er is al een ${wat} met deze naam. Kies een andere naam, of verander wat er al is.`)
}

/** Een nieuwe sleutel uit een titel, die nog niet bestaat: `inloop`, anders `inloop-2`. */
export function nieuweSleutel(titel: string, bestaand: Iterable<string>, anders: string): Sleutel {
  const bezet = new Set(bestaand)
  const kaal = naarSleutel(titel)
    .replace(/[^a-z0-9-]+/gu, '')
    .replace(/-{2,}/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/gu, '')
  const basis = kaal === '' ? anders : kaal
  let sleutel = basis
  for (let nummer = 2; bezet.has(sleutel); nummer++) sleutel = `${basis}-${nummer}`
  return Sleutel.parse(sleutel)
}

/** Vinkjes voor verwijzingen (`doelen.samen`): een naam per ding, want een formulier kent geen lijsten. */
export const leesVinkjes = <Ding extends { id: string }>(
  lezer: Formulierlezer,
  voor: string,
  dingen: readonly Ding[],
  oud: readonly Ding['id'][],
): Ding['id'][] => {
  const veranderd = dingen.some(({ id }) => lezer.aangeraakt(`${voor}.${id}`))
  if (!veranderd) return [...oud]
  const aan = new Set(dingen.filter(({ id }) => lezer.aan(`${voor}.${id}`)).map(({ id }) => id))
  const gebleven = oud.filter((id) => aan.has(id))
  return [...gebleven, ...dingen.map(({ id }) => id).filter((id) => aan.has(id) && !oud.includes(id))]
}

export const vinkjesWaarden = (voor: string, aan: readonly string[]): Waarden =>
  Object.fromEntries(aan.map((id) => [`${voor}.${id}`, 'ja']))

/** Zoekt een onderdeel zoals iemand het noemt: met zijn sleutel, nummer of titel. */
export function zoekOnderdeel(plan: Plan, tekst: string) {
  const gezocht = vergelijkbaar(tekst)
  return (
    plan.onderdelen.find(({ id }) => id === tekst) ??
    plan.onderdelen.find(({ code }) => code !== null && code === tekst) ??
    plan.onderdelen.find(({ titel }) => titel === tekst) ??
    (gezocht === '' ? undefined : plan.onderdelen.find(({ titel }) => vergelijkbaar(titel) === gezocht))
  )
}

/** Hoe iemand een onderdeel noemt zodat `zoekOnderdeel` het terugvindt. */
export function noemOnderdeel(plan: Plan, id: string): string {
  const titel = plan.onderdelen.find((onderdeel) => onderdeel.id === id)?.titel
  return titel !== undefined && zoekOnderdeel(plan, titel)?.id === id ? titel : id
}

/** Onzekerheid bij het overnemen van het document; wie het nakeek, maakt het veld leeg. */
export const TWIJFELGROEP: Veldgroep = {
  velden: [
    {
      soort: 'vlak',
      naam: 'twijfel',
      label: 'Onzekere lezing',
      uitleg: 'Waarom niet zeker is wat het document hier zegt. Maak leeg als het is nagekeken.',
      regels: 2,
      verplicht: false,
    },
  ],
}
export const leesTwijfel = (lezer: Formulierlezer, oud: string | undefined): string | undefined =>
  lezer.lees('twijfel', oud, alinea('de uitleg bij de onzekere lezing'))

/** Het volgnummer dat iemand zag toen hij begon te typen; 0 is: er stond nog niets. */
export const alsGezien = (tekst: string): number => (/^\d{1,6}$/u.test(tekst) ? Number(tekst) : 0)

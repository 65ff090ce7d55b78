import { type Datum, datum, jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import type { Rekenweigering } from '#regels/motor/binding.ts'
import type { Ruw } from '#regels/motor/invoer.ts'
import type { Gevonden } from '#regels/motor/parameter.ts'
import type { Berekening } from '#regels/motor/rekenen.ts'
import { toonKort } from '#regels/uitleg/getal.ts'
import { gevoelig, veranderzin } from '#regels/uitleg/gevoelig.ts'
import { type Stap, verklaar } from '#regels/uitleg/verklaar.ts'
import { GRENS_DEEL } from '#regels/wet/bedragen-plaatselijk.ts'
import { AOW, CZM, NETTO, PAAR } from '#regels/wet/invoer.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'

/** De proefberekening voor een inwoner: antwoorden erin, een bedrag met uitleg eruit. Niets wordt bewaard. */
export type Antwoorden = Readonly<Record<string, string>>

export type Periode = 'per maand' | 'per 4 weken'
export type WatAls = { tekst: string; bedrag: Centen | undefined; verschil: Centen | undefined }
export type Klif = {
  grens: Centen
  /** Hoeveel procent van de norm dat is. */
  procent: string | undefined
  rijen: readonly { tekst: string; bedrag: Centen }[]
  perJaar: Centen
}

export type Proefuitkomst = {
  dag: Datum
  periode: Periode
  bedrag: Centen
  /** Voor en na de vergoeding, als die is uitgerekend. */
  bijdrage: Centen | undefined
  stappen: readonly Stap[]
  nietZeker: readonly Gevonden[]
  /** Waarom er geen vergoeding is uitgerekend: niet gevraagd, of niet bekend. */
  zonderVergoeding: Rekenweigering | 'niet ingevuld' | undefined
  watAls: readonly WatAls[]
  /** Bij welk ander bedrag de uitkomst verandert, in zinnen. */
  veranderingen: readonly string[]
  klif: Klif | undefined
}

const EERSTE_JAAR_PER_MAAND = 2020
const perMaand = (dag: Datum): boolean => jaarVan(dag) >= EERSTE_JAAR_PER_MAAND

/** Een bedrag voor de lezer: één keer afgerond op centen. */
const bedragVan = ({ waarde }: Berekening): Centen =>
  centen(Math.floor((2 * waarde.teller + waarde.noemer) / (2 * waarde.noemer)))

type Gerekend = { berekening: Berekening; zonderVergoeding: Proefuitkomst['zonderVergoeding'] }

/** Met vergoeding als iemand inkomen en verzekering noemde en de gemeente haar bedragen heeft; anders zonder. */
function rekenUit(kamer: Rekenkamer, dag: Datum, antwoorden: Antwoorden): Uitkomst<Gerekend, Rekenweigering> {
  const machine = kamer.op(dag)
  const soort = perMaand(dag) ? 'per_maand' : '4_weken'
  const wilVergoeding = ingevuld(antwoorden, NETTO.naam) && ingevuld(antwoorden, CZM.naam)
  const netto = wilVergoeding ? machine.reken(`netto_bijdrage_${soort}`, antwoorden) : undefined
  if (netto?.ok) return { ok: true, waarde: { berekening: netto.waarde, zonderVergoeding: undefined } }
  if (
    netto !== undefined &&
    netto.reden.soort !== 'parameter_onbekend' &&
    netto.reden.soort !== 'regel_geldt_niet'
  )
    return netto
  const kaal = machine.reken(`eigen_bijdrage_${soort}`, antwoorden)
  if (!kaal.ok) return kaal
  return { ok: true, waarde: { berekening: kaal.waarde, zonderVergoeding: netto?.reden ?? 'niet ingevuld' } }
}

const ingevuld = (antwoorden: Antwoorden, naam: string): boolean => (antwoorden[naam] ?? '').trim() !== ''

export function proefbereken(
  kamer: Rekenkamer,
  dag: Datum,
  antwoorden: Antwoorden,
): Uitkomst<Proefuitkomst, Rekenweigering> {
  const uitkomst = rekenUit(kamer, dag, antwoorden)
  if (!uitkomst.ok) return uitkomst
  const { berekening, zonderVergoeding } = uitkomst.waarde
  const { stappen } = verklaar(berekening)
  const bedrag = bedragVan(berekening)
  const bijdrage = stappen.find(({ regel }) => regel.startsWith('eigen_bijdrage_'))
  return {
    ok: true,
    waarde: {
      dag,
      periode: perMaand(dag) ? 'per maand' : 'per 4 weken',
      bedrag,
      bijdrage:
        zonderVergoeding === undefined && bijdrage !== undefined
          ? centen(Math.round(bijdrage.waarde.teller / bijdrage.waarde.noemer))
          : undefined,
      stappen,
      nietZeker: onzeker(stappen),
      zonderVergoeding,
      watAls: watAls(kamer, dag, antwoorden, bedrag),
      veranderingen: gevoelig(kamer.op(dag), berekening)
        .filter(({ invoer }) => invoer.soort === 'bedrag')
        .map((een) => veranderzin(een, berekening.doel.regel.eenheid)),
      klif: klif(kamer, dag, antwoorden, stappen),
    },
  }
}

const onzeker = (stappen: readonly Stap[]): Gevonden[] => {
  const perId = new Map(
    stappen
      .flatMap(({ parameters }) => parameters)
      .filter(({ waarde }) => waarde.status !== 'vastgesteld')
      .map((een) => [een.parameter.id, een]),
  )
  return [...perId.values()]
}

const volgendeMaand = (dag: Datum): Datum => {
  const maand = jaarVan(dag) * 12 + Number(dag.slice(5, 7))
  return datum(
    `${String(Math.floor(maand / 12)).padStart(4, '0')}-${String((maand % 12) + 1).padStart(2, '0')}-01`,
  )
}

/** Wat een inwoner zich afvraagt: een andere maand, de AOW van de ander, de collectieve verzekering. */
function watAls(kamer: Rekenkamer, dag: Datum, antwoorden: Antwoorden, nu: Centen): WatAls[] {
  const paar = antwoorden[PAAR.naam] === 'ja'
  const aow = Number(antwoorden[AOW.naam] ?? '0')
  const czm = antwoorden[CZM.naam]
  const anders = (tekst: string, op: Datum, nieuw: Antwoorden): WatAls[] => {
    if (perMaand(op) !== perMaand(dag)) return []
    const uitkomst = rekenUit(kamer, op, { ...antwoorden, ...nieuw })
    if (!uitkomst.ok)
      return uitkomst.reden.soort === 'parameter_onbekend' || uitkomst.reden.soort === 'regel_geldt_niet'
        ? [{ tekst, bedrag: undefined, verschil: undefined }]
        : []
    const bedrag = bedragVan(uitkomst.waarde.berekening)
    return [{ tekst, bedrag, verschil: centen(bedrag - nu) }]
  }
  const nieuwJaar = datum(`${String(jaarVan(dag) + 1).padStart(4, '0')}-01-01`)
  return [
    ...anders('de volgende maand', volgendeMaand(dag), {}),
    ...anders(`januari ${jaarVan(dag) + 1}`, nieuwJaar, {}),
    ...(aow < (paar ? 2 : 1)
      ? anders(
          paar && aow === 1
            ? 'u allebei de AOW-leeftijd heeft'
            : paar
              ? 'één van u de AOW-leeftijd heeft'
              : 'u de AOW-leeftijd heeft',
          dag,
          { [AOW.naam]: String(aow + 1) },
        )
      : []),
    ...(czm === 'nee' && ingevuld(antwoorden, NETTO.naam)
      ? anders('u de collectieve zorgverzekering (CZM) heeft', dag, { [CZM.naam]: 'ja' })
      : []),
    ...(czm === 'ja' && ingevuld(antwoorden, NETTO.naam)
      ? anders('u de collectieve zorgverzekering (CZM) niet heeft', dag, { [CZM.naam]: 'nee' })
      : []),
  ]
}

/** Wat één cent uitmaakt bij de grens van de gemeente: met en zonder verzekering, en net erboven. */
function klif(
  kamer: Rekenkamer,
  dag: Datum,
  antwoorden: Antwoorden,
  stappen: readonly Stap[],
): Klif | undefined {
  const stap = stappen.find(({ regel }) => regel === 'grens_130_midden_drenthe')
  if (stap === undefined || !perMaand(dag)) return undefined
  const grens = centen(stap.waarde.teller)
  const bij = (netto: number, czm: string): Centen | undefined => {
    const ruw: Record<string, Ruw> = { ...antwoorden, [NETTO.naam]: netto / 100, [CZM.naam]: czm }
    const uitkomst = kamer.op(dag).reken('netto_bijdrage_per_maand', ruw)
    return uitkomst.ok ? bedragVan(uitkomst.waarde) : undefined
  }
  const [metCzm, zonder, erboven] = [bij(grens, 'ja'), bij(grens, 'nee'), bij(grens + 1, 'nee')]
  if (metCzm === undefined || erboven === undefined || metCzm === erboven) return undefined
  const grensdeel = kamer.tabel.zoek(GRENS_DEEL.id, dag)
  return {
    grens,
    procent: grensdeel === undefined ? undefined : toonKort(grensdeel.waarde.waarde, 'deel'),
    perJaar: centen((erboven - metCzm) * 12),
    rijen: [
      { tekst: 'Precies op de grens, met CZM', bedrag: metCzm },
      ...(zonder === undefined ? [] : [{ tekst: 'Precies op de grens, zonder CZM', bedrag: zonder }]),
      { tekst: 'Eén cent boven de grens', bedrag: erboven },
    ],
  }
}

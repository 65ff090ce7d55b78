import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import type { Plan, Raming } from '#programma/deur.ts'
import { BEDRAGEN } from '#uitwisseling/rekenblad/plan-bladen.ts'
import { KOP_RIJ, keuzelijsten, LAATSTE_RIJ, opschrift } from '#uitwisseling/rekenblad/plan-kader.ts'
import {
  type Blad,
  bedrag,
  type Cel,
  celnaam,
  formule,
  type Kolomvorm,
  kolomletters,
  LEEG,
  type Rij,
  rij,
  tekst,
  type Waarde,
} from '#uitwisseling/rekenblad/rekenblad.ts'

type Inhoud = { regel: Raming; nummer: number }
type Bedragrij = { onderdeel: string; bron: string | null; perJaar: Map<number, Inhoud> }

/** Zoveel lege rijen van het sjabloon rekenen hun totaal al uit. */
const LEGE_RIJEN = 60
/** Een looptijd van meer jaren krijgt alleen kolommen voor jaren met een bedrag. */
const MEESTE_JAREN = 30
const EERSTE_JAARKOLOM = 3
const BEDRAGKOP = KOP_RIJ + 1

const VERMELDINGKOP = (jaar: number): string => `Vermelding ${jaar}`

export function bedragenblad(plan: Plan): Blad {
  const jaren = jarenVan(plan)
  const rijen = bedragrijen(plan.raming)
  const volgorde = rijen.map(({ perJaar }) => jaren.flatMap((jaar) => perJaar.get(jaar)?.nummer ?? []))
  // Staan de bedragen al rij voor rij en jaar voor jaar, dan is een kolom met de volgorde overbodig.
  const opVolgorde = volgorde.flat().every((nummer, i) => nummer === i)
  const titels = new Map<string, string>(plan.onderdelen.map(({ id, titel }) => [id, titel]))
  const koppen = [...vasteKoppen(jaren), ...(opVolgorde ? [] : ['Volgorde in het plan'])]
  const regels = rijen.map((bedragrij, i): Rij => {
    const cellen = regelcellen(bedragrij, BEDRAGKOP + 1 + i, jaren, titels.get(bedragrij.onderdeel) ?? '')
    return { cellen: opVolgorde ? cellen : [...cellen, tekst((volgorde[i] ?? []).join('; '))] }
  })
  return bouw(jaren, koppen, regels)
}

export function leegBedragenblad(jaren: readonly number[]): Blad {
  const regels = Array.from(
    { length: LEGE_RIJEN },
    (_, i): Rij => ({
      cellen: [
        LEEG,
        LEEG,
        LEEG,
        ...jaren.map(() => LEEG),
        rijtotaal(BEDRAGKOP + 1 + i, jaren.length, undefined),
      ],
    }),
  )
  return bouw(jaren, vasteKoppen(jaren), regels)
}

function jarenVan(plan: Plan): number[] {
  const jaren = new Set(plan.raming.map(({ jaar }) => jaar))
  const van = Math.max(jaarVan(plan.programma.van), 1900)
  const tot = Math.min(jaarVan(plan.programma.tot), 2999)
  if (tot - van < MEESTE_JAREN) for (let jaar = van; jaar <= tot; jaar++) jaren.add(jaar)
  return [...jaren].sort((a, b) => a - b)
}

/** Een rij per onderdeel en bron, in de volgorde waarin het plan ze noemt. */
function bedragrijen(raming: readonly Raming[]): Bedragrij[] {
  const rijen = new Map<string, Bedragrij>()
  raming.forEach((regel, nummer) => {
    const naam = `${regel.onderdeel} ${regel.bron ?? ''}`
    const bestaand = rijen.get(naam) ?? { onderdeel: regel.onderdeel, bron: regel.bron, perJaar: new Map() }
    bestaand.perJaar.set(regel.jaar, { regel, nummer })
    rijen.set(naam, bestaand)
  })
  return [...rijen.values()]
}

const vasteKoppen = (jaren: readonly number[]): string[] => [
  ...BEDRAGEN.kolommen.slice(0, EERSTE_JAARKOLOM).map(({ kop }) => kop),
  ...jaren.map(String),
  'Totaal',
  ...jaren.map(VERMELDINGKOP),
]

function regelcellen(bedragrij: Bedragrij, r: number, jaren: readonly number[], titel: string): Cel[] {
  const inhoud = jaren.map((jaar) => bedragrij.perJaar.get(jaar)?.regel)
  return [
    tekst(bedragrij.onderdeel),
    tekst(titel),
    bedragrij.bron === null ? LEEG : tekst(bedragrij.bron),
    ...inhoud.map((regel) => (regel === undefined ? LEEG : bedrag(regel.bedragCent))),
    rijtotaal(r, jaren.length, somVan(inhoud.flatMap((regel) => regel?.bedragCent ?? []))),
    ...inhoud.map((regel) => tekst(regel?.vermelding ?? '')),
  ]
}

/** De som, of niets als zij niet op de cent te bewaren is: dan rekent het rekenprogramma hem zelf uit. */
export function somVan(bedragen: readonly Centen[]): Centen | undefined {
  const som = Number(bedragen.reduce((tot, deel) => tot + BigInt(deel), 0n))
  return Number.isSafeInteger(som) ? centen(som) : undefined
}

const alsWaarde = (som: Centen | undefined): Waarde | undefined =>
  som === undefined ? undefined : { soort: 'bedrag', bedrag: som }

function rijtotaal(r: number, jaren: number, som: Centen | undefined): Cel {
  if (jaren === 0) return LEEG
  const bereik = `${celnaam(r, EERSTE_JAARKOLOM)}:${celnaam(r, EERSTE_JAARKOLOM + jaren - 1)}`
  const waarde = alsWaarde(som)
  // Zonder bedragen blijft de cel leeg in plaats van nul te tonen.
  return formule(`IF(COUNT(${bereik})=0,"",SUM(${bereik}))`, waarde)
}

function bouw(jaren: readonly number[], koppen: readonly string[], regels: readonly Rij[]): Blad {
  const eind = Math.max(LAATSTE_RIJ, BEDRAGKOP + regels.length)
  const totalen = Array.from({ length: jaren.length === 0 ? 0 : jaren.length + 1 }, (_, j) => {
    const letters = kolomletters(EERSTE_JAARKOLOM + j)
    const delen = regels.flatMap(({ cellen }) => centenIn(cellen[EERSTE_JAARKOLOM + j]))
    return formule(`SUM(${letters}${BEDRAGKOP + 2}:${letters}${eind + 1})`, alsWaarde(somVan(delen)))
  })
  const uitleg = BEDRAGEN.kolommen.slice(0, EERSTE_JAARKOLOM).map((kolom) => kolom.uitleg)
  return {
    naam: BEDRAGEN.naam,
    kopRij: BEDRAGKOP,
    bevroren: { rijen: BEDRAGKOP + 1, kolommen: EERSTE_JAARKOLOM },
    kolommen: koppen.map((kop, k) => kolomvorm(kop, k)),
    keuzelijsten: keuzelijsten(BEDRAGEN.kolommen.slice(0, EERSTE_JAARKOLOM), BEDRAGKOP),
    rijen: [
      ...opschrift(BEDRAGEN, uitleg),
      rij('totaal', LEEG, tekst('Totaal'), LEEG, ...totalen),
      rij('kop', ...koppen.map((kop) => tekst(kop))),
      ...regels,
    ],
  }
}

const centenIn = (cel: Cel | undefined): Centen[] => {
  const waarde = cel?.soort === 'formule' ? cel.waarde : cel
  return waarde?.soort === 'bedrag' ? [waarde.bedrag] : []
}

function kolomvorm(kop: string, k: number): Kolomvorm {
  if (k < EERSTE_JAARKOLOM) return { breedteMm: BEDRAGEN.kolommen[k]?.breedteMm ?? 40, soort: 'tekst' }
  if (/^\d+$/u.test(kop) || kop === 'Totaal') return { breedteMm: 32, soort: 'bedrag' }
  return { breedteMm: 40, soort: 'tekst' }
}

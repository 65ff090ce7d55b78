import {
  type Datum,
  dagnummer,
  eersteDag,
  laatsteDag,
  type Tijdvak,
  toonDatum,
  wanneer,
} from '#basis/datum.ts'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import type { Oordeelstatus } from '#metingen/deur.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { type Drempel, isOverDrempel, toonDrempel } from '#programma/voortgang/drempel.ts'
import type { Standvoorstel, Standwoord } from '#programma/voortgang/standen.ts'

/** De regels die een stand voorstellen: uit het geld, uit de planning, en uit de indicatoren. */

export type Geldgegevens = {
  /** Begroting na wijziging van dit jaar. */
  begroot: Centen
  gerealiseerd: Centen
  verplicht: Centen
  prognose: Centen | null
  /** Het jaar is voorbij: dan telt wat er gebeurde, en geen prognose meer. */
  jaarVoorbij: boolean
}

const stel = (stand: Standwoord, regel: string, afwijkt = false): Standvoorstel => ({ stand, regel, afwijkt })

export function geldvoorstel(geld: Geldgegevens, drempel: Drempel): Standvoorstel {
  const { begroot, prognose } = geld
  const vast = centen(geld.gerealiseerd + geld.verplicht)
  if (begroot === 0 && vast === 0 && (prognose ?? 0) === 0)
    return stel('geen-gegevens', 'Voor dit jaar is hier geen geld begroot en niets besteed.')
  const metPrognose = prognose !== null && !geld.jaarVoorbij
  if (!metPrognose && !geld.jaarVoorbij && vast <= begroot)
    return stel('geen-gegevens', 'Er is nog genoeg, maar niemand gaf een prognose voor dit jaar.')
  const verwacht = metPrognose && prognose > vast ? prognose : vast
  const waaruit = verwacht === vast ? 'Er is besteed en vastgelegd' : 'Naar verwachting kost dit'
  const verschil = centen(verwacht - begroot)
  const hoe = `${waaruit} ${toonEuro(verwacht)}, begroot is ${toonEuro(begroot)}`
  if (verschil === 0) return stel('op-koers', `${hoe}: dat is precies genoeg.`)
  const over = isOverDrempel(verschil, begroot, drempel)
  const grens = `de grens van ${toonDrempel(drempel)}`
  if (verschil > 0) {
    const zin = `${hoe}: ${toonEuro(verschil)} te weinig`
    return over
      ? stel('bijsturen', `${zin}, meer dan ${grens}.`, true)
      : stel('let-op', `${zin}, nog binnen ${grens}.`)
  }
  const zin = `${hoe}: ${toonEuro(centen(-verschil))} over`
  return over
    ? stel('let-op', `${zin}, meer dan ${grens}.`, true)
    : stel('op-koers', `${zin}, binnen ${grens}.`)
}

/** Een mijlpaal met wat er sinds het plan van bekend werd. */
export type Mijlpaalgegeven = {
  wat: string
  gepland: Tijdvak | null
  /** Wanneer men hem nu verwacht; `null` is zoals gepland. */
  verwacht: Tijdvak | null
  /** De dag waarop hij gehaald is; `null` is nog niet, `onbekend` is dat niemand dat bijhield. */
  bereikt: Datum | null | 'onbekend'
}

export type Tijdgegevens = Pick<Onderdeel, 'planning' | 'beeindigd'> & {
  mijlpalen: readonly Mijlpaalgegeven[]
  peildag: Datum
}

type Vertraging = { wat: string; dagen: number; geweest: boolean }

const dagenTussen = (van: Datum, tot: Datum): number => dagnummer(tot) - dagnummer(van)

/** Wat later is of wordt dan gepland; wat gehaald is, telt niet meer, ook al was het later. */
function vertragingen({ mijlpalen, peildag }: Tijdgegevens): Vertraging[] {
  return mijlpalen.flatMap(({ wat, gepland, verwacht, bereikt }): Vertraging[] => {
    if (gepland === null || bereikt === 'onbekend') return []
    if (bereikt !== null && bereikt <= peildag) return []
    const eind = laatsteDag(gepland)
    const nu = verwacht === null ? eind : laatsteDag(verwacht)
    const dagen = dagenTussen(eind, nu > peildag ? nu : peildag)
    return dagen > 0 ? [{ wat, dagen, geweest: eind < peildag }] : []
  })
}

const noem = (namen: readonly string[]): string => opsomming(namen.map((naam) => `‘${naam}’`))

export function tijdvoorstel(tijd: Tijdgegevens, drempel: Drempel): Standvoorstel {
  const { planning, beeindigd, peildag } = tijd
  if (beeindigd !== undefined && laatsteDag(beeindigd.op) <= peildag)
    return stel('gestopt', `Dit onderdeel is ${wanneer(beeindigd.op)} beëindigd.`)
  const laat = vertragingen(tijd).toSorted((een, ander) => ander.dagen - een.dagen)
  const [ergste] = laat
  if (ergste !== undefined) return vertraagd(laat, ergste, drempel)
  const onbekend = tijd.mijlpalen.filter(
    ({ gepland, bereikt }) => bereikt === 'onbekend' && gepland !== null && laatsteDag(gepland) < peildag,
  )
  if (onbekend.length > 0)
    return stel(
      'geen-gegevens',
      `Niet vastgelegd is of ${noem(onbekend.map(({ wat }) => wat))} is gehaald; volgens het plan was dat al geweest.`,
    )
  if (planning.tot !== undefined && laatsteDag(planning.tot) <= peildag)
    return stel(
      'afgerond',
      `De looptijd liep tot en met ${toonDatum(laatsteDag(planning.tot))} en er staat niets meer open.`,
    )
  if (planning.van !== undefined && eersteDag(planning.van) > peildag)
    return stel('op-koers', `Dit begint volgens het plan ${wanneer(planning.van)}.`)
  if (planning.van === undefined && planning.tot === undefined && tijd.mijlpalen.length === 0)
    return stel('geen-gegevens', 'Het plan noemt hier geen looptijd en geen mijlpalen.')
  return stel('op-koers', 'Dit is in zijn looptijd en geen mijlpaal is later dan gepland.')
}

function vertraagd(laat: readonly Vertraging[], ergste: Vertraging, drempel: Drempel): Standvoorstel {
  const anderen =
    laat.length === 1 ? '' : ` Nog ${telwoord(laat.length - 1, 'mijlpaal is', 'mijlpalen zijn')} later.`
  const dagen = telwoord(ergste.dagen, 'dag', 'dagen')
  const zin = `‘${ergste.wat}’ ${ergste.geweest ? 'is nog niet gehaald en' : 'wordt'} ${dagen} later dan gepland`
  return ergste.dagen > drempel.dagen
    ? stel(
        'bijsturen',
        `${zin}, meer dan de grens van ${telwoord(drempel.dagen, 'dag', 'dagen')}.${anderen}`,
        true,
      )
    : stel('let-op', `${zin}, binnen de grens van ${telwoord(drempel.dagen, 'dag', 'dagen')}.${anderen}`)
}

/** Een indicator van een doel waaraan dit onderdeel bijdraagt, met wat haar laatste meting zegt. */
export type Indicatorgegeven = { naam: string; status: Oordeelstatus }

export function inhoudvoorstel(indicatoren: readonly Indicatorgegeven[]): Standvoorstel {
  const met = (status: Oordeelstatus): string[] =>
    indicatoren.flatMap((een) => (een.status === status ? [een.naam] : []))
  const [slecht, traag, goed, gelijk] = [
    met('bijsturen'),
    met('let-op'),
    met('op-koers'),
    met('geen-verschil'),
  ]
  const bij = 'Bij de doelen van dit onderdeel'
  if (slecht.length > 0) return stel('bijsturen', `${bij}: slechter dan aan het begin is ${noem(slecht)}.`)
  if (traag.length > 0) return stel('let-op', `${bij}: achter op de streefwaarde ligt ${noem(traag)}.`)
  if (goed.length > 0) return stel('op-koers', `${bij}: op weg naar de streefwaarde is ${noem(goed)}.`)
  if (gelijk.length > 0)
    return stel('geen-gegevens', `${bij}: het verschil valt binnen de marge van ${noem(gelijk)}.`)
  return stel(
    'geen-gegevens',
    indicatoren.length === 0
      ? 'Bij de doelen van dit onderdeel staat geen indicator. De eigenaar zegt zelf hoe het gaat.'
      : 'Bij de doelen van dit onderdeel is nog geen indicator met een streefwaarde en een meting.',
  )
}

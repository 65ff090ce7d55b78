import { createHash } from 'node:crypto'
import { type Centen, toonEuro } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import {
  type Celmelding,
  type GelezenPrognose,
  type Ingevuld,
  PROGNOSECIJFERS,
  type Prognosecijfers,
  type Prognosestand,
} from '#programma/begroting/prognose-poort.ts'
import type { NieuwePrognose } from '#programma/prognose/prognose.ts'

const CIJFERNAAM: Readonly<Record<keyof Prognosecijfers, string>> = {
  naWijziging: 'begroot na wijziging',
  verplicht: 'verplicht',
  gerealiseerd: 'gerealiseerd',
  vrij: 'vrij',
}

/** Een korte afdruk van de cijfers van één rij: verandert er een cent, dan verandert zij. */
export function afdrukVan({ onderdeel, jaar, cijfers, laatste }: Prognosestand): string {
  const delen = [
    onderdeel,
    jaar,
    ...PROGNOSECIJFERS.map((cijfer) => cijfers[cijfer]),
    laatste?.bedragCent ?? '',
    laatste?.peildatum ?? '',
  ]
  return createHash('sha256').update(delen.join('|')).digest('hex').slice(0, 24)
}

export type Overgenomen = Pick<
  NieuwePrognose,
  'onderdeel' | 'jaar' | 'bedragCent' | 'zekerheid' | 'reden'
> & {
  blad: string | undefined
  cel: string
}

export type Prognosevergelijking = {
  overgenomen: readonly Overgenomen[]
  geweigerd: readonly Celmelding[]
  waarschuwingen: readonly Celmelding[]
  /** Rijen waar niemand iets invulde. */
  leeg: number
}

/** Legt een ingevuld blad naast wat Omzien nu weet. Elke weigering noemt haar cel; rijen zonder weigering gaan door. */
export function vergelijkPrognoseblad(
  gelezen: readonly GelezenPrognose[],
  actueel: readonly Prognosestand[],
): Prognosevergelijking {
  const nu = new Map(actueel.map((stand) => [rijnaam(stand), stand]))
  const keren = Map.groupBy(gelezen, rijnaam)
  const overgenomen: Overgenomen[] = []
  const geweigerd: Celmelding[] = []
  const waarschuwingen: Celmelding[] = []
  let leeg = 0
  for (const rij of gelezen) {
    if ([rij.prognose, rij.zekerheid, rij.toelichting].every(({ soort }) => soort === 'leeg')) {
      leeg++
      continue
    }
    const stand = nu.get(rijnaam(rij))
    const fouten = [...celfouten(rij), ...standfouten(rij, stand, (keren.get(rijnaam(rij))?.length ?? 0) > 1)]
    geweigerd.push(...fouten)
    const { prognose, zekerheid, toelichting } = rij
    if (fouten.length > 0 || stand === undefined) continue
    if (prognose.soort !== 'waarde' || zekerheid.soort !== 'waarde') continue
    waarschuwingen.push(...overgetypt(rij, stand))
    overgenomen.push({
      blad: rij.blad,
      cel: prognose.cel,
      onderdeel: rij.onderdeel,
      jaar: rij.jaar,
      bedragCent: prognose.waarde,
      zekerheid: zekerheid.waarde,
      reden: toelichting.soort === 'waarde' ? toelichting.waarde : '',
    })
  }
  return { overgenomen, geweigerd, waarschuwingen, leeg }
}

const rijnaam = ({ onderdeel, jaar }: { onderdeel: string; jaar: number }): string => `${onderdeel}|${jaar}`

function celfouten({ blad, prognose, zekerheid, toelichting }: GelezenPrognose): Celmelding[] {
  const onleesbaar = ([prognose, zekerheid, toelichting] as Ingevuld<unknown>[]).flatMap((ingevuld) =>
    ingevuld.soort === 'onleesbaar'
      ? [{ blad, cel: ingevuld.cel, code: 'onleesbaar', zin: ingevuld.zin }]
      : [],
  )
  const ontbreekt: Celmelding[] = []
  if (prognose.soort === 'leeg')
    ontbreekt.push({ blad, cel: prognose.cel, code: 'prognose_ontbreekt', zin: 'Vul ook een bedrag in.' })
  if (prognose.soort === 'waarde' && zekerheid.soort === 'leeg')
    ontbreekt.push({
      blad,
      cel: zekerheid.cel,
      code: 'zekerheid_ontbreekt',
      zin: 'Kies ook hoe zeker dit bedrag is.',
    })
  if (prognose.soort === 'waarde' && toelichting.soort === 'leeg')
    ontbreekt.push({
      blad,
      cel: toelichting.cel,
      code: 'toelichting_ontbreekt',
      zin: 'Schrijf ook kort waarom u dit verwacht.',
    })
  return [...onleesbaar, ...ontbreekt]
}

function standfouten(
  { blad, prognose: { cel }, afdruk, getoond }: GelezenPrognose,
  stand: Prognosestand | undefined,
  dubbel: boolean,
): Celmelding[] {
  const melding = (code: string, zin: string): Celmelding[] => [{ blad, cel, code, zin }]
  if (stand === undefined) return melding('niet_van_u', 'Dit onderdeel staat nu niet in uw lijst.')
  if (dubbel) return melding('dubbele_rij', 'Deze rij staat twee keer in het blad. Laat er één staan.')
  if (afdruk === afdrukVan(stand)) return []
  const bewogen = PROGNOSECIJFERS.flatMap((cijfer) => {
    const { cent } = getoond[cijfer]
    const nu = stand.cijfers[cijfer]
    return cent === nu ? [] : [`${CIJFERNAAM[cijfer]} ${van(cent)}is nu ${toonEuro(nu)}`]
  })
  const wat = bewogen.length === 0 ? 'er is intussen een andere prognose vastgelegd' : opsomming(bewogen)
  return melding(
    'cijfers_bewogen',
    `Sinds dit blad is gemaakt, zijn de cijfers veranderd: ${wat}. Haal een nieuw blad op en kijk of uw bedrag nog klopt.`,
  )
}

const van = (cent: Centen | undefined): string => (cent === undefined ? '' : `was ${toonEuro(cent)} en `)

/** Wie een cijfer overtypte, moet weten dat Omzien daar niets mee doet. */
function overgetypt({ blad, getoond }: GelezenPrognose, stand: Prognosestand): Celmelding[] {
  return PROGNOSECIJFERS.flatMap((cijfer) => {
    const { cel, cent } = getoond[cijfer]
    if (cent === stand.cijfers[cijfer]) return []
    const zin = `Hier stond ${toonEuro(stand.cijfers[cijfer])}. Wat u hier typt, telt niet mee.`
    return [{ blad, cel, code: 'cijfer_overgetypt', zin }]
  })
}

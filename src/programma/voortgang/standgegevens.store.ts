import type { Datum } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { findPostsaldi, findTijdstip } from '#grootboek/deur.ts'
import { type Cijfers, cijfersPerOnderdeel } from '#programma/budgethouder/taken.ts'
import { type Doelmeting, findDoelmetingen } from '#programma/doelen/indicatorbeeld.ts'
import type { Mijlpaalstand } from '#programma/mijlpalen/mijlpaal.ts'
import { findMijlpaalstanden } from '#programma/mijlpalen/mijlpalen.store.ts'
import type { Onderdeel, Plan } from '#programma/plan.ts'
import { findPrognoses } from '#programma/prognose/prognose.store.ts'
import type { Prognose } from '#programma/prognose/prognose.ts'
import { findDrempel, type GeldendeDrempel } from '#programma/voortgang/drempel.store.ts'
import { type Kwartaal, laatsteDagVan, peildagVan } from '#programma/voortgang/kwartaal.ts'
import {
  geldvoorstel,
  type Indicatorgegeven,
  inhoudvoorstel,
  type Mijlpaalgegeven,
  tijdvoorstel,
} from '#programma/voortgang/standregels.ts'
import type { Voorstellen } from '#programma/voortgang/voortgang.ts'

/** Alles waar de regels naar kijken, voor elk onderdeel in één kwartaal, op één moment gelezen. */
export type Standgegevens = {
  kwartaal: Kwartaal
  peildag: Datum
  cijfers: ReadonlyMap<string, Cijfers>
  prognoses: ReadonlyMap<string, Prognose>
  drempel: GeldendeDrempel
  mijlpalen: (onderdeel: Onderdeel) => readonly Mijlpaalgegeven[]
  indicatoren: (onderdeel: Onderdeel) => readonly Indicatorgegeven[]
}

const GEEN_CIJFERS: Cijfers = {
  naWijziging: centen(0),
  verplicht: centen(0),
  gerealiseerd: centen(0),
  vrij: centen(0),
}

export async function findStandgegevens(
  lezer: Lezer,
  plan: Plan,
  kwartaal: Kwartaal,
  vandaag: Datum,
): Promise<Standgegevens> {
  const { programma } = plan
  const peildag = peildagVan(kwartaal, vandaag)
  const tijd = await findTijdstip(lezer, { geldigTm: peildag })
  const posten = await findPostsaldi(lezer, tijd, { programma: programma.id })
  const prognoses = await findPrognoses(lezer, programma.id, { jaar: kwartaal.jaar })
  return {
    kwartaal,
    peildag,
    cijfers: cijfersPerOnderdeel(posten, kwartaal.jaar),
    prognoses: new Map(prognoses.map((prognose) => [prognose.onderdeel, prognose])),
    drempel: await findDrempel(lezer),
    mijlpalen: mijlpalenVan(await findMijlpaalstanden(lezer, plan)),
    indicatoren: indicatorenVan(await findDoelmetingen(lezer, plan, { geldigTm: peildag })),
  }
}

/** Een mijlpaal waarover niemand iets meldde, is niet gemist: dan is het onbekend. Wat vervallen is, telt niet meer. */
function mijlpalenVan(standen: readonly Mijlpaalstand[]): Standgegevens['mijlpalen'] {
  const perOnderdeel = Map.groupBy(
    standen.filter(({ inPlan, laatste }) => inPlan && laatste?.fase !== 'vervallen'),
    ({ onderdeel }) => onderdeel,
  )
  return ({ id }) =>
    (perOnderdeel.get(id) ?? []).map(({ wat, gepland, laatste }) => ({
      wat,
      gepland,
      verwacht: laatste?.fase === 'verwacht' ? laatste.verwacht : null,
      bereikt: laatste === undefined ? 'onbekend' : laatste.bereiktOp,
    }))
}

/** De indicatoren van de doelen waaraan een onderdeel bijdraagt; elke indicator één keer. */
function indicatorenVan(doelmetingen: readonly Doelmeting[]): Standgegevens['indicatoren'] {
  const perDoel = new Map<string, Doelmeting>(doelmetingen.map((een) => [een.doel.id, een]))
  return ({ doelen }) =>
    doelen
      .flatMap((id) => perDoel.get(id)?.indicatoren ?? [])
      .map(({ indicator, oordeel }) => ({ naam: indicator.naam, status: oordeel.status }))
}

export const cijfersVan = ({ cijfers }: Standgegevens, onderdeel: string): Cijfers =>
  cijfers.get(onderdeel) ?? GEEN_CIJFERS

/** Wat de regels voor dit onderdeel voorstellen. */
export function voorstellenVoor(gegevens: Standgegevens, onderdeel: Onderdeel): Voorstellen {
  const { kwartaal, peildag, drempel } = gegevens
  const { naWijziging, gerealiseerd, verplicht } = cijfersVan(gegevens, onderdeel.id)
  return {
    inhoud: inhoudvoorstel(gegevens.indicatoren(onderdeel)),
    tijd: tijdvoorstel({ ...onderdeel, mijlpalen: gegevens.mijlpalen(onderdeel), peildag }, drempel.drempel),
    geld: geldvoorstel(
      {
        begroot: naWijziging,
        gerealiseerd,
        verplicht,
        prognose: gegevens.prognoses.get(onderdeel.id)?.bedragCent ?? null,
        jaarVoorbij: kwartaal.kwartaal === 4 && peildag === laatsteDagVan(kwartaal),
      },
      drempel.drempel,
    ),
  }
}

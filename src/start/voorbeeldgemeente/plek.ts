import { type Datum, datum, eersteDag, tijdvak } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { type Boekhouder, maakBoekhouder } from '#grootboek/deur.ts'
import type { Plan } from '#programma/plan.ts'
import { VOORBEELDCODE } from '#start/gemeenten.ts'
import { maakSchuifklok, moet, type Schuifklok } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { type Bezoek, findIngelogd, ROLNAAM, type Rol } from '#toegang/deur.ts'
import { logIn } from '#toegang/toegang.flow.ts'
import type { Rapportpoort } from '#verantwoording/poorten.ts'

/** Waar het verhaal speelt: de databank, de klok, de boekhouder en de mensen, die alleen hun rol als naam hebben. */

export const GEMEENTE = { code: VOORBEELDCODE, naam: 'Voorbeeld', hosts: ['voorbeeld.localhost'] }
export const BEGIN: Datum = datum('2022-01-10')

export type Speler = Extract<
  Rol,
  'programmamanager' | 'budgethouder' | 'financieel-adviseur' | 'college' | 'beheerder'
>
const SPELERS: readonly Speler[] = [
  'programmamanager',
  'budgethouder',
  'financieel-adviseur',
  'college',
  'beheerder',
]

export type Plek = {
  db: GemeenteDb
  klok: Schuifklok
  boekhouder: Boekhouder
  als: (speler: Speler) => Bezoek
  plannen: Readonly<Record<1 | 2, Plan>>
  /** Schrijft de bestanden van een rapport dat wordt vastgesteld. */
  rapporten: Rapportpoort
  /** Nummer van elke verplichting, op de sleutel van het contract. */
  verplichtingen: Map<string, string>
}

/** Iets dat op een dag gebeurt. Op dezelfde dag en hetzelfde uur geldt de volgorde waarin het verteld is. */
export type Gebeurtenis = { dag: Datum; uur: number; doe: (plek: Plek) => Promise<unknown> }

export const op = (dag: Datum, uur: number, doe: Gebeurtenis['doe']): Gebeurtenis => ({ dag, uur, doe })

/** Dezelfde accounts als de demo-inlog: wie daarmee inlogt, herkent het eigen werk. */
async function logSpelerIn(db: GemeenteDb, klok: Schuifklok, rol: Speler): Promise<Bezoek> {
  const verzoek = 'voorbeeldgemeente'
  const identiteit = { uitgever: 'demo', onderwerp: rol, naam: `Demo ${ROLNAAM[rol]}`, rollen: [rol] }
  const { sleutel } = await moet(
    `inloggen als ${rol}`,
    logIn({ db, klok, verzoek }, identiteit, { onbekend: 'toelaten' }),
  )
  const wie = await findIngelogd({ db, klok }, sleutel)
  const { code, naam } = GEMEENTE
  return { gemeente: { code, naam }, db, wie, verzoek, klok }
}

export async function maakPlek(
  db: GemeenteDb,
  plannen: Plek['plannen'],
  rapporten: Rapportpoort,
): Promise<Plek> {
  const klok = maakSchuifklok(BEGIN)
  const bezoeken = new Map<Speler, Bezoek>()
  for (const rol of SPELERS) bezoeken.set(rol, await logSpelerIn(db, klok, rol))
  return {
    db,
    klok,
    boekhouder: maakBoekhouder(),
    plannen,
    rapporten,
    verplichtingen: new Map(),
    als(speler) {
      const bezoek = bezoeken.get(speler)
      if (bezoek === undefined) throw new Error(`onbekende speler ${speler}`)
      return bezoek
    },
  }
}

export const dagIn = (jaar: number, maand: number, dag: number): Datum => {
  const begin = eersteDag(tijdvak(`${jaar}-${String(maand).padStart(2, '0')}`))
  return datum(`${begin.slice(0, 8)}${String(dag).padStart(2, '0')}`)
}

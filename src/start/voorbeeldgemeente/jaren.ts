import { dagenLater } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  beslisWijziging,
  boekWijziging,
  stelWijzigingVoor,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import { sluitHetJaar } from '#programma/overheveling/jaareinde.flow.ts'
import { beslis, boekVerval, stelVoor } from '#programma/overheveling/overheveling.flow.ts'
import { legBesluitVast } from '#programma/plan.flow.ts'
import {
  type Besluitinvoer,
  PROGRAMMA,
  WIJZIGINGEN,
  type Wijziging,
} from '#start/voorbeeldgemeente/besluiten.ts'
import { moet, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { JAREN, LAATSTE_JAAR } from '#start/voorbeeldgemeente/kosten.ts'
import { OVERHEVELINGEN, type Overhevelingverhaal } from '#start/voorbeeldgemeente/overhevelingen.ts'
import { type Gebeurtenis, op, type Plek } from '#start/voorbeeldgemeente/plek.ts'

/** Wat de begroting zelf verandert: wijzigingen, overhevelingen en het afsluiten van een jaar. */

function wijziging(een: Wijziging): Gebeurtenis[] {
  let id = ''
  const voorstel = op(een.op, 14, async ({ als }) => {
    const { regels, toelichting, beleid = false } = een
    const invoer = { regels, toelichting, beleid }
    id = (await moet('wijziging', stelWijzigingVoor(als(een.door), PROGRAMMA, invoer))).id
  })
  const { afloop } = een
  if (afloop === undefined) return [voorstel]
  if ('afgewezen' in afloop)
    return [
      voorstel,
      op(afloop.afgewezen, 14, ({ als }) =>
        moet(
          'afwijzen',
          beslisWijziging(als('programmamanager'), id, { stand: 'afgewezen', reden: afloop.reden }),
        ),
      ),
    ]
  const besluit = afloop.besluit === undefined ? undefined : { nieuw: afloop.besluit }
  return [
    voorstel,
    op(afloop.besloten, 14, ({ als }) =>
      moet('beslissen', beslisWijziging(als('programmamanager'), id, { stand: 'besloten', besluit })),
    ),
    op(afloop.besloten, 15, ({ als, boekhouder }) =>
      moet(
        'wijziging boeken',
        boekWijziging(boekhouder, als('financieel-adviseur'), id, { inEersteOpen: true }),
      ),
    ),
  ]
}

/** De programmamanager zet het besluit in het register, de adviseur boekt wat eruit volgt. */
async function besluitOver(
  { als, boekhouder }: Plek,
  id: string,
  stand: 'gemachtigd' | 'vastgesteld',
  invoer: Besluitinvoer,
): Promise<void> {
  const genomen = await moet('besluit', legBesluitVast(als('programmamanager'), invoer))
  const besluit = { bestaand: genomen.id }
  await moet(stand, beslis(boekhouder, als('financieel-adviseur'), id, { stand, besluit }))
}

function overheveling(een: Overhevelingverhaal): Gebeurtenis[] {
  let id = ''
  const { voorwaarde, machtiging, vaststelling } = een
  return [
    op(een.op, 11, async ({ als, boekhouder }) => {
      const { bron, onderdeel, jaar } = een
      const voorstel = stelVoor(boekhouder, als('budgethouder'), {
        budget: { programma: PROGRAMMA, bron, onderdeel, jaar },
        naarJaar: jaar + 1,
        bedragCent: centen(een.euro * 100),
        vervaltOp: voorwaarde?.vervaltOp ?? null,
        voorwaarde: voorwaarde?.tekst ?? null,
        reden: een.reden,
      })
      id = (await moet(`overheveling ${een.sleutel}`, voorstel)).id
    }),
    op(machtiging.op, 11, async (plek) => {
      await besluitOver(plek, id, 'gemachtigd', machtiging.besluit)
    }),
    ...(vaststelling === undefined
      ? []
      : [
          op(vaststelling.op, 11, async (plek) => {
            await besluitOver(plek, id, 'vastgesteld', vaststelling.besluit)
          }),
        ]),
    ...(voorwaarde === undefined
      ? []
      : // De dag na de vervaldag loopt de dagelijkse controle erlangs.
        [
          op(dagenLater(voorwaarde.vervaltOp, 1), 6, ({ boekhouder, db, klok }) =>
            boekVerval(boekhouder, db, klok),
          ),
        ]),
  ]
}

const jaareinde = (jaar: number): Gebeurtenis =>
  op(werkdag(jaar + 1, 3, 20), 10, ({ als, boekhouder }) =>
    moet(`jaareinde ${jaar}`, sluitHetJaar(boekhouder, als('financieel-adviseur'), PROGRAMMA, jaar)),
  )

export const jaargebeurtenissen = (): Gebeurtenis[] => [
  ...WIJZIGINGEN.flatMap(wijziging),
  ...OVERHEVELINGEN.flatMap(overheveling),
  ...JAREN.filter((jaar) => jaar < LAATSTE_JAAR).map(jaareinde),
]

import { type Datum, dagenLater, toonDatum } from '#basis/datum.ts'
import { maakActie, zetActie } from '#programma/overleg/acties.flow.ts'
import {
  legUitkomstVast,
  legVervolgVast,
  planOverleg,
  zetAgendapunt,
  zetOverleg,
} from '#programma/overleg/overleg.flow.ts'
import type { Overlegorgaan, Puntinhoud, Puntuitkomst, Vervolg } from '#programma/overleg/overleg.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { moet } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { BIJEENKOMSTEN } from '#start/voorbeeldgemeente/overlegverhaal.ts'
import type { Bijeenkomst, Puntverhaal } from '#start/voorbeeldgemeente/overlegvorm.ts'
import { type Gebeurtenis, op, type Plek } from '#start/voorbeeldgemeente/plek.ts'

/** Elk kwartaal een stuurgroep, met agenda, besluiten en acties; soms college, directie of projectoverleg. */

const BEHEERT = 'programmamanager'
const VASTE: Puntverhaal = { titel: 'Voortgang en geld van het kwartaal', gevraagd: 'bespreking' }

const inhoudVan = ({ titel, over, gevraagd, vervolg, toelichting }: Puntverhaal): Puntinhoud => {
  const [soort, verwijzing] = over ?? ['vrij', null]
  return {
    soort,
    verwijzing,
    titel,
    toelichting: toelichting ?? null,
    gevraagd,
    vervolg: vervolg ?? 'geen',
  }
}

const puntenVan = ({ orgaan, punten }: Bijeenkomst): readonly Puntverhaal[] =>
  orgaan === 'stuurgroep' ? [VASTE, ...punten] : punten

const besluit = (orgaan: Overlegorgaan | Vervolg, dag: Datum, onderwerp: string, nummer: string | null) => {
  if (orgaan !== 'stuurgroep' && orgaan !== 'college' && orgaan !== 'directie') return undefined
  return { nieuw: { orgaan, datum: dag, nummer, onderwerp, teBevestigen: false } }
}

/** Wat het overleg met een punt deed; een besluit komt in het register. */
async function legVast(
  { als }: Plek,
  { orgaan, dag }: Bijeenkomst,
  overleg: number,
  [index, punt]: readonly [number, Puntverhaal],
): Promise<void> {
  const uitkomst: Puntuitkomst = punt.uitkomst ?? (punt.gevraagd === 'besluit' ? 'besloten' : 'besproken')
  await moet(
    `uitkomst ${toonDatum(dag)} ${punt.titel}`,
    legUitkomstVast(
      als(BEHEERT),
      PROGRAMMA,
      { overleg, punt: index + 1, gezien: 1 },
      {
        uitkomst,
        conclusie: punt.conclusie ?? null,
        besluit: uitkomst === 'besloten' ? besluit(orgaan, dag, punt.besluit ?? punt.titel, null) : undefined,
      },
    ),
  )
}

function actiesVan(
  bijeenkomst: Bijeenkomst,
  nummer: () => number,
  [index, punt]: readonly [number, Puntverhaal],
): Gebeurtenis[] {
  return (punt.acties ?? []).flatMap(({ wat, rol, dagen, klaar, verzet }) => {
    const uiterlijk = dagenLater(bijeenkomst.dag, dagen)
    let actie = 0
    let nu = uiterlijk
    let gezien = 1
    const zet =
      (stand: 'bezig' | 'klaar', reden: string | null) =>
      async ({ als }: Plek) => {
        const stap = { nummer: actie, gezien, wat, rol, uiterlijk: nu, stand, reden }
        gezien = (await moet('actie bijwerken', zetActie(als('budgethouder'), PROGRAMMA, stap))).volgnr
      }
    return [
      op(bijeenkomst.dag, 17, async ({ als }) => {
        const nieuw = { overleg: nummer(), punt: index + 1, wat, rol, uiterlijk }
        actie = (await moet('actie', maakActie(als(BEHEERT), PROGRAMMA, nieuw))).nummer
      }),
      ...(verzet === undefined
        ? []
        : [
            op(uiterlijk, 9, async (plek) => {
              nu = dagenLater(uiterlijk, verzet)
              await zet('bezig', 'Het kost meer tijd dan gedacht.')(plek)
            }),
          ]),
      ...(klaar === undefined ? [] : [op(dagenLater(bijeenkomst.dag, klaar), 16, zet('klaar', null))]),
    ]
  })
}

/** College of directie legt veertien dagen later vast wat de stuurgroep besloot. */
const DAGEN_TOT_VERVOLG = 14

function vervolgVan(
  { dag }: Bijeenkomst,
  nummer: () => number,
  [index, punt]: readonly [number, Puntverhaal],
): Gebeurtenis[] {
  const { vervolg } = punt
  if (vervolg === undefined || vervolg === 'geen' || (punt.uitkomst ?? 'besloten') !== 'besloten') return []
  const later = dagenLater(dag, DAGEN_TOT_VERVOLG)
  const gekozen = besluit(
    vervolg,
    later,
    punt.besluit ?? punt.titel,
    `${vervolg[0]?.toUpperCase()}${later.slice(0, 4)}-${later.slice(5, 7)}${index + 1}`,
  )
  return [
    op(later, 15, ({ als }) =>
      moet(
        'vervolg',
        legVervolgVast(als(BEHEERT), PROGRAMMA, { overleg: nummer(), punt: index + 1, gezien: 2 }, gekozen),
      ),
    ),
  ]
}

function verhaalVan(bijeenkomst: Bijeenkomst): Gebeurtenis[] {
  const { orgaan, dag, verzetVan } = bijeenkomst
  const punten = [...puntenVan(bijeenkomst).entries()]
  let overleg = 0
  const nummer = (): number => overleg
  const gepland = verzetVan ?? dag
  return [
    op(dagenLater(gepland, -21), 9, async ({ als }) => {
      overleg = (await moet('overleg', planOverleg(als(BEHEERT), PROGRAMMA, { orgaan, datum: gepland })))
        .nummer
      for (const [, punt] of punten)
        await moet('agendapunt', zetAgendapunt(als(BEHEERT), PROGRAMMA, { overleg }, inhoudVan(punt)))
    }),
    ...(verzetVan === undefined
      ? []
      : [
          op(dagenLater(verzetVan, -3), 9, ({ als }) =>
            moet(
              'verzetten',
              zetOverleg(
                als(BEHEERT),
                PROGRAMMA,
                { nummer: overleg, gezien: 1 },
                { datum: dag, stand: 'gepland', reden: 'Te weinig leden konden erbij zijn.' },
              ),
            ),
          ),
        ]),
    op(dag, 16, async (plek) => {
      const gezien = verzetVan === undefined ? 1 : 2
      const gehouden = { datum: dag, stand: 'gehouden', reden: null } as const
      await moet('houden', zetOverleg(plek.als(BEHEERT), PROGRAMMA, { nummer: overleg, gezien }, gehouden))
      for (const punt of punten) await legVast(plek, bijeenkomst, overleg, punt)
    }),
    ...punten.flatMap((punt) => [
      ...actiesVan(bijeenkomst, nummer, punt),
      ...vervolgVan(bijeenkomst, nummer, punt),
    ]),
  ]
}

/** Wat na het eind van het verhaal valt gebeurt niet: zo staat het eerstvolgende overleg gepland, met zijn agenda. */
export const overleggebeurtenissen = (): Gebeurtenis[] => BIJEENKOMSTEN.flatMap(verhaalVan)

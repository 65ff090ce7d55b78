import { type Datum, dagenLater, datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { Plan } from '#programma/plan.ts'
import { type Planbeeld, planbeeldVan } from '#programma/planbeeld.ts'
import { wijsEigenaarAan } from '#programma/uitvraag/eigenaar.flow.ts'
import { beoordeelVoortgang } from '#programma/uitvraag/oordeel.flow.ts'
import {
  heropenUitvraag,
  openUitvraag,
  sluitUitvraag,
  verlengUitvraag,
} from '#programma/uitvraag/uitvraag.flow.ts'
import { stelDrempelIn } from '#programma/voortgang/drempel.flow.ts'
import { findInvulbeeld, type Invulregel } from '#programma/voortgang/invulbeeld.store.ts'
import {
  type Kwartaal,
  kwartaalsleutel,
  kwartalenTussen,
  laatsteDagVan,
} from '#programma/voortgang/kwartaal.ts'
import { type Invulopdracht, vulVoortgangIn } from '#programma/voortgang/voortgang.flow.ts'
import { findVersies } from '#programma/voortgang/voortgang.store.ts'
import type { Fase } from '#programma/voortgang/voortgang.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { maakToeval, moet, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { type Gebeurtenis, op, type Plek } from '#start/voorbeeldgemeente/plek.ts'
import { schrijfInvulling } from '#start/voorbeeldgemeente/voortgangteksten.ts'

/**
 * Elk kwartaal dezelfde gang: opvragen, invullen, een paar keer terug, akkoord, sluiten. Het laatste kwartaal staat nog
 * open, met concepten, iets dat is ingediend en iets dat is teruggestuurd.
 */

const EERSTE: Kwartaal = { jaar: 2022, kwartaal: 1 }
const LAATSTE: Kwartaal = { jaar: 2026, kwartaal: 3 }
const OPEN: Kwartaal = { jaar: 2026, kwartaal: 4 }
const BIJSTELLING = datum('2024-03-29')

const beelden = new WeakMap<Plan, Planbeeld>()
function beeldOp({ plannen, klok }: Plek): Planbeeld {
  const plan = klok.vandaag() < BIJSTELLING ? plannen[1] : plannen[2]
  const beeld = beelden.get(plan) ?? planbeeldVan(plan)
  beelden.set(plan, beeld)
  return beeld
}

const leesRegels = async (plek: Plek, kwartaal: Kwartaal): Promise<readonly Invulregel[]> => {
  const beeld = beeldOp(plek)
  const dag = plek.klok.vandaag()
  return (await plek.db.lees((lezer) => findInvulbeeld(lezer, beeld, kwartaal, dag))).regels
}

/** De regels van het kwartaal dat het laatst is ingevuld. */
const gelezen = new WeakMap<Plek, readonly Invulregel[]>()

async function vul(
  plek: Plek,
  kwartaal: Kwartaal,
  kies: (regel: Invulregel, nummer: number) => boolean,
  indienen: boolean,
): Promise<void> {
  const mijn = (await leesRegels(plek, kwartaal)).filter(({ eigenaar }) => eigenaar.soort !== 'regie')
  gelezen.set(plek, mijn)
  const regels = mijn.filter(kies).map(
    (regel): Invulopdracht => ({
      onderdeel: regel.onderdeel.id,
      gezien: regel.laatste?.volgnr ?? 0,
      invulling: schrijfInvulling(regel, kwartaal, false),
      indienen,
    }),
  )
  await dienIn(plek, kwartaal, regels)
}

async function dienIn(plek: Plek, kwartaal: Kwartaal, regels: readonly Invulopdracht[]): Promise<void> {
  const gedaan = await moet(
    `voortgang ${kwartaalsleutel(kwartaal)}`,
    vulVoortgangIn(plek.als('budgethouder'), { beeld: beeldOp(plek), kwartaal, regels }),
  )
  const mis = gedaan.find(({ uitslag }) => uitslag === 'geweigerd')
  if (mis !== undefined) throw new Error(`voorbeeldgemeente: voortgang geweigerd: ${JSON.stringify(mis)}`)
}

const TERUG = [
  'Schrijf op wanneer dit klaar is. Nu staat er alleen dat het loopt.',
  'Noem ook hoeveel mensen dit bereikte.',
  'De tekst is die van vorig kwartaal. Wat is er nu anders?',
] as const

/** Eén onderdeel per kwartaal gaat terug, met een vraag; wie dat is, verschilt. */
const wordtTeruggestuurd = (onderdeel: string, kwartaal: Kwartaal): boolean =>
  maakToeval(`terug ${onderdeel} ${kwartaalsleutel(kwartaal)}`).geheel(1, 24) === 1

/** Van elk onderdeel de laatste versie in deze fase. */
async function laatsteIn(plek: Plek, kwartaal: Kwartaal, fase: Fase) {
  const versies = await plek.db.lees((lezer) => findVersies(lezer, PROGRAMMA, kwartaal))
  return [...Map.groupBy(versies, ({ onderdeel }) => onderdeel).values()].flatMap((hier) => {
    const laatste = hier.at(-1)
    return laatste?.fase === fase ? [{ onderdeel: laatste.onderdeel, gezien: laatste.volgnr }] : []
  })
}

/** Wat terugkwam, vult de eigenaar aan; de cijfers van het kwartaal zijn dan nog dezelfde. */
async function vulTeruggestuurd(plek: Plek, kwartaal: Kwartaal): Promise<void> {
  const terug = await laatsteIn(plek, kwartaal, 'teruggestuurd')
  if (terug.length === 0) return
  const eerder = new Map((gelezen.get(plek) ?? []).map((regel) => [regel.onderdeel.id as string, regel]))
  const regels = terug.flatMap(({ onderdeel, gezien }): Invulopdracht[] => {
    const regel = eerder.get(onderdeel)
    if (regel === undefined) return []
    return [{ onderdeel, gezien, invulling: schrijfInvulling(regel, kwartaal, true), indienen: true }]
  })
  await dienIn(plek, kwartaal, regels)
}

async function beoordeel(plek: Plek, kwartaal: Kwartaal, magTerug: boolean): Promise<void> {
  const regels = await laatsteIn(plek, kwartaal, 'ingediend')
  const vraag =
    TERUG[maakToeval(`vraag ${kwartaalsleutel(kwartaal)}`).geheel(0, TERUG.length - 1)] ?? TERUG[0]
  await moet(
    `beoordelen ${kwartaalsleutel(kwartaal)}`,
    beoordeelVoortgang(
      plek.als('programmamanager'),
      beeldOp(plek),
      kwartaal,
      regels.map((regel) => {
        const terug = magTerug && wordtTeruggestuurd(regel.onderdeel, kwartaal)
        return { ...regel, fase: terug ? 'teruggestuurd' : 'akkoord', opmerking: terug ? vraag : '' }
      }),
    ),
  )
}

const opDag = (eind: Datum, dagen: number): Datum => {
  const dag = dagenLater(eind, dagen)
  return werkdag(Number(dag.slice(0, 4)), Number(dag.slice(5, 7)), Number(dag.slice(8)))
}

/** In het voorjaar van 2023 was het salarissysteem uit de lucht: toen kwam er een week bij. */
const VERLENGD = '2023-Q1'
/** Over eind 2024 kwam na het sluiten nog een correctie binnen. */
const HEROPEND = '2024-Q4'

function kwartaalgebeurtenissen(kwartaal: Kwartaal): Gebeurtenis[] {
  const eind = laatsteDagVan(kwartaal)
  const sleutel = kwartaalsleutel(kwartaal)
  const manager = ({ als }: Plek) => als('programmamanager')
  const gebeurtenissen = [
    op(opDag(eind, 5), 9, (plek) =>
      moet(`openen ${sleutel}`, openUitvraag(manager(plek), beeldOp(plek), kwartaal, opDag(eind, 22))),
    ),
    op(opDag(eind, 20), 15, (plek) => vul(plek, kwartaal, () => true, true)),
    op(opDag(eind, 24), 10, (plek) => beoordeel(plek, kwartaal, true)),
    op(opDag(eind, 26), 14, (plek) => vulTeruggestuurd(plek, kwartaal)),
    op(opDag(eind, 28), 9, (plek) => beoordeel(plek, kwartaal, false)),
    op(opDag(eind, 28), 16, (plek) =>
      moet(`sluiten ${sleutel}`, sluitUitvraag(manager(plek), beeldOp(plek), kwartaal, false)),
    ),
  ]
  if (sleutel === VERLENGD)
    gebeurtenissen.push(
      op(opDag(eind, 18), 9, (plek) =>
        moet('verlengen', verlengUitvraag(manager(plek), beeldOp(plek), kwartaal, opDag(eind, 29))),
      ),
    )
  if (sleutel === HEROPEND) gebeurtenissen.push(...heropening(kwartaal, eind))
  return gebeurtenissen
}

const heropening = (kwartaal: Kwartaal, eind: Datum): Gebeurtenis[] => [
  op(opDag(eind, 40), 9, (plek) =>
    moet(
      'heropenen',
      heropenUitvraag(plek.als('programmamanager'), beeldOp(plek), kwartaal, {
        deadline: opDag(eind, 47),
        reden: 'Een nagekomen factuur verandert het beeld van dit jaar.',
      }),
    ),
  ),
  op(opDag(eind, 46), 16, (plek) =>
    moet('weer sluiten', sluitUitvraag(plek.als('programmamanager'), beeldOp(plek), kwartaal, false)),
  ),
]

/** Vóór het jaar om is, vraagt de gemeente alvast: dan is er nog iets te sturen. */
function openKwartaal(): Gebeurtenis[] {
  const dag = datum
  return [
    op(dag('2026-11-05'), 9, (plek) =>
      moet('openen', openUitvraag(plek.als('programmamanager'), beeldOp(plek), OPEN, dag('2026-12-04'))),
    ),
    op(dag('2026-11-10'), 11, (plek) => vul(plek, OPEN, (_, nummer) => nummer % 4 === 0, true)),
    op(dag('2026-11-11'), 11, (plek) => vul(plek, OPEN, (_, nummer) => nummer % 4 === 1, false)),
    op(dag('2026-11-12'), 10, async (plek) => {
      const [eerste, tweede] = await laatsteIn(plek, OPEN, 'ingediend')
      if (eerste === undefined || tweede === undefined)
        throw new Error('te weinig ingediend om te beoordelen')
      await moet(
        'beoordelen',
        beoordeelVoortgang(plek.als('programmamanager'), beeldOp(plek), OPEN, [
          { ...eerste, fase: 'akkoord', opmerking: '' },
          { ...tweede, fase: 'teruggestuurd', opmerking: TERUG[1] },
        ]),
      )
    }),
  ]
}

/** De gemeente koos een ruimere grens dan de aanname, omdat veel onderdelen klein zijn. */
const GRENS = { promille: 100, bedragCent: centen(25_000_00), dagen: 30 }

/** Waarvoor de budgethouder is aangewezen; van de rest weet het plan alleen een rol die niemand hier heeft. */
const AANGEWEZEN = ['wijkteams', 'clientondersteuning', 'beschermd-wonen', 'inloop-dorp-a', 'leren'] as const
const VERTROKKEN = 'leren'

const wijsAan = (plek: Plek, onderdeel: string, account: string | null, gezien: number) =>
  moet(
    `eigenaar van ${onderdeel}`,
    wijsEigenaarAan(plek.als('programmamanager'), beeldOp(plek), { onderdeel, account, gezien }),
  )

const eigenaren = (): Gebeurtenis[] => [
  op(datum('2022-03-07'), 13, async (plek) => {
    const account = plek.als('budgethouder').wie?.account ?? null
    for (const onderdeel of AANGEWEZEN) await wijsAan(plek, onderdeel, account, 0)
  }),
  // Zo staat er in de open uitvraag een taak bij de programmamanager.
  op(datum('2026-11-02'), 13, (plek) => wijsAan(plek, VERTROKKEN, null, 1)),
]

export const voortganggebeurtenissen = (): Gebeurtenis[] => [
  ...eigenaren(),
  op(datum('2022-02-14'), 10, ({ als }) => moet('grens', stelDrempelIn(als('financieel-adviseur'), GRENS))),
  ...kwartalenTussen(EERSTE, LAATSTE).flatMap(kwartaalgebeurtenissen),
  ...openKwartaal(),
]

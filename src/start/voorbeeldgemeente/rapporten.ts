import { type Datum, datum } from '#basis/datum.ts'
import { maakPlanboek } from '#programma/deur.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { moet } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { GEMEENTE, type Gebeurtenis, op, type Plek, type Speler } from '#start/voorbeeldgemeente/plek.ts'
import { kenmerkVan, type Rapportvraag, titelVan } from '#verantwoording/feiten/vraag.ts'
import { maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
import type { Rapportstand } from '#verantwoording/rapport/leven.ts'
import { handelAf, maakRapport, merkOp, schrijfTekst } from '#verantwoording/rapport/rapport.flow.ts'
import { findRapport } from '#verantwoording/rapport/rapport.store.ts'
import { zetStap } from '#verantwoording/rapport/stap.flow.ts'
import { opmerkplekken, schrijfplekken } from '#verantwoording/rapport/teksten.ts'

/**
 * De rapporten van de voorbeeldgemeente: de kwartalen van 2025 en de jaren 2023 en 2025, elk gemaakt toen de cijfers er
 * waren en vastgesteld door wie erover gaat. Het jaar 2024 is met opzet blijven liggen: dat kan de bezoeker zelf maken.
 */

type Orgaan = 'stuurgroep' | 'college' | 'raad'

type Rapportverhaal = {
  vraag: Rapportvraag
  gemaakt: string
  /** Per alinea wat de programmamanager zelf schreef: alleen wat cijfers niet zeggen. */
  teksten: Readonly<Record<string, string>>
  opmerking?: { wie: Speler; alinea: string; tekst: string }
  /** Wanneer de stuurgroep het kreeg; en elk orgaan dat daarna besloot, met de dag en het nummer. */
  aangeboden: string
  besloten: readonly (readonly [orgaan: Orgaan, dag: string, nummer: string])[]
}

const INLEIDING = 'samenvatting.inleiding'

const kwartaal = (
  nummer: number,
  inleiding: string,
  rest: Omit<Rapportverhaal, 'vraag' | 'teksten'>,
): Rapportverhaal => ({
  vraag: { soort: 'kwartaal', jaar: 2025, kwartaal: nummer },
  teksten: { [INLEIDING]: inleiding },
  ...rest,
})

const RAPPORTEN: readonly Rapportverhaal[] = [
  {
    vraag: { soort: 'jaar', jaar: 2023 },
    gemaakt: '2024-04-09',
    teksten: {
      [INLEIDING]:
        '2023 was het tweede jaar van het programma. De inloop in de dorpen kreeg vorm, en de steungezinnen begonnen. Wij leerden ook dat goede mensen vinden tijd kost.',
    },
    opmerking: {
      wie: 'financieel-adviseur',
      alinea: 'samenvatting.geld',
      tekst: 'Het jaar is afgesloten. Deze bedragen sluiten aan op de jaarrekening.',
    },
    aangeboden: '2024-06-03',
    besloten: [
      ['stuurgroep', '2024-06-13', 'S2024-2'],
      ['college', '2024-06-18', 'C2024-101'],
      ['raad', '2024-07-11', '2024-048'],
    ],
  },
  kwartaal(
    1,
    'Dit is de eerste rapportage over 2025. Na de bijstelling van het plan is het nu rustiger: bijna alles loopt door.',
    {
      gemaakt: '2025-05-02',
      aangeboden: '2025-06-02',
      besloten: [
        ['stuurgroep', '2025-06-12', 'S2025-2'],
        ['college', '2025-06-24', 'C2025-112'],
      ],
    },
  ),
  kwartaal(
    2,
    'In dit kwartaal ging veel aandacht naar de proeven met zorg op afstand. De stuurgroep gaf twee proeven meer tijd.',
    {
      gemaakt: '2025-08-01',
      opmerking: {
        wie: 'college',
        alinea: 'samenvatting.afwijkingen',
        tekst: 'Kan bij de grootste afwijking staan wat wij eraan doen?',
      },
      aangeboden: '2025-09-01',
      besloten: [
        ['stuurgroep', '2025-09-11', 'S2025-3'],
        ['college', '2025-09-23', 'C2025-148'],
      ],
    },
  ),
  kwartaal(
    3,
    'Dit kwartaal zijn de contracten verlengd. De zomer was rustig; na de zomer begon het werk weer.',
    {
      gemaakt: '2025-11-03',
      aangeboden: '2025-12-01',
      besloten: [
        ['stuurgroep', '2025-12-11', 'S2025-4'],
        ['college', '2025-12-23', 'C2025-191'],
      ],
    },
  ),
  kwartaal(4, 'Dit is de laatste rapportage over 2025. De jaarverantwoording volgt voor de zomer.', {
    gemaakt: '2026-02-03',
    aangeboden: '2026-03-02',
    besloten: [
      ['stuurgroep', '2026-03-12', 'S2026-1'],
      ['college', '2026-03-24', 'C2026-053'],
    ],
  }),
  {
    vraag: { soort: 'jaar', jaar: 2025 },
    gemaakt: '2026-04-07',
    teksten: {
      [INLEIDING]:
        '2025 was het vierde jaar van het programma. De steungezinnen gaan op in het gewone welzijnswerk. Met de regio praten wij over beschermd wonen na 2026. Over 2024 komt er nog een verantwoording.',
    },
    opmerking: {
      wie: 'college',
      alinea: 'samenvatting.voortgang',
      tekst: 'Graag ook zeggen waar wij na 2026 geld voor nodig hebben. Dat kan bij de begroting 2027.',
    },
    aangeboden: '2026-06-01',
    besloten: [
      ['stuurgroep', '2026-06-11', 'S2026-2'],
      ['college', '2026-06-16', 'C2026-097'],
      ['raad', '2026-07-09', '2026-052'],
    ],
  },
]

export const RAPPORTKENMERKEN: readonly string[] = RAPPORTEN.map(({ vraag }) => kenmerkVan(vraag))

/** Elke gebeurtenis leest vers: tussen twee dagen van het verhaal is er van alles bijgekomen. */
async function leesRapport({ db, als }: Plek, vraag: Rapportvraag) {
  const planboek = maakPlanboek()
  const kenmerk: string = kenmerkVan(vraag)
  const kop = await db.lees((lezer) => findRapport(lezer, PROGRAMMA, kenmerk))
  if (kop === undefined) throw new Error(`voorbeeldgemeente: rapport ${kenmerk} is er niet`)
  const bron = { db, planboek, plan: PROGRAMMA, gemeente: { code: GEMEENTE.code, naam: GEMEENTE.naam } }
  const inhoud = async () =>
    (await moet(`inhoud ${kenmerk}`, maakOpnieuw(bron, kop, als('programmamanager').klok))).kaal
  return { planboek, kenmerk, kop, inhoud }
}

async function begin(plek: Plek, { vraag, teksten, opmerking }: Rapportverhaal): Promise<void> {
  const manager = plek.als('programmamanager')
  await moet('rapport', maakRapport(manager, maakPlanboek(), PROGRAMMA, { vraag }))
  const { kenmerk, inhoud } = await leesRapport(plek, vraag)
  const kaal = await inhoud()
  const plekken = schrijfplekken(kaal)
  for (const [alinea, tekst] of Object.entries(teksten))
    await moet(
      `tekst ${kenmerk}`,
      schrijfTekst(manager, PROGRAMMA, kenmerk, { alinea, tekst, gezien: 0, plekken }),
    )
  if (opmerking === undefined) return
  const wens = { alinea: opmerking.alinea, tekst: opmerking.tekst, plekken: opmerkplekken(kaal) }
  const { id } = await moet(`opmerking ${kenmerk}`, merkOp(plek.als(opmerking.wie), PROGRAMMA, kenmerk, wens))
  await moet(
    `afhandelen ${kenmerk}`,
    handelAf(manager, PROGRAMMA, kenmerk, { opmerking: id, stand: 'afgehandeld' }),
  )
}

async function stap(
  plek: Plek,
  vraag: Rapportvraag,
  naar: Exclude<Rapportstand, 'concept'>,
  besluit?: { orgaan: Orgaan; dag: Datum; nummer: string },
): Promise<void> {
  const { planboek, kenmerk, kop } = await leesRapport(plek, vraag)
  const kamer = { planboek, rapporten: plek.rapporten }
  const gekozen =
    besluit === undefined
      ? {}
      : {
          besluit: {
            nieuw: {
              orgaan: besluit.orgaan,
              datum: besluit.dag,
              nummer: besluit.nummer,
              onderwerp: titelVan(vraag),
              teBevestigen: false,
            },
          },
        }
  await moet(
    `${kenmerk} naar ${naar}`,
    zetStap(plek.als('programmamanager'), kamer, PROGRAMMA, kenmerk, { naar, gezien: kop.stap, ...gekozen }),
  )
}

function gebeurtenissenVan(verhaal: Rapportverhaal): Gebeurtenis[] {
  const { vraag, gemaakt, aangeboden, besloten } = verhaal
  return [
    op(datum(gemaakt), 18, (plek) => begin(plek, verhaal)),
    op(datum(aangeboden), 18, (plek) => stap(plek, vraag, 'stuurgroep')),
    ...besloten.map(([orgaan, dag, nummer], i) =>
      op(datum(dag), 18, (plek) =>
        stap(plek, vraag, besloten[i + 1]?.[0] ?? 'vastgesteld', { orgaan, dag: datum(dag), nummer }),
      ),
    ),
  ]
}

export const rapportgebeurtenissen = (): Gebeurtenis[] => RAPPORTEN.flatMap(gebeurtenissenVan)

import { type Datum, dagenLater, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import {
  beoordeelVoorstel,
  boekFactuur,
  corrigeer,
  gaVerplichtingAan,
  laatVerplichtingVrijvallen,
  voegMeerwerkToe,
} from '#grootboek/deur.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { betalingVan } from '#start/voorbeeldgemeente/bronverdeling.ts'
import { moet } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { dagIn, type Gebeurtenis, op, type Plek } from '#start/voorbeeldgemeente/plek.ts'
import {
  CONTRACTEN,
  type Contract,
  type Factuur,
  type Persoon,
} from '#start/voorbeeldgemeente/verplichtingen.ts'

/** Het leven van de contracten: aangaan, meerwerk, facturen, een fout met haar correctie, vrijval en afsluiten. */

const inCenten = (jaren: Readonly<Record<number, number>>): { jaar: number; bedragCent: Centen }[] =>
  Object.entries(jaren).map(([jaar, euro]) => ({ jaar: Number(jaar), bedragCent: centen(euro * 100) }))

const nummerVan = ({ verplichtingen }: Plek, sleutel: string): string => {
  const nummer = verplichtingen.get(sleutel)
  if (nummer === undefined) throw new Error(`voorbeeldgemeente: ${sleutel} is niet aangegaan`)
  return nummer
}

type Vraag = Pick<Contract, 'onderdeel' | 'jaren' | 'van' | 'tot' | 'tekst'> & { dag: Datum; door: Persoon }

/** Gaat aan; wat boven iemands mandaat is, wacht daarna op een tweede persoon. */
async function gaAan(plek: Plek, vraag: Vraag): Promise<{ nummer: string | null; voorstel: string | null }> {
  const { onderdeel, jaren, van, tot, dag } = vraag
  const eerste = Math.min(...Object.keys(jaren).map(Number))
  const { verplichting, voorstel } = await moet(
    `aangaan ${vraag.tekst}`,
    gaVerplichtingAan(
      plek.boekhouder,
      plek.als(vraag.door),
      {
        programma: PROGRAMMA,
        onderdeel,
        geldigOp: dag,
        jaren: inCenten(jaren),
        betaling: betalingVan(plek.plannen[dag < '2024-03-29' ? 1 : 2], onderdeel, eerste),
        van,
        tot,
      },
      { omschrijving: vraag.tekst },
    ),
  )
  return { nummer: verplichting, voorstel }
}

async function keurGoed(plek: Plek, voorstel: string): Promise<string | null> {
  const oordeel = { voorstel, oordeel: 'goedgekeurd' } as const
  return (await moet('voorstel', beoordeelVoorstel(plek.boekhouder, plek.als('college'), oordeel)))
    .verplichting
}

function aangaan(een: Contract): Gebeurtenis[] {
  let wacht: string | null = null
  return [
    op(een.op, 11, async (plek) => {
      const { nummer, voorstel } = await gaAan(plek, { ...een, dag: een.op })
      wacht = voorstel
      if (nummer !== null) plek.verplichtingen.set(een.sleutel, nummer)
    }),
    // Het college vergadert op dinsdag, een week later; wie binnen haar mandaat bleef, wacht nergens op.
    op(dagenLater(een.op, 8), 15, async (plek) => {
      const nummer = wacht === null ? null : await keurGoed(plek, wacht)
      if (nummer !== null) plek.verplichtingen.set(een.sleutel, nummer)
    }),
  ]
}

const meerwerkInvoer = (plek: Plek, een: Contract, werk: Meerwerk) => ({
  verplichting: nummerVan(plek, een.sleutel),
  geldigOp: werk.op,
  jaren: [{ jaar: werk.jaar, bedragCent: centen(werk.euro * 100) }],
  betaling: betalingVan(plek.plannen[2], een.onderdeel, werk.jaar),
})
type Meerwerk = Contract['meerwerk'] & {}

function meerwerk(een: Contract): Gebeurtenis[] {
  const werk = een.meerwerk
  if (werk === undefined) return []
  let wacht: string | null = null
  return [
    op(werk.op, 11, async (plek) => {
      const invoer = meerwerkInvoer(plek, een, werk)
      const opties = { omschrijving: werk.tekst }
      const toegevoegd = voegMeerwerkToe(plek.boekhouder, plek.als(een.door), PROGRAMMA, invoer, opties)
      wacht = (await moet('meerwerk', toegevoegd)).voorstel
    }),
    op(dagenLater(werk.op, 8), 15, (plek) => (wacht === null ? Promise.resolve() : keurGoed(plek, wacht))),
  ]
}

const boek = (plek: Plek, een: Factuur, bedragCent: Centen) =>
  moet(
    `factuur ${een.nummer}`,
    boekFactuur(plek.boekhouder, plek.als('financieel-adviseur'), {
      programma: PROGRAMMA,
      verplichting: nummerVan(plek, een.contract),
      factuur: een.nummer,
      geldigOp: een.datum,
      jaar: een.jaar,
      bedragCent,
    }),
  )

/** Nummer van de boeking van elke factuur die er fout in ging. */
type Foutboekingen = Map<Factuur, number>

/** Facturen worden twee keer per maand verwerkt; wat op dezelfde dag gaat, is samen één ronde. */
function facturen(alle: readonly Factuur[], fout: Foutboekingen): Gebeurtenis[] {
  const perBeurt = Map.groupBy(alle, ({ datum: dag }) =>
    dag.slice(8) <= '14' ? `${dag.slice(0, 8)}14` : `${dag.slice(0, 8)}28`,
  )
  return [...perBeurt].map(([dag, samen]) =>
    op(datum(dag), 12, (plek) =>
      Promise.all(
        samen.map(async (een) => {
          const { boeking } = await boek(plek, een, een.eerstCent ?? een.bedragCent)
          if (een.eerstCent !== undefined) fout.set(een, boeking)
        }),
      ),
    ),
  )
}

/** De leverancier belt: er staat te veel. De boeking wordt gespiegeld en goed opnieuw geboekt. */
function correcties(alle: readonly Factuur[], fout: Foutboekingen): Gebeurtenis[] {
  return alle
    .filter(({ eerstCent }) => eerstCent !== undefined)
    .map((een) => {
      const dag = dagenLater(een.datum, 19)
      return op(dag, 13, (plek) =>
        moet(
          'correctie',
          corrigeer(plek.boekhouder, plek.als('financieel-adviseur'), {
            nr: fout.get(een) ?? 0,
            geldigOp: dag,
            reden: 'De cijfers van het bedrag waren omgewisseld.',
            opnieuw: {
              soort: 'factuur',
              programma: PROGRAMMA,
              verplichting: nummerVan(plek, een.contract),
              factuur: `${een.nummer}-2`,
              geldigOp: dag,
              jaar: een.jaar,
              bedragCent: een.bedragCent,
            },
          }),
        ),
      )
    })
}

const eindjaarVan = ({ tot, meerwerk: werk }: Contract): number =>
  Math.max(Number(tot.slice(0, 4)), werk?.jaar ?? 0)

/** In januari valt vrij wat na afloop over is, en wordt het contract afgesloten. */
function afsluiten(een: Contract): Gebeurtenis[] {
  const jaar = eindjaarVan(een)
  if (een.blijftOpen === true || jaar >= 2026) return []
  return [
    op(dagIn(jaar + 1, 1, 9), 13, (plek) =>
      moet(
        `vrijval ${een.sleutel}`,
        laatVerplichtingVrijvallen(plek.boekhouder, plek.als('budgethouder'), {
          programma: PROGRAMMA,
          verplichting: nummerVan(plek, een.sleutel),
          geldigOp: datum(`${jaar}-12-31`),
          reden: 'De opdracht is klaar; er komt geen factuur meer.',
          afsluiten: true,
        }),
      ),
    ),
  ]
}

/** Een voorstel dat werd afgewezen, en een dat nog wacht. */
function voorstellen(): Gebeurtenis[] {
  let afgewezen: string | null = null
  const vraag: Vraag = {
    onderdeel: 'slimmer-werken',
    tekst: 'Tweede doorlichting van de werkprocessen',
    jaren: { 2026: 29_000 },
    van: datum('2026-01-01'),
    tot: datum('2026-12-31'),
    dag: datum('2025-10-13'),
    door: 'budgethouder',
  }
  const nogOpen: Meerwerk = {
    op: datum('2026-10-26'),
    jaar: 2026,
    euro: 3_600,
    tekst: 'Koppeling met de gegevens van de huisartsen',
  }
  const meten = CONTRACTEN.find(({ sleutel }) => sleutel === 'meten-2026')
  return [
    op(vraag.dag, 11, async (plek) => {
      afgewezen = (await gaAan(plek, vraag)).voorstel
    }),
    op(dagenLater(vraag.dag, 8), 15, (plek) =>
      moet(
        'afwijzing',
        beoordeelVoorstel(plek.boekhouder, plek.als('college'), {
          voorstel: afgewezen ?? '',
          oordeel: 'afgewezen',
          reden: 'Eerst afmaken wat de vorige doorlichting opleverde.',
        }),
      ),
    ),
    ...(meten === undefined ? [] : meerwerk({ ...meten, meerwerk: nogOpen }).slice(0, 1)),
  ]
}

export function contractgebeurtenissen(alle: readonly Factuur[]): Gebeurtenis[] {
  const fout: Foutboekingen = new Map()
  return [
    ...CONTRACTEN.flatMap((een) => [...aangaan(een), ...meerwerk(een), ...afsluiten(een)]),
    ...facturen(alle, fout),
    ...correcties(alle, fout),
    ...voorstellen(),
  ]
}

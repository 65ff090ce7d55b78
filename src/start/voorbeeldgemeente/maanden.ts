import { type Datum, datum, laatsteDag, tijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  beoordeelVoorstel,
  boekMetDeHand,
  laadKoppeling,
  leesIn,
  leesInvoer,
  Periode,
  sluitPeriode,
  vraagHeropening,
} from '#grootboek/deur.ts'
import { maakAuditfile, VERPLICHTINGREKENING } from '#start/voorbeeldgemeente/auditfile.ts'
import { PROGRAMMA } from '#start/voorbeeldgemeente/besluiten.ts'
import { betalingVan } from '#start/voorbeeldgemeente/bronverdeling.ts'
import { HEROPENING, MET_DE_HAND, ONTVANGSTEN } from '#start/voorbeeldgemeente/geldstromen.ts'
import { moet, werkdag } from '#start/voorbeeldgemeente/hulpmiddelen.ts'
import { JAREN, KOSTENPATRONEN, LAATSTE_JAAR, LAATSTE_MAAND } from '#start/voorbeeldgemeente/kosten.ts'
import { type Gebeurtenis, op, type Plek } from '#start/voorbeeldgemeente/plek.ts'
import { type Boekstuk, FOUT_STUK, VERPLICHTINGPLAATS } from '#start/voorbeeldgemeente/stukken.ts'
import type { Factuur } from '#start/voorbeeldgemeente/verplichtingen.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'

/** Wat elke maand terugkomt: het financiële systeem inlezen, maanden sluiten, en geld dat binnenkomt. */

/** Eerst per kwartaal, later per maand. */
const PER_MAAND_VANAF = 2026
/** Oktober is net ingelezen en voorlopig gesloten. */
export const EIND: Datum = datum('2026-11-13')

type Maand = { jaar: number; maand: number }

const inleesmaanden = (): Maand[] =>
  JAREN.flatMap((jaar) =>
    Array.from({ length: jaar === LAATSTE_JAAR ? LAATSTE_MAAND : 12 }, (_, i) => ({
      jaar,
      maand: i + 1,
    })).filter(({ maand }) => jaar >= PER_MAAND_VANAF || maand % 3 === 0),
  )

const na = ({ jaar, maand }: Maand, hoeveel: number): Maand => {
  const nummer = jaar * 12 + maand - 1 + hoeveel
  return { jaar: Math.floor(nummer / 12), maand: (nummer % 12) + 1 }
}

const dagNa = (maand: Maand, hoeveel: number, dag: number): Datum => {
  const later = na(maand, hoeveel)
  return werkdag(later.jaar, later.maand, dag)
}

const projecten = new Map(KOSTENPATRONEN.map(({ onderdeel, project }) => [onderdeel, project]))

/** Facturen op verplichtingen staan ook in het financiële systeem; hier horen zij er niet nog eens bij. */
export const alsStuk = ({ nummer, datum: dag, onderdeel, bedragCent }: Factuur): Boekstuk => ({
  dagboek: 'INK',
  nummer: `V${nummer}`,
  datum: dag,
  stuk: nummer,
  regels: [
    {
      rekening: VERPLICHTINGREKENING,
      project: projecten.get(onderdeel) ?? null,
      kostenplaats: VERPLICHTINGPLAATS,
      bedragCent,
    },
  ],
})

async function* alsStroom(tekst: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(tekst, 'utf8')
}

const MEESTE_REGELS = 100_000

async function leesBestand({ als, boekhouder, db, klok }: Plek, jaar: number, stukken: readonly Boekstuk[]) {
  const tekst = maakAuditfile(jaar, stukken, klok.vandaag())
  const { koppeling, stand } = await db.lees(laadKoppeling)
  const gelezen = await moet(
    `auditfile ${klok.vandaag()}`,
    leesInvoer(leesXaf, alsStroom(tekst), koppeling, stand, {
      uitbreiding: 'xaf',
      meesteRegels: MEESTE_REGELS,
    }),
  )
  await moet('inlezen', leesIn(boekhouder, als('financieel-adviseur'), { gelezen, programma: PROGRAMMA }))
}

const keerTien = (stuk: Boekstuk): Boekstuk => ({
  ...stuk,
  regels: stuk.regels.map((regel) => ({ ...regel, bedragCent: centen(regel.bedragCent * FOUT_STUK.factor) })),
})

export function inlezen(stukken: readonly Boekstuk[]): Gebeurtenis[] {
  const totEnMet = (jaar: number, dag: Datum): Boekstuk[] =>
    stukken.filter((stuk) => Number(stuk.datum.slice(0, 4)) === jaar && stuk.datum <= dag)
  const fout = stukken.find(
    ({ datum: dag, dagboek, regels }) =>
      dagboek === 'INK' && '2024-04-10' < dag && dag <= '2024-06-30' && regels[0]?.rekening === '43800',
  )
  if (fout === undefined) throw new Error('voorbeeldgemeente: geen boekstuk om fout in te lezen')
  return inleesmaanden().flatMap((maand) => {
    const { jaar } = maand
    const isFout = jaar === FOUT_STUK.jaar && maand.maand === FOUT_STUK.maand
    const dag = dagNa(maand, 1, 8)
    const grens = laatsteDag(tijdvak(periodeVan(maand)))
    const keer = (wanneer: Datum, welke: readonly Boekstuk[]) =>
      op(wanneer, 10, (plek) => leesBestand(plek, jaar, welke))
    const goed = totEnMet(jaar, grens)
    if (!isFout) return [keer(dag, goed)]
    return [
      keer(
        dag,
        goed.map((stuk) => (stuk === fout ? keerTien(stuk) : stuk)),
      ),
      keer(dagNa(maand, 1, 18), goed),
    ]
  })
}

const periodeVan = ({ jaar, maand }: Maand): Periode =>
  Periode.parse(`${jaar}-${String(maand).padStart(2, '0')}`)

const sluit = (plek: Plek, maanden: readonly Maand[], naar: 'voorlopig' | 'vast') =>
  Promise.all(
    maanden.map((maand) =>
      moet(
        `sluiten ${periodeVan(maand)}`,
        sluitPeriode(plek.boekhouder, plek.als('financieel-adviseur'), {
          periode: periodeVan(maand),
          naar,
          toch: true,
        }),
      ),
    ),
  )

/** Tot en met deze maand staat alles vast; daarna is alles tot en met de laatste maand voorlopig dicht. */
const LAATST_VAST = 2026 * 12 + 5

/** December gaat pas vast na het afsluiten van het jaar. */
export function sluitingen(): Gebeurtenis[] {
  return inleesmaanden().flatMap((maand) => {
    const groep = maand.jaar >= PER_MAAND_VANAF ? [maand] : [na(maand, -2), na(maand, -1), maand]
    const vast = groep.filter((een) => een.jaar * 12 + een.maand - 1 <= LAATST_VAST)
    const dagVast = maand.maand === 12 ? werkdag(maand.jaar + 1, 3, 28) : dagNa(maand, 2, 15)
    return [
      op(dagNa(maand, 1, 12), 16, (plek) => sluit(plek, groep, 'voorlopig')),
      ...(vast.length === 0 ? [] : [op(dagVast, 16, (plek) => sluit(plek, vast, 'vast'))]),
    ]
  })
}

const ontvang = (plek: Plek, een: (typeof ONTVANGSTEN)[number]) =>
  moet(
    `ontvangst ${een.stuk}`,
    boekMetDeHand(plek.boekhouder, plek.als('financieel-adviseur'), {
      soort: 'ontvangst',
      programma: PROGRAMMA,
      bron: een.bron,
      jaar: een.jaar,
      geldigOp: een.op,
      bedragCent: centen(een.euro * 100),
      stuk: een.stuk,
    }),
  )

/** Wat op één dag binnenkwam, gaat samen. */
export const ontvangsten = (): Gebeurtenis[] =>
  [...Map.groupBy(ONTVANGSTEN, (een) => een.op)].map(([dag, samen]) =>
    op(dag, 15, (plek) => Promise.all(samen.map((een) => ontvang(plek, een)))),
  )

type Handuitgave = { op: Datum; onderdeel: string; jaar: number; cent: number; stuk: string; tekst: string }

const boekHand = (plek: Plek, een: Handuitgave) =>
  moet(
    `uitgave ${een.stuk}`,
    boekMetDeHand(plek.boekhouder, plek.als('financieel-adviseur'), {
      soort: 'realisatie',
      programma: PROGRAMMA,
      onderdeel: een.onderdeel,
      jaar: een.jaar,
      geldigOp: een.op,
      bedragCent: centen(een.cent),
      stuk: een.stuk,
      tekst: een.tekst,
      betaling: betalingVan(plek.plannen[2], een.onderdeel, een.jaar),
    }),
  )

const dagen = { ...HEROPENING, periode: Periode.parse(HEROPENING.periode) }
const HEROPENDE_MAAND: Maand = { jaar: 2025, maand: 4 }

export function bijzonderheden(): Gebeurtenis[] {
  let voorstel = ''
  return [
    ...MET_DE_HAND.map((een) => op(een.op, 14, (plek) => boekHand(plek, een))),
    op(dagen.gevraagd, 11, async (plek) => {
      const gevraagd = vraagHeropening(
        plek.boekhouder,
        plek.als('financieel-adviseur'),
        dagen.periode,
        dagen.reden,
      )
      voorstel = (await moet('heropenen', gevraagd)).voorstel
    }),
    op(dagen.goedgekeurd, 9, async (plek) => {
      const oordeel = { voorstel, oordeel: 'goedgekeurd' } as const
      await moet('heropening', beoordeelVoorstel(plek.boekhouder, plek.als('programmamanager'), oordeel))
    }),
    op(dagen.goedgekeurd, 13, (plek) => boekHand(plek, dagen.boeking)),
    op(dagen.weerDicht, 9, (plek) => sluit(plek, [HEROPENDE_MAAND], 'voorlopig')),
    op(dagen.weerDicht, 10, (plek) => sluit(plek, [HEROPENDE_MAAND], 'vast')),
  ]
}

import { datum, tijdvak } from '#basis/datum.ts'
import { GrafiekMatrix } from '#ui/grafiek-matrix.tsx'
import { GrafiekMijlpaaltrend } from '#ui/grafiek-mijlpaaltrend.tsx'
import type { KitDeel } from '#ui/kit-deel.ts'
import type { Trendlijn } from '#ui/mijlpaaltrend.ts'

const punt = (gemeldOp: string, verwacht: string) => ({
  gemeldOp: datum(gemeldOp),
  verwacht: tijdvak(verwacht),
})
const UITGESTELD: Trendlijn = {
  naam: 'Nieuwe afspraken met alle aanbieders',
  href: '#afspraken',
  gepland: tijdvak('2024-Q2'),
  punten: [punt('2023-12-11', '2024-Q2'), punt('2024-05-27', '2024-Q4'), punt('2024-11-25', '2025-Q2')],
  bereikt: { gemeldOp: datum('2025-07-07'), op: datum('2025-06-30') },
}
const OP_TIJD: Trendlijn = {
  naam: 'Convenant ondertekend',
  gepland: tijdvak('2024-02-29'),
  punten: [punt('2023-11-20', '2024-02-29')],
  bereikt: { gemeldOp: datum('2024-03-04'), op: datum('2024-02-29') },
}
const LOOPT: Trendlijn = {
  naam: 'Keuze van de proeven die blijven',
  gepland: tijdvak('2025-H2'),
  punten: [punt('2024-10-14', '2025-H2'), punt('2025-04-22', '2026-Q1')],
}

const Trends = () => (
  <>
    <GrafiekMijlpaaltrend
      id="trend-een"
      boodschap="De afspraken schoven twee keer naar achteren, en zijn er nu"
      lijnen={[UITGESTELD]}
      vandaag={datum('2025-11-22')}
    />
    <GrafiekMijlpaaltrend
      id="trend-meer"
      boodschap="Twee van de drie mijlpalen zijn uitgesteld"
      lijnen={[UITGESTELD, OP_TIJD, LOOPT]}
      vandaag={datum('2025-11-22')}
    />
  </>
)

const ding = (nummer: number, naam: string) => ({ tekst: `R${nummer}`, naam, href: `#r${nummer}` })
const vak = (gewicht: number, ...dingen: ReturnType<typeof ding>[]) => ({ gewicht, dingen })

const Matrix = () => (
  <GrafiekMatrix
    id="matrix"
    boodschap="Eén risico is groot in kans en gevolg samen"
    toelichting="Elk nummer is een risico; een dikkere rand is zwaarder."
    hoek="Kans, bij een gevolg van"
    kolommen={['tot en met € 10.000', 'tot en met € 50.000', 'meer dan € 50.000']}
    rijen={[
      { kop: 'groot', vakken: [vak(2), vak(4), vak(5, ding(2, 'Minder geld van het Rijk'))] },
      {
        kop: 'midden',
        vakken: [vak(1), vak(3, ding(1, 'Een vacature blijft open'), ding(4, 'Hogere huur')), vak(4)],
      },
      { kop: 'klein', vakken: [vak(1, ding(3, 'De keuken wordt duurder')), vak(1), vak(2)] },
    ]}
  />
)

export const KIT_VOORTGANG: readonly KitDeel[] = [
  {
    naam: 'mijlpaaltrend',
    titel: 'Mijlpaaltrend',
    lead: 'Hoe een verwachting verschoof, van melding tot melding.',
    Inhoud: Trends,
  },
  {
    naam: 'matrix',
    titel: 'Kans en gevolg',
    lead: 'Een tabel met in elk vak wat daar hoort.',
    Inhoud: Matrix,
  },
]

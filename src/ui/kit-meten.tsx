import { GrafiekTrend } from '#ui/grafiek-trend.tsx'
import type { KitDeel } from '#ui/kit-deel.ts'
import type { TrendPunt } from '#ui/trend.ts'

const jaar = (jaartal: number, waarde: number | undefined, rest: Partial<TrendPunt> = {}): TrendPunt => ({
  naam: String(jaartal),
  kort: String(jaartal),
  maand: jaartal * 12 + 11,
  waarde,
  tekst: waarde === undefined ? '' : String(waarde).replace('.', ','),
  ...rest,
})

const METEN: readonly TrendPunt[] = [
  jaar(2021, 68, { laag: 59.6, hoog: 75.4, margetekst: '59,6 tot 75,4' }),
  jaar(2022, 71, { laag: 63, hoog: 78, margetekst: '63 tot 78' }),
  jaar(2023, undefined, { ontbreekt: 'niet geleverd' }),
  jaar(2024, 76, { laag: 68.5, hoog: 82.2, margetekst: '68,5 tot 82,2' }),
  jaar(2025, 79, { laag: 72, hoog: 84.6, margetekst: '72 tot 84,6', voorlopig: true }),
]

const KWARTALEN: readonly TrendPunt[] = Array.from({ length: 12 }, (_, i) => {
  const [jaartal, kwartaal] = [2023 + Math.floor(i / 4), (i % 4) + 1]
  const waarde = [42, 45, 39, 44, 48, 51, 47, 46, 52, 55, 53, 58][i] ?? 0
  return {
    naam: `kwartaal ${kwartaal} van ${jaartal}`,
    kort: kwartaal === 1 ? String(jaartal) : `Q${kwartaal}`,
    maand: jaartal * 12 + kwartaal * 3 - 1,
    waarde,
    tekst: String(waarde),
  }
})

const Trends = () => (
  <>
    <GrafiekTrend
      id="trend"
      boodschap="Hulp op tijd komt dichter bij de streefwaarde, maar het verschil valt binnen de marge"
      toelichting="In procent van de hulpvragen."
      eenheid="Procent"
      punten={METEN}
      doel={{
        waarde: 85,
        tekst: 'streefwaarde 85',
        maand: 2026 * 12 + 11,
        begin: { maand: 2021 * 12 + 11, waarde: 68 },
      }}
    />
    <GrafiekTrend
      id="trend-kwartaal"
      boodschap="Er komen elk kwartaal meer bezoekers; een marge is hier niet bekend"
      eenheid="Bezoekers per dag"
      punten={KWARTALEN}
    />
    <GrafiekTrend
      id="trend-bereik"
      boodschap="Het aantal zaken per medewerker bleef binnen het bereik"
      eenheid="Zaken per medewerker"
      punten={[jaar(2023, 24), jaar(2024, 27), jaar(2025, 26.5)]}
      doel={{ waarde: 20, tot: 30, tekst: 'bereik 20 tot 30' }}
    />
  </>
)

export const KIT_METEN: readonly KitDeel[] = [
  {
    naam: 'trend',
    titel: 'Trend van een meting',
    lead: 'Hoe een cijfer verloopt, met marge, gaten en streefwaarde.',
    Inhoud: Trends,
  },
]

import { vergelijkbaar } from '#basis/tekst.ts'
import { type Doelveld, LIJSTSOORTEN, type Lijstsoort, veldenBijKop } from '#uitwisseling/lijst/velden.ts'

/** Welke soort lijst het is, aan de koppen gezien; `zeker` als geen andere soort in de buurt komt. */
export function raadSoort(koppen: readonly string[]): { soort: Lijstsoort; zeker: boolean } {
  const velden = new Set(koppen.flatMap((kop) => veldenBijKop(kop).map(({ veld }) => veld)))
  const nummer = koppen.some((kop) =>
    /verplichting\w* ?(?:nummer|nr)|bestel|order|contract|obligo/u.test(vergelijkbaar(kop)),
  )
  const punten: Record<Lijstsoort, number> = {
    budgetuitputting:
      2 * tel(velden, 'primitief', 'wijzigingen', 'na-wijziging') +
      tel(velden, 'verplicht', 'gerealiseerd', 'restant'),
    mutaties:
      3 * Number(velden.has('debet') && velden.has('credit')) +
      tel(velden, 'bedrag', 'boekstuk', 'dagboek', 'datum', 'periode', 'kant'),
    verplichtingen: (nummer ? 4 : 0) + tel(velden, 'stuk', 'verplicht', 'restant', 'gerealiseerd', 'datum'),
  }
  const [eerste, tweede] = LIJSTSOORTEN.toSorted((een, ander) => punten[ander] - punten[een])
  const soort = eerste ?? 'mutaties'
  return { soort, zeker: punten[soort] - punten[tweede ?? soort] >= 2 }
}

const tel = (velden: ReadonlySet<Doelveld>, ...gezocht: Doelveld[]): number =>
  gezocht.filter((veld) => velden.has(veld)).length

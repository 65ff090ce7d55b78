import { centen, toonEuroCenten } from '#basis/geld.ts'
import { hoofdletter } from '#basis/tekst.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { mensenzin } from '#regels/beleid/zinnen.ts'
import type { Variantuitkomst } from '#regels/simulatie/simuleer.ts'
import { GROEPASLIJST, type Groepas, type Groepuitkomst } from '#regels/simulatie/telling.ts'
import { MINSTE_GROEP } from '#regels/simulatie/verberg.ts'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

export const ASNAAM: Readonly<Record<Groepas, string>> = {
  inkomen: 'Inkomen',
  huishouden: 'Huishouden',
  aow: 'AOW',
  czm: 'CZM',
}

/** Wie erop vooruit gaat en wie erop achteruit. */
export const Mensen = ({ vergelijking: { simulatie } }: { vergelijking: Vergelijking }) => (
  <Sectie
    kop="Wie er meer en wie er minder betaalt"
    id="mensen"
    onder="Wat een huishouden per maand zelf betaalt, vergeleken met nu. Boven nul betaalt het meer."
  >
    <Alinea>
      Een groep van minder dan {MINSTE_GROEP} laten wij niet zien, en ook niets waaruit zij te vinden is. Daar
      staat “klein”. De tabel komt uit één keer namaken; daarom kan zij een paar huishoudens verschillen van
      de aantallen hierboven.
    </Alinea>
    {simulatie.varianten.map((een, i) => (
      <Meer kop={`“${een.variant.naam}”: wie`} open={i === 0 || simulatie.varianten.length === 1}>
        <Groepen een={een} nummer={i + 1} />
      </Meer>
    ))}
  </Sectie>
)

function Groepen({ een, nummer }: { een: Variantuitkomst; nummer: number }) {
  const { perAs, vakken, totaal } = een.groepen
  return (
    <>
      <Alinea>{mensenzin(een)}</Alinea>
      <Tabel
        id={`groepen-${nummer}`}
        bijschrift={`Per groep, bij “${een.variant.naam}”`}
        breed
        kolommen={[
          { sleutel: 'groep', kop: 'Groep', cel: (rij: Groepuitkomst) => groepnaam(rij) },
          ...CIJFERS,
        ]}
        groepen={perAs.map(({ as, rijen }) => ({ kop: ASNAAM[as], rijen }))}
        totaal={{
          kop: 'Alle huishoudens met hulp',
          cellen: Object.fromEntries(CIJFERS.map((kolom) => [kolom.sleutel, kolom.cel(totaal)])),
        }}
      />
      <Meer kop="Alles tegelijk: inkomen, huishouden, AOW en CZM">
        <Tabel
          id={`vakken-${nummer}`}
          bijschrift={`Inkomen × huishouden × AOW × CZM, bij “${een.variant.naam}”`}
          breed
          kolommen={[
            ...GROEPASLIJST.map((as) => ({
              sleutel: as,
              kop: ASNAAM[as],
              cel: (rij: Groepuitkomst) => rij.groep[as] ?? '',
            })),
            ...CIJFERS,
          ]}
          rijen={vakken}
        />
      </Meer>
    </>
  )
}

const groepnaam = ({ groep }: Groepuitkomst): string => hoofdletter(Object.values(groep).join(', '))

const KLEIN = <span class="oz-stil">klein</span>
/** Een lege groep is geen verborgen groep. */
const geld = (rij: Groepuitkomst, cent: number | null) =>
  cent === null ? (rij.aantal === 0 ? '–' : KLEIN) : toonEuroCenten(centen(cent))
const tel = (aantal: number | null) => (aantal === null ? KLEIN : aantal)

const CIJFERS: readonly Kolom<Groepuitkomst>[] = [
  { sleutel: 'aantal', kop: 'Aantal', soort: 'getal', cel: (rij) => tel(rij.aantal) },
  { sleutel: 'vooruit', kop: 'Betaalt minder', soort: 'getal', cel: (rij) => tel(rij.vooruit) },
  { sleutel: 'achteruit', kop: 'Betaalt meer', soort: 'getal', cel: (rij) => tel(rij.achteruit) },
  { sleutel: 'gemiddeld', kop: 'Gemiddeld', soort: 'getal', cel: (rij) => geld(rij, rij.gemiddeld) },
  { sleutel: 'p5', kop: '5 van de 100 onder', soort: 'getal', cel: (rij) => geld(rij, rij.p5) },
  { sleutel: 'p95', kop: '5 van de 100 boven', soort: 'getal', cel: (rij) => geld(rij, rij.p95) },
  {
    sleutel: 'verlies',
    kop: 'Grootste verlies',
    soort: 'getal',
    cel: (rij) => geld(rij, rij.grootsteVerlies),
  },
  {
    sleutel: 'merkbaar',
    kop: 'Meer dan € 10 erbij',
    soort: 'getal',
    cel: (rij) =>
      rij.deelMerkbaar === null ? (rij.aantal === 0 ? '–' : KLEIN) : `${Math.round(rij.deelMerkbaar * 100)}%`,
  },
]

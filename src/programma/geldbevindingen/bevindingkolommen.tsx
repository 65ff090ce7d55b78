import { hoofdletter } from '#basis/tekst.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import type { Geldbevinding, Geldregelcode } from '#programma/geldbevindingen/geldbevindingen.ts'
import { GELDERNSTNAAM } from '#programma/geldbevindingen/teksten.ts'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Link } from '#ui/link.tsx'
import type { Kolom } from '#ui/tabel.tsx'

/** De kolommen van een lijst met bevindingen over geld. */

export const TOON = { fout: 'fout', waarschijnlijk: 'let-op', aandacht: 'stil' } as const

/** Alleen de kolommen waarin iets staat. */
export function kolommenVan(van: Geldbezoek, bevindingen: readonly Geldbevinding[]): Kolom<Geldbevinding>[] {
  const { plan } = van.beeld
  const heeft = (veld: keyof Geldbevinding): boolean => bevindingen.some((een) => een[veld] !== undefined)
  const kolommen: (Kolom<Geldbevinding> | false)[] = [
    {
      sleutel: 'waar',
      kop: 'Waar',
      rijkop: true,
      cel: (een) => <Waar van={van} bevinding={een} />,
    },
    heeft('onderdeel') &&
      heeft('bron') && {
        sleutel: 'bron',
        kop: 'Bron',
        cel: ({ bron }) =>
          bron == null ? '' : <Link href={van.pad(`/bronnen/${bron}`)}>{bronnaam(plan)(bron)}</Link>,
      },
    heeft('jaar') && {
      sleutel: 'jaar',
      kop: 'Jaar',
      cel: ({ jaar }) => (jaar === undefined ? '' : String(jaar)),
    },
    {
      sleutel: 'ernst',
      kop: 'Ernst',
      cel: ({ ernst }) => <Etiket toon={TOON[ernst]}>{GELDERNSTNAAM[ernst]}</Etiket>,
    },
    heeft('bij') && { sleutel: 'bij', kop: 'Toelichting', cel: ({ bij }) => bij ?? '' },
    {
      sleutel: 'bedrag',
      kop: 'Bedrag, €',
      soort: 'bedrag',
      nadruk: true,
      cel: ({ bedragCent }) => bedragCent,
      href: (een) => bedragadres(van, een),
    },
  ]
  return kolommen.filter((kolom) => kolom !== false)
}

function Waar(props: { van: Geldbezoek; bevinding: Geldbevinding }) {
  const { van, bevinding } = props
  const { plan } = van.beeld
  const { onderdeel, bron, verplichting, boeking } = bevinding
  if (verplichting !== undefined)
    return <Link href={van.pad(`/verplichtingen/${verplichting}`)}>Verplichting {verplichting}</Link>
  if (boeking !== undefined)
    return (
      <Link href={van.pad(`/boekingen/${boeking}`)}>
        Boeking {boeking}, {bronnaam(plan)(bron ?? null)}
      </Link>
    )
  if (onderdeel === null) return <>nog onbekend onderdeel</>
  if (onderdeel !== undefined)
    return van.beeld.onderdeel.has(onderdeel) ? (
      <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{onderdeelnaam(plan)(onderdeel)}</Link>
    ) : (
      <>{onderdeel} (niet in dit plan)</>
    )
  if (bron == null) return <>{hoofdletter(bronnaam(plan)(null))}</>
  return <Link href={van.pad(`/bronnen/${bron}`)}>{bronnaam(plan)(bron)}</Link>
}

const KOLOMVAN: Partial<Record<Geldregelcode, string>> = {
  overschrijding: 'vrij',
  niet_tijdig_bijgesteld: 'vrij',
  buiten_looptijd: 'gerealiseerd',
  niet_gekoppeld: 'gerealiseerd',
  bron_tekort: 'nog-te-verdelen',
  nog_te_verdelen: 'nog-te-verdelen',
  niet_ontvangen: 'toegezegd',
  verplichting_verlopen: 'verplicht',
}

/** De boekingen waaruit het bedrag bestaat. */
function bedragadres(van: Geldbezoek, een: Geldbevinding): string | undefined {
  if (een.boeking !== undefined) return van.pad(`/boekingen/${een.boeking}`)
  return van.geldpad('/boekingen', {
    onderdeel: een.onderdeel === null ? '-' : een.onderdeel,
    bron: een.bron === null ? '-' : een.bron,
    jaar: een.jaar,
    kolom: KOLOMVAN[een.regel],
  })
}

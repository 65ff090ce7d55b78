import type { Child } from 'hono/jsx'
import { centen, toonCenten } from '#basis/geld.ts'
import { hoofdletter, toonGetal } from '#basis/tekst.ts'
import type { Kenmerk, Regel, Vastgelegd } from '#grootboek/deur.ts'
import { type Geldkolom, kolommenVan } from '#programma/begroting/begrotingstabel.ts'
import { alleRijen, type Geldrij, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { alsVelden } from '#programma/begroting/geldfilter.ts'
import { bronnaam, onderdeelnaam, rekeningnaam } from '#programma/boekingen/verhaal.ts'
import { OVERZIENBAAR } from '#programma/boekingen/verplaatst.tsx'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Wat de boeking met de begrotingstabel deed, en de regels zoals zij in het journaal staan. */

type Bladprops = { van: Planbezoek; boeking: Vastgelegd; kolommen: readonly Geldkolom[] }

function bedragkolommen({ van, boeking, kolommen }: Bladprops, dan: readonly string[]): Kolom<Geldrij>[] {
  const [per, verder] = dan
  return kolommen.map((kolom) => ({
    sleutel: kolom.sleutel,
    kop: `${kolom.kop}, €`,
    soort: 'bedrag' as const,
    cel: (rij: Geldrij) => {
      const bedrag = kolom.bedrag(rij)
      return bedrag === undefined || bedrag === 0 ? undefined : toonCenten(bedrag)
    },
    href: (rij: Geldrij) =>
      van.pad('/begroting', { ...alsVelden(rij.filter), per, dan: verder, 'bekend-op': boeking.nr }),
  }))
}

/** Een boeking die niet aan een budget komt, zegt dat. Raakt zij veel budgetten, dan staat er eerst één rij per jaar. */
export function Gevolg(props: { van: Planbezoek; boeking: Vastgelegd }) {
  const { van, boeking } = props
  const posten = boeking.regels.map((regel, i) => ({ ...regel, post: i, soort: boeking.soort }))
  const eigen = posten.filter(({ rekening }) => rekening.programma === van.beeld.plan.programma.id)
  const tabel = geldtabelVan(van.beeld, eigen, { filter: {}, per: ['onderdeel', 'jaar'] })
  const bladen = alleRijen(tabel.rijen).filter(({ soort }) => soort === 'jaar')
  if (bladen.length === 0)
    return (
      <Sectie kop="Wat dit met de begroting deed">
        <Alinea>
          Niets: deze boeking gaat over wat een bron inbrengt, niet over het budget van een onderdeel.
        </Alinea>
      </Sectie>
    )
  const kolommen = kolommenVan(tabel, boeking.soort !== 'raming' && boeking.soort !== 'wijziging')
  const waar = ({ filter: { onderdeel } }: Geldrij): Child => {
    if (onderdeel === undefined) return ''
    const naam = onderdeelnaam(van.beeld, onderdeel)
    const bekend = onderdeel !== null && van.beeld.onderdeel.has(onderdeel)
    return bekend ? <Link href={van.pad(`/onderdelen/${onderdeel}`)}>{naam}</Link> : hoofdletter(naam)
  }
  const perBudget = (
    <>
      <Tabel
        id="gevolg"
        bijschrift="Verandering per kolom"
        bijschriftVerborgen
        breed
        kolommen={[
          { sleutel: 'waar', kop: 'Onderdeel', cel: waar },
          { sleutel: 'jaar', kop: 'Jaar', cel: ({ naam }: Geldrij) => naam },
          ...bedragkolommen({ van, boeking, kolommen }, ['onderdeel', 'jaar']),
        ]}
        rijen={eersteRijen(bladen)}
      />
      <Afgekapt aantal={bladen.length}>De rest staat in het bestand van het journaal.</Afgekapt>
    </>
  )
  const jaren = geldtabelVan(van.beeld, eigen, { filter: {}, per: ['jaar'] })
  return (
    <Sectie
      kop="Wat dit met de begroting deed"
      onder="Erbij of eraf per kolom, in euro. Een bedrag leidt naar de begroting zoals zij na deze boeking was."
    >
      {bladen.length <= OVERZIENBAAR ? (
        perBudget
      ) : (
        <>
          <Tabel
            id="gevolg-per-jaar"
            bijschrift="Verandering per jaar"
            bijschriftVerborgen
            kolommen={[
              { sleutel: 'jaar', kop: 'Jaar', cel: ({ naam }: Geldrij) => naam },
              ...bedragkolommen({ van, boeking, kolommen }, ['onderdeel', 'jaar']),
            ]}
            rijen={jaren.rijen}
            totaal={{
              kop: 'Samen',
              cellen: Object.fromEntries(
                kolommen.map(({ sleutel, bedrag }) => [
                  sleutel,
                  toonCenten(bedrag(jaren.totaal) ?? centen(0)),
                ]),
              ),
            }}
          />
          <Meer kop="Per onderdeel en jaar">{perBudget}</Meer>
        </>
      )}
    </Sectie>
  )
}

/** `taakveld 6.1 (indeling 2025), categorie 4.2`. */
function kenmerkzin({ taakveld, taakveldschema, categorie, aard }: Kenmerk): string {
  return [
    taakveld === undefined ? undefined : `taakveld ${taakveld} (indeling ${taakveldschema})`,
    categorie === undefined ? undefined : `categorie ${categorie}`,
    aard,
  ]
    .filter((deel) => deel !== undefined)
    .join(', ')
}

export function Regels(props: { van: Planbezoek; regels: readonly Regel[] }) {
  const { van, regels } = props
  const tabel = (
    <>
      <Tabel
        id="regels"
        bijschrift="Regels van deze boeking"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'rekening',
            kop: 'Rekening',
            cel: ({ rekening }: Regel) => rekeningnaam(van.beeld, rekening),
          },
          { sleutel: 'bron', kop: 'Bron', cel: ({ rekening }: Regel) => bronnaam(van.beeld, rekening.bron) },
          { sleutel: 'kenmerk', kop: 'Kenmerk', cel: ({ kenmerk }: Regel) => kenmerkzin(kenmerk) },
          {
            sleutel: 'bedrag',
            kop: 'Bedrag, €',
            soort: 'bedrag',
            cel: ({ bedragCent }: Regel) => toonCenten(bedragCent),
          },
        ]}
        rijen={eersteRijen(regels)}
      />
      <Afgekapt aantal={regels.length}>De rest staat in het bestand van het journaal.</Afgekapt>
    </>
  )
  return (
    <Sectie
      kop="De regels"
      onder="Zo staat het in het journaal: een plus is waar het geld heen ging, een min waar het vandaan kwam. Per bron is dat samen nul."
    >
      {regels.length <= 2 * OVERZIENBAAR ? (
        tabel
      ) : (
        <Meer kop={`Alle ${toonGetal(regels.length)} regels`}>{tabel}</Meer>
      )}
    </Sectie>
  )
}

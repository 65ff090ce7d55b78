import { toonBedrag } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { Begrotingstabel } from '#programma/begroting/begrotingstabel.tsx'
import { geldtabelVan, isBesteed } from '#programma/begroting/geldbeeld.ts'
import type { Geldstand } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { type Bronregel, type Bronstand, bronstandVan, bronstandzin } from '#programma/geld/bronstand.ts'
import type { Bron } from '#programma/plan.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

type Props = { van: Geldbezoek; bron: Bron; stand: Geldstand }

const raakt = (posten: readonly Postsaldo[], bron: string): boolean =>
  posten.some(({ rekening }) => rekening.bron === bron)

/** Wat er van een bron werkelijk is toegezegd, ontvangen, verdeeld en besteed, en waaraan. */
export function Brongeld(props: Props) {
  const { van, bron, stand } = props
  const besteed = isBesteed(stand.posten)
  return (
    <Sectie kop="Wat er werkelijk gebeurde" id="werkelijk">
      {raakt(stand.posten, bron.id) ? (
        <Standen {...props} besteed={besteed} />
      ) : (
        <Alinea>
          Op deze bron is nog niets geboekt.{' '}
          {besteed
            ? 'Er is dus nog niets uit besteed.'
            : 'In dit programma is behalve het plan nog niets geboekt.'}
        </Alinea>
      )}
      <Tijdkeuzeformulier van={van} actie={`/bronnen/${bron.id}`} />
    </Sectie>
  )
}

function Bronstandtabel({
  van,
  bron,
  bronstand,
  besteed,
}: Pick<Props, 'van' | 'bron'> & { bronstand: Bronstand; besteed: boolean }) {
  const [toegezegd] = bronstand.in
  // Wat nul is en er nog niet toe doet, staat er niet bij.
  const waar = bronstand.waar.filter(
    ({ kolom, bedrag }) =>
      bedrag !== 0 || kolom === 'nog-te-verdelen' || (besteed && kolom === 'gerealiseerd'),
  )
  return (
    <Tabel
      id="bronstand"
      bijschrift="Wat de bron inbrengt en waar het is, in euro"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: 'Wat', cel: ({ naam }: Bronregel) => naam },
        {
          sleutel: 'bedrag',
          kop: 'Bedrag, €',
          soort: 'bedrag',
          cel: ({ bedrag, kolom, naam }: Bronregel) =>
            bedrag === 0 ? (
              bedrag
            ) : (
              <Link
                href={van.geldpad('/boekingen', { bron: bron.id, kolom })}
                naam={`${toonBedrag(bedrag)}, ${naam}`}
              >
                {toonBedrag(bedrag)}
              </Link>
            ),
        },
      ]}
      groepen={[
        {
          kop: 'Wat de bron inbrengt',
          rijen: bronstand.in.filter(({ kolom, bedrag }) => kolom === 'toegezegd' || besteed || bedrag !== 0),
        },
        {
          kop: 'Waar dat geld is',
          rijen: waar,
          totaal: { kop: 'Samen', cellen: { bedrag: toegezegd?.bedrag } },
        },
      ]}
    />
  )
}

function Standen({ van, bron, stand, besteed }: Props & { besteed: boolean }) {
  const bronstand = bronstandVan(van.beeld, stand.posten, bron.id)
  const vraag = { filter: { bron: bron.id as string }, per: ['onderdeel' as const] }
  const tabel = geldtabelVan(van.beeld, stand.posten, vraag)
  const zonderBron = bronstandVan(van.beeld, stand.posten, null).waar.find(
    ({ kolom }) => kolom === 'gerealiseerd',
  )
  return (
    <>
      {besteed && (
        <Alinea>
          <strong>{bronstandzin(bronstand)}.</strong>
          {zonderBron !== undefined && zonderBron.bedrag > 0 && (
            <>
              {' '}
              In dit programma is ook{' '}
              <Bedrag
                cent={zonderBron.bedrag}
                href={van.geldpad('/boekingen', { bron: '-', kolom: 'gerealiseerd' })}
              />{' '}
              besteed waarvan nog niet bekend is uit welke bron.
            </>
          )}
        </Alinea>
      )}
      <Bronstandtabel van={van} bron={bron} bronstand={bronstand} besteed={besteed} />
      {tabel.rijen.length > 0 && (
        <Sectie kop="Waar het aan toebedeeld is" niveau={3}>
          <Begrotingstabel
            van={van}
            id="bron-onderdelen"
            vraag={{
              ...vraag,
              indeling: undefined,
              gekozen: { per: 'onderdeel', dan: undefined },
              opDeCent: false,
            }}
            tabel={tabel}
            besteed={besteed}
          />
        </Sectie>
      )}
    </>
  )
}

import { toonDatum } from '#basis/datum.ts'
import { type Centen, toonBedrag, toonCenten, trekAf } from '#basis/geld.ts'
import { toonGetal } from '#basis/tekst.ts'
import type { Vastgelegd } from '#grootboek/deur.ts'
import { type Bedragen, geldtabelVan } from '#programma/begroting/geldbeeld.ts'
import { alsVelden } from '#programma/begroting/geldfilter.ts'
import { korteZin, SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { BESTANDSVORMEN } from '#programma/poorten.ts'
import type { Verandering } from '#programma/sinds/sinds.flow.ts'
import { gevolgVan, isMetTerugwerkendeKracht, type Sindsvraag, verschilVan } from '#programma/sinds/sinds.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { KnopLink, Knoppen } from '#ui/knop.tsx'
import { Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

/** De drie tabellen op de pagina: de stand toen en daarna, per onderdeel, en de boekingen zelf. */

export type Gelezen = {
  van: Planbezoek
  vraag: Sindsvraag
  wat: Verandering
  vaststellingen: readonly { versie: number; op: Date }[]
}

const velden = ({ filter, velden: tijden }: Sindsvraag): Record<string, string | number | undefined> => ({
  ...tijden,
  ...alsVelden(filter),
})

const KOLOMMEN = [
  ['primitief', 'Primitief'],
  ['wijzigingen', 'Wijzigingen'],
  ['naWijziging', 'Na wijziging'],
  ['verplicht', 'Verplicht'],
  ['gerealiseerd', 'Gerealiseerd'],
  ['vrij', 'Vrij'],
  ['overheveling', 'Wacht op overheveling'],
] as const satisfies readonly (readonly [keyof Bedragen, string])[]

/** Erbij krijgt een plus: hier telt de richting. */
const metTeken = (bedrag: Centen): string => `${bedrag > 0 ? '+' : ''}${toonBedrag(bedrag)}`

export function Totalen({ van, vraag, wat }: Gelezen) {
  const telAlles = (posten: Verandering['nu']) =>
    geldtabelVan(van.beeld, posten, { filter: vraag.filter, per: [] }).totaal.bedragen
  const [toen, nu] = [telAlles(wat.toen), telAlles(wat.nu)]
  const rijen = KOLOMMEN.filter(([sleutel]) => toen[sleutel] !== 0 || nu[sleutel] !== 0)
  if (rijen.length === 0) return null
  return (
    <Sectie kop="De stand toen en daarna">
      <Tabel
        id="totalen"
        bijschrift="Totaal per kolom op beide momenten, in euro"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'kolom', kop: 'Kolom', cel: ([, naam]: (typeof rijen)[number]) => naam },
          { sleutel: 'toen', kop: 'Toen, €', soort: 'bedrag', cel: ([sleutel]) => toen[sleutel] },
          { sleutel: 'nu', kop: 'Daarna, €', soort: 'bedrag', cel: ([sleutel]) => nu[sleutel] },
          {
            sleutel: 'verschil',
            kop: 'Verschil, €',
            soort: 'bedrag',
            nadruk: true,
            cel: ([sleutel]) => metTeken(trekAf(nu[sleutel], toen[sleutel])),
          },
        ]}
        rijen={rijen}
      />
    </Sectie>
  )
}

export function PerOnderdeel({ van, vraag, wat }: Gelezen) {
  const tabel = geldtabelVan(van.beeld, verschilVan(wat.toen, wat.nu), {
    filter: vraag.filter,
    per: ['onderdeel'],
  })
  if (tabel.rijen.length === 0) return null
  const { rijen, totaal } = tabel
  const kolommen = KOLOMMEN.filter(([sleutel]) => rijen.some(({ bedragen }) => bedragen[sleutel] !== 0))
  return (
    <Sectie kop="Wat er per onderdeel bij kwam of af ging">
      <Tabel
        id="per-onderdeel"
        bijschrift="Verschil per onderdeel, in euro"
        bijschriftVerborgen
        breed
        kolommen={[
          {
            sleutel: 'naam',
            kop: 'Onderdeel',
            cel: (rij: (typeof rijen)[number]) => (
              <Link href={van.pad('/sinds', { ...vraag.velden, ...alsVelden(rij.filter) })}>{rij.naam}</Link>
            ),
          },
          ...kolommen.map(([sleutel, kop]) => ({
            sleutel,
            kop: `${kop}, €`,
            soort: 'bedrag' as const,
            cel: ({ bedragen }: (typeof rijen)[number]) =>
              bedragen[sleutel] === 0 ? undefined : metTeken(bedragen[sleutel]),
          })),
        ]}
        rijen={rijen}
        toonRij={({ onaf }) => (onaf ? 'anders' : undefined)}
        totaal={{
          kop: 'Totaal',
          cellen: Object.fromEntries(
            kolommen.map(([sleutel]) => [sleutel, metTeken(totaal.bedragen[sleutel])]),
          ),
        }}
      />
    </Sectie>
  )
}

function kolommenVan({ van, vraag, wat }: Pick<Gelezen, 'van' | 'vraag' | 'wat'>): Kolom<Vastgelegd>[] {
  const gevolgen = new Map(
    wat.boekingen.map((boeking) => [boeking.nr, gevolgVan(van.beeld, boeking, vraag.filter)]),
  )
  return [
    {
      sleutel: 'nr',
      kop: 'Nummer',
      soort: 'getal',
      cel: ({ nr }) => (
        <Link href={van.pad(`/boekingen/${nr}`)} naam={`Boeking ${toonGetal(nr)}`}>
          {toonGetal(nr)}
        </Link>
      ),
    },
    {
      sleutel: 'geldig',
      kop: 'Gebeurd op',
      cel: (boeking) => (
        <>
          {toonDatum(boeking.geldigOp)}{' '}
          {isMetTerugwerkendeKracht(boeking, wat.dagVan) && <Etiket>met terugwerkende kracht</Etiket>}
        </>
      ),
    },
    {
      sleutel: 'wat',
      kop: 'Wat',
      rijkop: true,
      cel: ({ soort, regels, corrigeert }) => (
        <>
          {SOORTNAAM[soort]}
          <small class="oz-stil"> {korteZin(van.beeld, regels)}</small>
          {corrigeert !== null && <small> Corrigeert boeking {corrigeert}</small>}
        </>
      ),
    },
    ...(['naWijziging', 'verplicht', 'gerealiseerd', 'vrij'] as const).map(
      (sleutel): Kolom<Vastgelegd> => ({
        sleutel,
        kop: `${KOLOMMEN.find(([naam]) => naam === sleutel)?.[1]}, €`,
        soort: 'bedrag',
        cel: ({ nr }) => {
          const bedrag = gevolgen.get(nr)?.[sleutel]
          return bedrag === undefined || bedrag === 0
            ? undefined
            : `${bedrag > 0 ? '+' : ''}${toonCenten(bedrag)}`
        },
      }),
    ),
  ]
}

export function Lijst({ van, vraag, wat }: Gelezen) {
  const { boekingen, meer } = wat
  const uitleg = boekingen.some((boeking) => isMetTerugwerkendeKracht(boeking, wat.dagVan))
    ? ` Met terugwerkende kracht: het gebeurde op of voor ${wat.dagVan === undefined ? '' : toonDatum(wat.dagVan)}, en is daarna pas vastgelegd.`
    : ''
  return (
    <Sectie
      kop="De boekingen"
      onder={`Het nieuwste bovenaan. Elk bedrag is wat er bij kwam of af ging.${uitleg}`}
    >
      <Tabel
        id="boekingen"
        bijschrift="Boekingen"
        bijschriftVerborgen
        breed
        kolommen={kolommenVan({ van, vraag, wat })}
        rijen={boekingen}
        leeg="Geen enkele boeking past bij deze keuze."
      />
      {meer && (
        <Knoppen>
          <KnopLink href={van.pad('/sinds', { ...velden(vraag), voor: boekingen.at(-1)?.nr })}>
            Oudere boekingen
          </KnopLink>
        </Knoppen>
      )}
      <Downloads
        waarvan="deze veranderingen"
        downloads={BESTANDSVORMEN.map((vorm) => ({
          soort: vorm.toUpperCase() as Uppercase<typeof vorm>,
          href: van.pad(`/sinds/sinds.${vorm}`, velden(vraag)),
        }))}
      />
    </Sectie>
  )
}

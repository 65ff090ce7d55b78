import type { Context } from 'hono'
import { telOp } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import { type Geldstand, leesGeldstand } from '#programma/begroting/geldstand.flow.ts'
import { type Geldbezoek, leesGeldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { ankerVan, raakt } from '#programma/bevindingen/bevindingen.ts'
import { BRONSOORTNAMEN } from '#programma/bronsoorten.ts'
import { Vermeldingentabel } from '#programma/document/document.page.tsx'
import { Bronverloop } from '#programma/geld/bron.tsx'
import { Brongeld } from '#programma/geld/bron-geld.tsx'
import {
  AARDWOORDEN,
  betaaldUit,
  inbreng,
  type Stel,
  stellenVan,
  VERANTWOORDINGSWOORDEN,
} from '#programma/geld/geld.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import type { Bron, Onderdeel } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Kolommen, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Twijfel } from '#ui/twijfel.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Eén bron: wat zij inbrengt, hoe het opgaat, wat ervan betaald wordt en wat er niet klopt. */

export function bronPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/bronnen', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    return van instanceof Response ? van : c.redirect(`${van.pad('/geld')}#bronnen`, 303)
  })
  routes.get('plan.lezen', '/bronnen/:id', (c) => toonBron(c, kamer))
}

async function toonBron(c: Context<Omgeving>, kamer: Programmakamer): Promise<Response> {
  const van = await leesGeldbezoek(c, kamer)
  if (van instanceof Response) return van
  const bron = van.beeld.bron.get(c.req.param('id') ?? '')
  if (bron === undefined) return c.notFound()
  return c.html(<Bronpagina van={van} bron={bron} stand={await leesGeldstand(van, kamer)} />)
}

function Bronpagina(props: { van: Geldbezoek; bron: Bron; stand: Geldstand }) {
  const { van, bron, stand } = props
  const stel = stellenVan(van.beeld).find(({ bronnen }) => bronnen.some(({ id }) => id === bron.id))
  const vermeldingen = van.beeld.vermeldingenOver('bron', bron.id)
  return (
    <Planpagina
      van={van}
      titel={bron.naam}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Geld', href: van.pad('/geld') },
      ]}
    >
      <Paginakop titel={bron.naam} lead={leadVan(van, bron)} />
      <Bronfeiten bron={bron} />
      {bron.twijfel !== undefined && (
        <Melding soort="let-op" titel="Niet alles over deze bron is zeker">
          <Alinea>{bron.twijfel}</Alinea>
        </Melding>
      )}
      <Kolommen>
        <div>
          <Ontvangsten van={van} bron={bron} />
          <Verloop van={van} bron={bron} stel={stel} posten={stand.posten} />
          <Onderdelen van={van} bron={bron} stel={stel} />
          <Brongeld van={van} bron={bron} stand={stand} />
        </div>
        <div>
          <Zijkant van={van} bron={bron} stel={stel} />
        </div>
      </Kolommen>
      {vermeldingen.length > 0 && (
        <Sectie kop="Wat het document over deze bron zegt">
          <Vermeldingentabel van={van} vermeldingen={vermeldingen} zonderOver metPlaats />
        </Sectie>
      )}
    </Planpagina>
  )
}

function leadVan(van: Planbezoek, bron: Bron): string {
  const aantal = betaaldUit(van.beeld, bron.id).length
  const onderdelen = telwoord(aantal, 'onderdeel', 'onderdelen')
  const worden = aantal === 1 ? 'wordt' : 'worden'
  return inbreng(bron) === undefined
    ? `Het plan noemt geen bedrag voor deze bron. Wel ${worden} er ${onderdelen} uit betaald.`
    : `Uit deze bron ${worden} ${onderdelen} betaald.`
}

function Bronfeiten(props: { bron: Bron }) {
  const { bron } = props
  const bedrag = inbreng(bron)
  return (
    <Feiten
      feiten={[
        {
          label: 'Komt binnen',
          waarde: bedrag === undefined ? 'niet genoemd' : <Bedrag cent={bedrag} href="#ontvangsten" />,
        },
        { label: 'Van', waarde: BRONSOORTNAMEN[bron.soort] },
        { label: 'Hoe vaak', waarde: AARDWOORDEN[bron.aard] },
        { label: 'Verantwoording', waarde: VERANTWOORDINGSWOORDEN[bron.verantwoording] },
        { label: 'Voorwaarden', waarde: bron.voorwaarden ?? 'niet genoemd' },
      ]}
    />
  )
}

type Ontvangst = Bron['ontvangsten'][number]

function Ontvangsten(props: { van: Planbezoek; bron: Bron }) {
  const { ontvangsten } = props.bron
  if (ontvangsten.length === 0)
    return (
      <Sectie kop="Wat er binnenkomt" id="ontvangsten">
        <LegeStaat titel="Het plan noemt geen bedrag">
          Weet de programmamanager het bedrag? Dan kan dat er met een wijziging bij.
        </LegeStaat>
      </Sectie>
    )
  return (
    <Sectie kop="Wat er binnenkomt" id="ontvangsten">
      <Tabel
        bijschrift="Ontvangsten per jaar"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'naam',
            kop: 'Ontvangst',
            cel: ({ naam }: Ontvangst) => naam,
          },
          {
            sleutel: 'jaar',
            kop: 'Jaar',
            cel: ({ jaar, twijfel }: Ontvangst) => {
              const tekst = jaar ?? 'niet genoemd'
              return twijfel === undefined ? tekst : <Twijfel uitleg={twijfel}>{tekst}</Twijfel>
            },
          },
          {
            sleutel: 'regel',
            kop: 'Regel in het document',
            soort: 'getal',
            cel: ({ regel }: Ontvangst) => regel,
          },
          {
            sleutel: 'bedrag',
            kop: 'Bedrag, €',
            soort: 'bedrag',
            cel: ({ bedragCent }: Ontvangst) => bedragCent,
          },
        ]}
        rijen={ontvangsten}
        totaal={{
          kop: 'Totaal',
          cellen: { bedrag: telOp(...ontvangsten.map(({ bedragCent }) => bedragCent)) },
        }}
      />
    </Sectie>
  )
}

function Verloop(props: {
  van: Planbezoek
  bron: Bron
  stel: Stel | undefined
  posten: Geldstand['posten']
}) {
  const { van, bron, stel } = props
  if (stel === undefined)
    return (
      <Sectie kop="Hoe het geld opgaat">
        <Alinea>Geen enkel onderdeel noemt deze bron. Waar dit geld voor is, staat niet in het plan.</Alinea>
      </Sectie>
    )
  if (stel.verloop !== undefined)
    return <Bronverloop van={van} stel={stel} niveau={2} posten={props.posten} />
  const anderen = stel.bronnen.filter(({ id }) => id !== bron.id)
  return (
    <Sectie kop="Hoe het geld opgaat">
      <Alinea>
        Dat is niet te zeggen: van {opsomming(stel.zonderBedrag.map(({ naam }) => naam))} noemt het plan geen
        bedrag. Uit{' '}
        {anderen.length > 0
          ? `deze bron en ${opsomming(anderen.map(({ naam }) => naam))} samen`
          : 'deze bron'}{' '}
        wordt <Bedrag cent={stel.kost} /> betaald.
      </Alinea>
    </Sectie>
  )
}

function Onderdelen(props: { van: Planbezoek; bron: Bron; stel: Stel | undefined }) {
  const { van, bron, stel } = props
  const onderdelen = betaaldUit(van.beeld, bron.id)
  const zeker = onderdelen.some(({ id }) => van.beeld.geld(id).perBron.has(bron.id))
  return (
    <Sectie
      kop="Wat ervan betaald wordt"
      onder={
        (stel?.bronnen.length ?? 0) > 1 && !zeker
          ? 'Het plan zegt niet welk deel uit deze bron komt. Daarom staat hier het hele bedrag van elk onderdeel.'
          : undefined
      }
    >
      <Tabel
        bijschrift="Onderdelen die uit deze bron betaald worden"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'onderdeel',
            kop: 'Onderdeel',
            cel: ({ id, titel }: Onderdeel) => <Link href={van.pad(`/onderdelen/${id}`)}>{titel}</Link>,
          },
          {
            sleutel: 'groep',
            kop: 'Groep',
            cel: ({ groep }: Onderdeel) => van.beeld.groep.get(groep ?? '')?.titel ?? '',
          },
          ...(zeker
            ? [
                {
                  sleutel: 'zeker',
                  kop: 'Uit deze bron, €',
                  soort: 'bedrag' as const,
                  cel: ({ id }: Onderdeel) => van.beeld.geld(id).perBron.get(bron.id),
                },
              ]
            : []),
          {
            sleutel: 'kost',
            kop: 'Kost in totaal, €',
            soort: 'bedrag',
            cel: ({ id }: Onderdeel) => van.beeld.geld(id).totaal,
          },
        ]}
        rijen={eersteRijen(onderdelen)}
        totaal={{
          kop: 'Totaal',
          cellen: { kost: telOp(...onderdelen.map(({ id }) => van.beeld.geld(id).totaal)) },
        }}
        leeg="Geen enkel onderdeel noemt deze bron."
      />
      <Afgekapt aantal={onderdelen.length}>
        Alle staan bij{' '}
        <Link href={van.pad('/onderdelen', { bron: bron.id })}>de onderdelen van deze bron</Link>.
      </Afgekapt>
    </Sectie>
  )
}

function Zijkant(props: { van: Planbezoek; bron: Bron; stel: Stel | undefined }) {
  const { van, bron, stel } = props
  const anderen = stel?.bronnen.filter(({ id }) => id !== bron.id) ?? []
  const bevindingen = van.versie.bevindingen().filter((een) => raakt(een, `bron:${bron.id}`))
  return (
    <>
      {anderen.length > 0 && (
        <Sectie kop="Betaalt samen met" niveau={2}>
          <Zijbalklijst
            items={anderen.map(({ id, naam }) => ({
              tekst: <Link href={van.pad(`/bronnen/${id}`)}>{naam}</Link>,
            }))}
          />
        </Sectie>
      )}
      {bevindingen.length > 0 && (
        <Sectie kop="Wat de plancontrole vond" niveau={2}>
          <Zijbalklijst
            items={bevindingen.map(({ sleutel, titel }) => ({
              tekst: <Link href={`${van.pad('/plancontrole')}#${ankerVan(sleutel)}`}>{titel}</Link>,
            }))}
          />
        </Sectie>
      )}
    </>
  )
}

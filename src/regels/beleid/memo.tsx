import type { Child } from 'hono/jsx'
import { centen, toonBedrag } from '#basis/geld.ts'
import { toonGetal } from '#basis/tekst.ts'
import { Betaalcurve } from '#regels/beleid/betaalcurve.tsx'
import { type Curvekeuze, lijnenVan } from '#regels/beleid/curvelezen.ts'
import { KRUIMELS, PAD } from '#regels/beleid/kiezen.tsx'
import type { Notitie, Notitieblok, Notitietabel } from '#regels/beleid/notitie.ts'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Lead, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** De notitie op papier: twee bladen, te printen vanuit de browser. */
export function Memopagina(props: {
  schil: Schil
  notitie: Notitie
  vergelijking: Vergelijking
  zoek: string
}) {
  const { notitie } = props
  return (
    <Pagina
      titel={notitie.titel}
      schil={props.schil}
      kruimels={[
        ...KRUIMELS,
        { tekst: 'Beleidsvarianten', href: `${PAD}?${props.zoek}` },
        { tekst: 'Uitkomst', href: `${PAD}/uitkomst?${props.zoek}` },
      ]}
      nietIndexeren
    >
      <article class="oz-memo">
        <Paginakop
          titel={notitie.titel}
          bij={<Etiket toon="let-op">synthetisch</Etiket>}
          lead={notitie.ondertitel}
        />
        {notitie.delen.map(({ id, titel, blokken }) => (
          <Sectie kop={titel} id={id}>
            {blokken.map((blok) => (
              <Blok blok={blok} vergelijking={props.vergelijking} />
            ))}
          </Sectie>
        ))}
        <Downloads
          downloads={[
            { soort: 'PDF', href: `${PAD}/notitie.pdf?${props.zoek}` },
            { soort: 'ODT', href: `${PAD}/notitie.odt?${props.zoek}` },
            { soort: 'JSON', href: `${PAD}/notitie.json?${props.zoek}` },
          ]}
          waarvan="de notitie"
        />
      </article>
    </Pagina>
  )
}

function Blok({ blok, vergelijking }: { blok: Notitieblok; vergelijking: Vergelijking }): Child {
  switch (blok.soort) {
    case 'alinea':
      if (blok.toon === 'inleiding') return <Lead>{blok.tekst}</Lead>
      return blok.toon === 'let-op' ? (
        <Melding soort="let-op">
          <p>{blok.tekst}</p>
        </Melding>
      ) : (
        <Alinea>{blok.tekst}</Alinea>
      )
    case 'lijst':
      return <Lijst items={blok.punten} />
    case 'feiten':
      return <Feiten feiten={blok.rijen.map(([label, waarde]) => ({ label, waarde }))} />
    case 'tabel':
      return <Memotabel tabel={blok} />
    case 'grafiek':
      return <Curve boodschap={blok.boodschap} tabel={blok.tabel} vergelijking={vergelijking} />
  }
}

const Memotabel = ({ tabel }: { tabel: Notitietabel }) => (
  <Tabel
    id={`memo-${tabel.id}`}
    kopBreekt
    bijschrift={tabel.titel}
    bij={tabel.toelichting}
    smal="schuif"
    kolommen={tabel.kolommen.map(({ naam, kop, soort }, k) => ({
      sleutel: naam,
      kop: soort === 'bedrag' ? `${kop}, €` : kop,
      soort: soort === 'tekst' ? ('tekst' as const) : ('getal' as const),
      cel: (rij: Notitietabel['rijen'][number]) => waarde(rij.cellen[k] ?? null, soort),
    }))}
    rijen={tabel.rijen}
  />
)

function waarde(cel: string | number | null, soort: Notitietabel['kolommen'][number]['soort']): string {
  if (cel === null) return ''
  if (typeof cel === 'string') return cel
  return soort === 'bedrag' ? toonBedrag(centen(cel)) : toonGetal(cel)
}

const KEUZE: Curvekeuze = { type: 'alleen-aow', czm: true, niveau: 120 }

const Curve = (props: { boodschap: string; tabel: Notitietabel; vergelijking: Vergelijking }) => (
  <Betaalcurve
    id="memo-curve"
    boodschap={props.boodschap}
    toelichting={props.tabel.titel}
    lijnen={lijnenVan(props.vergelijking, KEUZE)}
    tabel={<Memotabel tabel={props.tabel} />}
  />
)

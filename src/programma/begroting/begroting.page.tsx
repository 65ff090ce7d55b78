import type { Context } from 'hono'
import { TAAKVELDSCHEMAS } from '#grootboek/deur.ts'
import { kolommenVan, uitvoerVan } from '#programma/begroting/begrotingstabel.ts'
import { Begrotingstabel } from '#programma/begroting/begrotingstabel.tsx'
import {
  alsVelden,
  type Begrotingsvraag,
  DEELNAAM,
  leesBegrotingsvraag,
} from '#programma/begroting/begrotingsvraag.ts'
import { DEELKEUZES } from '#programma/begroting/delers.ts'
import { filternamen } from '#programma/begroting/filternamen.ts'
import { andereKeuzes } from '#programma/begroting/filtervelden.tsx'
import { type Geldtabel, geldtabelVan, isBesteed } from '#programma/begroting/geldbeeld.ts'
import { leeswijzerVan, standVan, weigerVraag } from '#programma/begroting/geldpagina.tsx'
import { type Geldstand, leesGeldstand } from '#programma/begroting/geldstand.flow.ts'
import { Begrotingsgrafieken } from '#programma/begroting/grafieken.tsx'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import { formulierNaar, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { BESTANDSVORMEN, isBestandsvorm } from '#programma/poorten.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** De begrotingstabel: van primitief tot vrij, naar keuze verdeeld, en elk bedrag een link naar zijn boekingen. */

export function begrotingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/begroting', async (c) => {
    const gelezen = await lees(c, kamer)
    return gelezen instanceof Response ? gelezen : c.html(<Begroting {...gelezen} />)
  })
  routes.get(
    'grootboek.lezen',
    '/begroting/:bestand',
    async (c) => {
      const [, vorm = ''] = /^begroting\.([a-z]+)$/u.exec(c.req.param('bestand')) ?? []
      if (!isBestandsvorm(vorm)) return c.notFound()
      const gelezen = await lees(c, kamer)
      if (gelezen instanceof Response) return gelezen
      const { van, vraag, tabel, besteed } = gelezen
      const over = {
        leeswijzer: leeswijzerVan(van, filternamen(van.beeld, vraag.filter)),
        stand: standVan(van),
      }
      const bestand = kamer.bestanden.schrijfTabel(
        uitvoerVan(tabel, vraag, kolommenVan(tabel, besteed), over),
        vorm,
      )
      const naam = `begroting-${van.kop.id}-${van.vandaag}.${vorm}`
      return bestandsantwoord(bestand, naam)
    },
    { tempo: 'duur' },
  )
}

type Gelezen = {
  van: Geldbezoek
  vraag: Begrotingsvraag
  stand: Geldstand
  tabel: Geldtabel
  besteed: boolean
}

async function lees(c: Context<Omgeving>, kamer: Programmakamer): Promise<Gelezen | Response> {
  const van = await leesGeldbezoek(c, kamer)
  if (van instanceof Response) return van
  const vraag = leesBegrotingsvraag(c.req.query(), van.beeld)
  if (!vraag.ok) return weigerVraag(c, vraag.reden)
  const stand = await leesGeldstand(van, kamer)
  const tabel = geldtabelVan(van.beeld, stand.posten, vraag.waarde, stand.prognoses)
  return { van, vraag: vraag.waarde, stand, tabel, besteed: isBesteed(stand.posten) }
}

function Begroting(props: Gelezen) {
  const { van, vraag, tabel, besteed } = props
  const gekozen = filternamen(van.beeld, vraag.filter)
  return (
    <Planpagina
      van={van}
      titel="Begroting"
      beschrijving="Wat er begroot is, wat er veranderde, wat vastligt, wat besteed is en wat er over is."
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Geld', href: van.pad('/geld') },
      ]}
    >
      <Paginakop titel="Begroting" lead="Wat er begroot is, wat er veranderde, en wat ermee gebeurde." />
      <Keuze van={van} vraag={vraag} />
      <Tijdkeuzeformulier van={van} actie="/begroting" vraag={alsVelden(vraag)} />
      {gekozen.length > 0 && (
        <Alinea>
          Alleen: {gekozen.map(([wat, naam]) => `${wat.toLowerCase()} ${naam}`).join(', ')}.{' '}
          <Link href={van.geldpad('/begroting', { per: vraag.gekozen.per, dan: vraag.gekozen.dan })}>
            Toon alles
          </Link>
        </Alinea>
      )}
      {!besteed && tabel.rijen.length > 0 && <NogNietGeboekt />}
      {tabel.rijen.length === 0 ? (
        <LegeStaat titel="Hier is nog niets geboekt">
          De begroting komt erin als de raad het plan vaststelt. Kijkt u terug, dan was er op dat moment nog
          niets.
        </LegeStaat>
      ) : (
        <>
          <Begrotingstabel van={van} vraag={vraag} tabel={tabel} besteed={besteed} />
          <Downloads
            waarvan="deze tabel"
            downloads={BESTANDSVORMEN.map((vorm) => ({
              soort: vorm.toUpperCase() as Uppercase<typeof vorm>,
              href: van.geldpad(`/begroting/begroting.${vorm}`, alsVelden(vraag)),
            }))}
          />
          <Begrotingsgrafieken {...props} />
        </>
      )}
    </Planpagina>
  )
}

/** Nul besteed is iets anders dan niets geboekt. */
export const NogNietGeboekt = () => (
  <Melding soort="info" titel="Behalve het plan is er nog niets geboekt">
    <Alinea>
      Wat er is vastgelegd, besteed en over is, staat hier pas als de financieel adviseur het inleest of
      boekt.
    </Alinea>
  </Melding>
)

const ZICHTBAAR = ['per', 'dan', 'jaar', 'bron', 'groep', 'indeling', 'centen'] as const

function Keuze(props: { van: Geldbezoek; vraag: Begrotingsvraag }) {
  const { van, vraag } = props
  const { plan, jaren } = van.beeld
  const naar = formulierNaar({ pad: van.geldpad }, '/begroting')
  const { filter, gekozen } = vraag
  const velden = alsVelden(vraag)
  const mee = andereKeuzes(velden, ZICHTBAAR)
  const delen = DEELKEUZES.map((keuze) => ({ waarde: keuze, tekst: DEELNAAM[keuze] }))
  const isTaakveld = vraag.per.includes('taakveld')
  return (
    <Formulier
      actie={naar.actie}
      methode="get"
      rij
      naam="Begroting kiezen"
      verborgen={{ ...naar.verborgen, ...mee }}
    >
      <KeuzeVeld naam="per" label="Per" keuzes={delen} waarde={gekozen.per ?? vraag.per[0]} smal />
      <KeuzeVeld
        naam="dan"
        label="En daarbinnen per"
        leeg="Niet verder"
        keuzes={delen}
        waarde={gekozen.per === undefined ? vraag.per[1] : gekozen.dan}
        smal
      />
      <KeuzeVeld
        naam="jaar"
        label="Jaar"
        leeg="Alle jaren"
        keuzes={jaren.map((jaar) => ({ waarde: `${jaar}`, tekst: `${jaar}` }))}
        waarde={`${filter.jaar ?? ''}`}
        smal
      />
      <KeuzeVeld
        naam="bron"
        label="Bron"
        leeg="Alle bronnen"
        keuzes={[
          ...plan.bronnen.map(({ id, naam }) => ({ waarde: id as string, tekst: naam })),
          { waarde: '-', tekst: 'Nog te verdelen over de bronnen' },
        ]}
        waarde={filter.bron === null ? '-' : (filter.bron ?? '')}
      />
      {plan.groepen.length > 0 && (
        <KeuzeVeld
          naam="groep"
          label="Groep"
          leeg="Alle groepen"
          keuzes={plan.groepen.map(({ id, titel }) => ({ waarde: id as string, tekst: titel }))}
          waarde={filter.groep ?? ''}
        />
      )}
      {isTaakveld && (
        <KeuzeVeld
          naam="indeling"
          label="Taakvelden omzetten naar"
          leeg="Niet omzetten"
          keuzes={TAAKVELDSCHEMAS.map((jaar) => ({ waarde: jaar, tekst: `Indeling ${jaar}` }))}
          waarde={vraag.indeling ?? ''}
        />
      )}
      <KeuzeVeld
        naam="centen"
        label="Bedragen"
        leeg="Hele euro's"
        keuzes={[{ waarde: 'ja', tekst: 'Op de cent' }]}
        waarde={vraag.opDeCent ? 'ja' : ''}
        smal
      />
      <Knop soort="hoofd">Toon</Knop>
      {Object.values(velden).some((waarde) => waarde !== undefined) && (
        <KnopLink href={van.pad('/begroting')}>Wis</KnopLink>
      )}
    </Formulier>
  )
}

import type { Context } from 'hono'
import { telwoord } from '#basis/tekst.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import { toonMoment, WERKFASE } from '#toegang/teksten.ts'
import { isAfgelopen, type Werk, type Werkvoorraad } from '#toegang/werk.ts'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Voortgang } from '#ui/voortgang.tsx'

/** Hoe vaak een pagina over lopend werk zichzelf opnieuw ophaalt. */
const VERVERS_S = 3

export const werkPad = (id: string): string => `/bezig/${id}`

/** Werk dat langer duurt dan een verzoek: alleen te zien en te stoppen voor wie het begon. */
export function werkRoutes(voorraad: Werkvoorraad): Routes {
  const vind = (c: Context<Omgeving>): Werk | undefined => {
    const { gemeente, wie } = c.get('bezoek')
    const id = c.req.param('id')
    return wie === undefined || id === undefined ? undefined : voorraad.vind(gemeente.code, wie.account, id)
  }
  return maakRoutes()
    .get('werk.eigen', '/bezig', (c) => {
      const { gemeente, wie } = c.get('bezoek')
      const werk = wie === undefined ? [] : voorraad.lijst(gemeente.code, wie.account)
      return c.html(<Werklijst schil={c.get('schil')()} werk={werk} />)
    })
    .get('werk.eigen', '/bezig/:id', (c) => {
      const werk = vind(c)
      if (werk === undefined) return foutAntwoord(c, 'niet_gevonden', WEG)
      const pauze = c.req.query('pauze') === 'ja'
      return c.html(<Werkpagina schil={c.get('schil')()} werk={werk} pauze={pauze} />)
    })
    .post('werk.eigen', '/bezig/:id/stop', (c) => {
      const werk = vind(c)
      if (werk === undefined) return foutAntwoord(c, 'niet_gevonden', WEG)
      voorraad.stop(werk.gemeente, werk.wie, werk.id)
      return c.redirect(werkPad(werk.id), 303)
    })
}

const WEG = {
  titel: 'Dit werk is hier niet meer te zien',
  zin: 'Het is van iemand anders, al lang klaar, of gestopt doordat de server opnieuw begon. Wat het bewaarde, is er nog. Kijk daar, of begin het opnieuw.',
}

function Werkpagina(props: { schil: Schil; werk: Werk; pauze: boolean }) {
  const { werk, pauze } = props
  const klaar = isAfgelopen(werk)
  return (
    <Pagina
      titel={`${WERKFASE[werk.fase]}: ${werk.soort}`}
      schil={props.schil}
      kruimels={[{ tekst: 'Wat er bezig is', href: '/bezig' }]}
      ververs={klaar || pauze ? undefined : VERVERS_S}
      nietIndexeren
    >
      <Paginakop titel={werk.soort} lead={`Begonnen op ${toonMoment(werk.begonOp)}.`} />
      {klaar ? <Afloop werk={werk} /> : <Loop werk={werk} pauze={pauze} />}
    </Pagina>
  )
}

function Afloop(props: { werk: Werk }) {
  const { uitslag, fase } = props.werk
  if (uitslag === undefined) return null
  const soort = uitslag.goed ? 'goed' : fase === 'mislukt' ? 'fout' : 'let-op'
  return (
    <Melding soort={soort} titel={WERKFASE[fase]} antwoord>
      <p>{uitslag.zin}</p>
      {uitslag.naar !== undefined && (
        <p>
          <Link href={uitslag.naar.href}>{uitslag.naar.tekst}</Link>
        </p>
      )}
    </Melding>
  )
}

/** Alleen de delen met `data-vers` veranderen; zo blijft staan waar de lezer met het toetsenbord is. */
function Loop(props: { werk: Werk; pauze: boolean }) {
  const { werk, pauze } = props
  const { gedaan, totaal, eenheid, stap } = werk.voortgang
  const zin =
    werk.fase === 'wacht'
      ? `Wacht op ${telwoord(werk.voor, 'ander stuk werk', 'andere stukken werk')}.`
      : `Bezig${stap === undefined ? '' : `: ${stap}`}.`
  return (
    <div class="oz-werk" data-ververs={pauze ? undefined : VERVERS_S}>
      <p class="utrecht-paragraph" role="status" data-vers>
        {zin}
      </p>
      <div data-vers>
        {werk.fase === 'bezig' && (
          <Voortgang id="voortgang" label="Voortgang" gedaan={gedaan} totaal={totaal} eenheid={eenheid} />
        )}
      </div>
      <Alinea klein>
        U kunt deze pagina verlaten; het werk gaat door. U vindt het terug bij{' '}
        <Link href="/bezig">wat er bezig is</Link>.
      </Alinea>
      <form method="post" action={`${werkPad(werk.id)}/stop`}>
        <Knoppen>
          <Knop soort="tweede">Stop dit werk</Knop>
          <KnopLink href={pauze ? werkPad(werk.id) : `${werkPad(werk.id)}?pauze=ja`}>
            {pauze ? 'Weer vanzelf verversen' : 'Niet vanzelf verversen'}
          </KnopLink>
        </Knoppen>
      </form>
    </div>
  )
}

function Werklijst(props: { schil: Schil; werk: readonly Werk[] }) {
  return (
    <Pagina titel="Wat er bezig is" schil={props.schil} nietIndexeren>
      <Paginakop
        titel="Wat er bezig is"
        lead="Werk dat u begon en dat langer duurt, zoals een bestand inlezen."
      />
      <Tabel
        bijschrift="Uw werk, nieuwste eerst"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'soort', kop: 'Werk', cel: (werk) => werk.soort, href: (werk) => werkPad(werk.id) },
          { sleutel: 'fase', kop: 'Stand', cel: (werk) => WERKFASE[werk.fase] },
          { sleutel: 'begon', kop: 'Begonnen', cel: (werk) => toonMoment(werk.begonOp) },
          { sleutel: 'zin', kop: 'Afloop', cel: (werk) => werk.uitslag?.zin ?? '' },
        ]}
        rijen={props.werk}
        leeg="U heeft nu niets lopen. Als u een groot bestand inleest, ziet u het hier."
      />
    </Pagina>
  )
}

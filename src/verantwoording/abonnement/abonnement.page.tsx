import type { Context } from 'hono'
import { Adres, foutAntwoord, leesFormulier, maakRoutes, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina } from '#ui/pagina.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import {
  bevestigAbonnement,
  kanBevestigen,
  meldAf,
  vraagAbonnementAan,
} from '#verantwoording/abonnement/abonnement.flow.ts'
import { GELDIG_UREN } from '#verantwoording/abonnement/abonnement.ts'
import { ADRESFOUT } from '#verantwoording/abonnement/teksten.ts'

const PAD = '/abonnement'

export type Abonnementopties = {
  /** Is er een mailserver? Zonder wacht de bevestiging, en dat hoort iemand te weten. */
  metPost: boolean
  /** Adres van de site voor links in een bericht; nooit zomaar de Host-kop van een vreemde. */
  site: (c: Context<Omgeving>) => string
}

/** Een bericht bij een nieuw rapport: aanmelden, bevestigen en afmelden, zonder inlog. */
export const abonnementRoutes = (opties: Abonnementopties): Routes =>
  maakRoutes()
    .get('abonnement.nemen', PAD, (c) => toon(c, opties), { bewaar: false })
    .post('abonnement.nemen', PAD, (c) => vraagAan(c, opties), { tempo: 'inlog' })
    .get('abonnement.nemen', `${PAD}/bevestigen/:sleutel`, toonBevestigen, { bewaar: false, tempo: 'inlog' })
    .post(
      'abonnement.nemen',
      `${PAD}/bevestigen/:sleutel`,
      async (c) => {
        const gedaan = await bevestigAbonnement(c.get('bezoek'), c.req.param('sleutel'))
        if (gedaan.ok) return c.redirect(`${PAD}?bevestigd`, 303)
        return gedaan.reden === 'mag_niet' ? foutAntwoord(c, 'mag_niet') : linkVerlopen(c)
      },
      { tempo: 'inlog' },
    )
    .get('abonnement.nemen', `${PAD}/afmelden/:sleutel`, toonAfmelden, { bewaar: false })
    // Het mailprogramma van de lezer meldt af zonder onze pagina te openen (RFC 8058): het bewijs is de sleutel.
    .post(
      'abonnement.nemen',
      `${PAD}/afmelden/:sleutel`,
      async (c) => {
        const gedaan = await meldAf(c.get('bezoek'), c.req.param('sleutel'))
        if (!gedaan.ok) return foutAntwoord(c, 'mag_niet')
        // Een mailprogramma volgt geen omleiding (RFC 8058 §3.1); een mens in een browser krijgt wel de gewone pagina.
        const isKlik = (await leesFormulier(c))['List-Unsubscribe'] !== undefined
        return isKlik ? c.text('U bent afgemeld.') : c.redirect(`${PAD}?afgemeld`, 303)
      },
      { overal: true },
    )

async function vraagAan(c: Context<Omgeving>, opties: Abonnementopties): Promise<Response> {
  const getypt = (await leesFormulier(c))['adres'] ?? ''
  const adres = Adres.safeParse(getypt)
  if (!adres.success) return toon(c, opties, getypt.slice(0, 300), [{ veld: 'adres', tekst: ADRESFOUT }])
  const gedaan = await vraagAbonnementAan(c.get('bezoek'), { adres: adres.data, site: opties.site(c) })
  return gedaan.ok ? c.redirect(`${PAD}?verstuurd`, 303) : foutAntwoord(c, 'mag_niet')
}

const GEDAAN = {
  verstuurd: {
    soort: 'info',
    titel: 'Kijk in uw e-mail',
    zin: `Wij sturen een bericht naar het adres dat u invulde. Daarin staat wat u moet doen. De link werkt ${GELDIG_UREN} uur. Niets gekregen? Kijk bij ongewenste e-mail, of probeer het over een uur opnieuw.`,
  },
  bevestigd: {
    soort: 'goed',
    titel: 'U bent aangemeld',
    zin: 'U krijgt een bericht zodra er een nieuw rapport is vastgesteld. In elk bericht staat hoe u zich afmeldt.',
  },
  afgemeld: {
    soort: 'goed',
    titel: 'U bent afgemeld',
    zin: 'Wij sturen u geen berichten meer. Uw e-mailadres is gewist.',
  },
} as const

function toon(
  c: Context<Omgeving>,
  opties: Abonnementopties,
  getypt = '',
  fouten: readonly VeldFout[] = [],
): Response | Promise<Response> {
  const wat = Object.entries(GEDAAN).find(([naam]) => c.req.query(naam) !== undefined)?.[1]
  return c.html(
    <Pagina
      titel="Bericht bij een nieuw rapport"
      schil={c.get('schil')()}
      kruimels={[{ tekst: 'Overzicht', href: '/' }]}
      fout={fouten.length > 0}
    >
      <Paginakop
        titel="Bericht bij een nieuw rapport"
        lead="Krijg een e-mail als de gemeente een rapport vaststelt over het programma."
      />
      {fouten.length === 0 && wat !== undefined && (
        <Melding soort={wat.soort} antwoord titel={wat.titel}>
          <Alinea>{wat.zin}</Alinea>
        </Melding>
      )}
      {!opties.metPost && (
        <Melding soort="let-op" titel="E-mail werkt hier nog niet">
          <Alinea>
            De gemeente heeft nog geen mailserver ingesteld. U kunt zich wel aanmelden: de bevestiging wacht.
          </Alinea>
        </Melding>
      )}
      <Formulier actie={PAD} fouten={fouten}>
        <TekstVeld
          naam="adres"
          label="E-mailadres"
          soort="email"
          autocomplete="email"
          uitleg="Wij gebruiken het alleen hiervoor. Meldt u zich af, dan wissen wij het."
          waarde={getypt}
          fout={foutVan(fouten, 'adres')}
          maxLengte={254}
          verplicht
        />
        <Knop>Aanmelden</Knop>
      </Formulier>
      <Sectie kop="Liever zonder e-mailadres?">
        <Alinea>
          Volg dan de <Link href="/feed.atom">feed</Link> in een feedlezer. Daarin staan ook besluiten en
          nieuwe versies van het plan.
        </Alinea>
      </Sectie>
    </Pagina>,
    fouten.length > 0 ? 400 : 200,
  )
}

type Vraagpagina = { titel: string; lead: string; actie: string; knop: string }

const vraagpagina = (c: Context<Omgeving>, { titel, lead, actie, knop }: Vraagpagina) =>
  c.html(
    <Pagina titel={titel} schil={c.get('schil')()} nietIndexeren>
      <Paginakop titel={titel} lead={lead} />
      <form method="post" action={actie}>
        <Knop>{knop}</Knop>
      </form>
    </Pagina>,
  )

async function toonBevestigen(c: Context<Omgeving>): Promise<Response> {
  const sleutel = c.req.param('sleutel') ?? ''
  if (!(await kanBevestigen(c.get('bezoek'), sleutel))) return linkVerlopen(c)
  return vraagpagina(c, {
    titel: 'Berichten ontvangen?',
    lead: 'U krijgt een e-mail bij elk nieuw rapport. Afmelden kan altijd, met de link in elk bericht.',
    actie: `${PAD}/bevestigen/${sleutel}`,
    knop: 'Ja, stuur mij berichten',
  })
}

/** Voor elke sleutel hetzelfde: wie een willekeurige probeert, hoort niet of zij bestaat. */
const toonAfmelden = (c: Context<Omgeving>): Response | Promise<Response> =>
  vraagpagina(c, {
    titel: 'Geen berichten meer?',
    lead: 'U krijgt dan geen e-mail meer bij een nieuw rapport. Wij wissen uw e-mailadres.',
    actie: `${PAD}/afmelden/${encodeURIComponent(c.req.param('sleutel') ?? '')}`,
    knop: 'Afmelden',
  })

const linkVerlopen = (c: Context<Omgeving>): Response | Promise<Response> =>
  c.html(
    <Pagina titel="Deze link werkt niet meer" schil={c.get('schil')()} nietIndexeren>
      <Paginakop
        titel="Deze link werkt niet meer"
        lead={`De link is al gebruikt, of ouder dan ${GELDIG_UREN} uur. Er is niets veranderd.`}
      />
      <Alinea>
        <Link href={PAD}>Meld u opnieuw aan</Link>, dan krijgt u een nieuwe link.
      </Alinea>
    </Pagina>,
    404,
  )

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ADRES } from '#ui/bestanden.ts'
import { klassen } from '#ui/klassen.ts'
import { type Kruimel, Kruimels } from '#ui/kruimels.tsx'
import { Link } from '#ui/link.tsx'
import { Navigatie, type NavPunt } from '#ui/navigatie.tsx'

/** Wat elke pagina omgeeft. De kamers boven `ui` vullen dit; `ui` kent geen kamer en geen adres. */
export type Schil = {
  /** Zoals het in de kop staat: "Gemeente Midden-Drenthe". */
  gemeente: string
  /** De naam van het programma: "Sociaal Domein 2022–2026". */
  programma: string
  thuis: string
  nav: readonly NavPunt[]
  /** De pagina's die bij deze horen, boven de kruimels. */
  sub?: { naam: string; punten: readonly NavPunt[] } | undefined
  zoek?: { actie: string; waarde?: string | undefined; veld?: string | undefined } | undefined
  /** Wie er is ingelogd; `verborgen` draagt het bewijs tegen vervalsing mee. */
  wie?:
    | {
        naam: string
        rol?: string | undefined
        uitlogActie: string
        verborgen?: Readonly<Record<string, string>> | undefined
      }
    | undefined
  /** Waar een bezoeker zonder account kan inloggen. */
  inloggen?: string | undefined
  /** Over de hele breedte boven de kop, bijvoorbeeld dat de cijfers verzonnen zijn. */
  banner?: { tekst: string; link?: { tekst: string; href: string } | undefined } | undefined
  voet: { tekst?: Child | undefined; links: readonly { tekst: string; href: string }[] }
  /** Adres van de opmaak met de tokens van deze gemeente; zonder is het ons eigen thema. */
  stijl?: string | undefined
}

type PaginaProps = {
  /** Zegt wat de pagina is; komt voor in de titel van het venster. */
  titel: string
  beschrijving?: string | undefined
  schil: Schil
  kruimels?: readonly Kruimel[] | undefined
  /** Er ging iets mis met het formulier: de titel begint dan met "Fout". */
  fout?: boolean | undefined
  /** Extra regels in de head, zoals een link naar dezelfde gegevens als JSON. */
  links?: readonly { rel: string; href: string; type?: string | undefined }[] | undefined
  nietIndexeren?: boolean | undefined
  /** Na zoveel seconden opnieuw ophalen, voor wie geen script heeft; met script doet `data-ververs` het stiller. */
  ververs?: number | undefined
  children?: Child | undefined
}

export function paginatitel(titel: string, schil: Schil, fout = false): string {
  const delen = [titel, schil.programma, schil.gemeente].filter((deel, i, alle) => alle.indexOf(deel) === i)
  return `${fout ? 'Fout: ' : ''}${delen.join(' – ')}`
}

export function Pagina(props: PaginaProps) {
  const { schil } = props
  return (
    <>
      {raw('<!doctype html>\n')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{paginatitel(props.titel, schil, props.fout)}</title>
          {props.beschrijving !== undefined && <meta name="description" content={props.beschrijving} />}
          {props.ververs !== undefined && (
            <noscript>
              <meta http-equiv="refresh" content={String(props.ververs)} />
            </noscript>
          )}
          {props.nietIndexeren && <meta name="robots" content="noindex" />}
          <meta name="theme-color" content="#0b5a5e" />
          <link rel="preload" href={ADRES.letter} as="font" type="font/woff2" crossorigin="anonymous" />
          <link rel="stylesheet" href={schil.stijl ?? ADRES.stijl} />
          <link rel="icon" href={ADRES.icoon} type="image/svg+xml" />
          {props.links?.map((link) => (
            <link rel={link.rel} href={link.href} type={link.type} />
          ))}
          <script type="module" src={ADRES.script}></script>
        </head>
        <body>
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
            Naar de inhoud
          </a>
          {schil.banner !== undefined && <Banner banner={schil.banner} />}
          <Paginahoofd schil={schil} />
          <main id="inhoud" tabindex={-1}>
            <div class="oz-in">
              {schil.sub !== undefined && schil.sub.punten.length > 0 && (
                <Navigatie klasse="oz-subnav" {...schil.sub} />
              )}
              <Kruimels kruimels={props.kruimels ?? []} />
              {props.children}
            </div>
          </main>
          <Voet schil={schil} />
        </body>
      </html>
    </>
  )
}

function Banner(props: { banner: NonNullable<Schil['banner']> }) {
  const { tekst, link } = props.banner
  return (
    <section class="oz-banner" aria-label="Mededeling">
      <p class="oz-in">
        {tekst} {link !== undefined && <a href={link.href}>{link.tekst}</a>}
      </p>
    </section>
  )
}

/** Meer pagina's passen op een gewoon scherm niet naast de titel en het zoekveld. */
const HOOGSTENS_NAAST = 6

/** Op een telefoon een titel en een menu; het menu is er tweemaal, maar nooit tegelijk zichtbaar. */
function Paginahoofd(props: { schil: Schil }) {
  const { schil } = props
  const isEenRegel = schil.wie === undefined && schil.nav.length <= HOOGSTENS_NAAST
  return (
    <header class={klassen('utrecht-page-header', 'oz-kop', isEenRegel && 'oz-kop--een-regel')}>
      <div class="utrecht-page-header__content oz-kop__rij">
        <a class="oz-merk" href={schil.thuis}>
          <span class="oz-merk__gemeente">{schil.gemeente}</span>{' '}
          <span class="oz-merk__programma">{schil.programma}</span>
        </a>
        <div class="oz-kop__breed">
          <Navigatie klasse="oz-nav" punten={schil.nav} naam="Hoofdmenu" />
          <div class="oz-kop__eind">
            <Zoek schil={schil} plek="kop" />
            <Wie schil={schil} />
          </div>
        </div>
        <details class="oz-menu">
          <summary>
            <svg viewBox="0 0 18 14" aria-hidden="true" focusable="false" fill="none" stroke-width="2">
              <path d="M0 1h18M0 7h18M0 13h18" />
            </svg>
            Menu
          </summary>
          <div class="oz-menu__inhoud">
            <Navigatie klasse="oz-nav" punten={schil.nav} naam="Menu" />
            <Zoek schil={schil} plek="menu" />
            <Wie schil={schil} />
          </div>
        </details>
      </div>
    </header>
  )
}

function Zoek(props: { schil: Schil; plek: 'kop' | 'menu' }) {
  const { zoek } = props.schil
  if (zoek === undefined) return null
  const id = `zoek-${props.plek}`
  return (
    <search aria-label={`Zoeken vanuit ${props.plek}`}>
      <form class="oz-zoek" action={zoek.actie} method="get">
        <label class="oz-vh" for={id}>
          Zoek in het programma
        </label>
        <input
          class="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          id={id}
          name={zoek.veld ?? 'zoek'}
          value={zoek.waarde}
          placeholder="Zoeken"
          maxlength={200}
        />
        <button class="oz-zoek__knop" type="submit">
          <span class="oz-vh">Zoeken</span>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="none" stroke-width="2">
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 5 5" />
          </svg>
        </button>
      </form>
    </search>
  )
}

function Wie(props: { schil: Schil }) {
  const { wie, inloggen } = props.schil
  if (wie !== undefined)
    return (
      <form class="oz-wie" method="post" action={wie.uitlogActie}>
        {Object.entries(wie.verborgen ?? {}).map(([naam, waarde]) => (
          <input type="hidden" name={naam} value={waarde} />
        ))}
        <span>{wie.naam}</span>
        <span class="oz-wie__onder">
          {wie.rol !== undefined && <span class="oz-wie__rol">{wie.rol}</span>}
          <button class="oz-tekstknop" type="submit">
            Uitloggen
          </button>
        </span>
      </form>
    )
  if (inloggen === undefined) return null
  return (
    <div class="oz-wie">
      <Link href={inloggen}>Inloggen</Link>
    </div>
  )
}

function Voet(props: { schil: Schil }) {
  const { tekst, links } = props.schil.voet
  return (
    <footer class="utrecht-page-footer oz-voet">
      <div class="utrecht-page-footer__content">
        {tekst !== undefined && <p>{tekst}</p>}
        <nav aria-label="Over deze website">
          <ul>
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.tekst}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

import type { Context } from 'hono'
import { probleemAntwoord } from '#basis/probleem.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import { FOUTEN, type Foutcode } from '#toegang/teksten.ts'
import { KnopLink } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'

/** Wie om gegevens vraagt, krijgt een fout als gegevens; een mens krijgt een pagina. */
export const wilGegevens = (c: Context): boolean =>
  c.req.path.startsWith('/api/') || c.req.header('accept')?.startsWith('application/json') === true

/** Een fout als pagina in de huisstijl of als `application/problem+json`, met een zin en nooit iets van binnen. */
export function foutAntwoord(
  c: Context<Omgeving>,
  code: Foutcode,
  eigen: { titel?: string; zin?: string } = {},
): Response | Promise<Response> {
  const { status, titel, zin } = { ...FOUTEN[code], ...eigen }
  c.header('cache-control', 'no-store')
  if (wilGegevens(c)) return probleemAntwoord(status, code, zin)
  const pagina = <FoutPagina schil={c.get('schil')()} titel={titel} zin={zin} kenmerk={c.get('verzoek')} />
  return c.html(pagina, status)
}

/** Iemand zonder recht: eerst laten inloggen waar dat kan, anders uitleggen. */
export function weiger(c: Context<Omgeving>): Response | Promise<Response> {
  if (c.get('bezoek')?.wie !== undefined) return foutAntwoord(c, 'mag_niet')
  if (!['GET', 'HEAD'].includes(c.req.method) || wilGegevens(c)) return foutAntwoord(c, 'niet_ingelogd')
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/inloggen?terug=${encodeURIComponent(pathname + search)}`, 303)
}

type FoutPaginaProps = { schil: Schil; titel: string; zin: string; kenmerk: string }

function FoutPagina(props: FoutPaginaProps) {
  return (
    <Pagina titel={props.titel} schil={props.schil} nietIndexeren>
      <Paginakop titel={props.titel} lead={props.zin} />
      <KnopLink href="/">Naar de eerste pagina</KnopLink>
      <Alinea klein>Kenmerk van dit verzoek: {props.kenmerk}</Alinea>
    </Pagina>
  )
}

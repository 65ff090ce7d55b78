import type { Context } from 'hono'
import { probleemAntwoord } from '#basis/probleem.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import { FOUTEN, type Foutcode } from '#toegang/teksten.ts'

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
  return c.html(<FoutPagina titel={titel} zin={zin} kenmerk={c.get('bezoek')?.verzoek} />, status)
}

/** Iemand zonder recht: eerst laten inloggen waar dat kan, anders uitleggen. */
export function weiger(c: Context<Omgeving>): Response | Promise<Response> {
  if (c.get('bezoek')?.wie !== undefined) return foutAntwoord(c, 'mag_niet')
  if (!['GET', 'HEAD'].includes(c.req.method) || wilGegevens(c)) return foutAntwoord(c, 'niet_ingelogd')
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/inloggen?terug=${encodeURIComponent(pathname + search)}`, 303)
}

function FoutPagina(props: { titel: string; zin: string; kenmerk: string | undefined }) {
  return (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.titel}</title>
      </head>
      <body>
        <main>
          <h1>{props.titel}</h1>
          <p>{props.zin}</p>
          {props.kenmerk === undefined ? null : <p>Kenmerk: {props.kenmerk}</p>}
          <p>
            <a href="/">Naar de eerste pagina</a>
          </p>
        </main>
      </body>
    </html>
  )
}

import { raw } from 'hono/html'
import { STIJL } from '#ui/bestanden.ts'
import { Kop, Lead } from '#ui/kop.tsx'
import type { Rapportinhoud } from '#verantwoording/rapport.ts'
import { Inhoudsopgave, Rapportdelen } from '#verantwoording/schermen/blokken.tsx'

/** Een rapport als één HTML-bestand dat zonder verbinding te lezen is; dezelfde inhoud geeft dezelfde bytes. */
export function rapportHtml(inhoud: Rapportinhoud): string {
  const titel = `${inhoud.titel} – ${inhoud.gemeente.naam}`
  const pagina = (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titel}</title>
        <meta name="omzien-rapport" content={inhoud.kenmerk} />
        <style>{raw(STIJL)}</style>
      </head>
      <body>
        <main id="inhoud">
          <div class="oz-in">
            {inhoud.verzonnen && (
              <p class="oz-banner">
                Dit is een voorbeeldgemeente. Alle cijfers, besluiten en dorpen zijn verzonnen.
              </p>
            )}
            <Kop niveau={1}>{inhoud.titel}</Kop>
            <Lead>
              {inhoud.ondertitel}, gemeente {inhoud.gemeente.naam}
            </Lead>
            <Inhoudsopgave inhoud={inhoud} />
            <Rapportdelen inhoud={inhoud} />
          </div>
        </main>
      </body>
    </html>
  )
  return `<!doctype html>\n${pagina}\n`
}

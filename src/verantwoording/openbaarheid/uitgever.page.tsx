import type { Context } from 'hono'
import { foutAntwoord, leesFormulier, maakRoutes, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina } from '#ui/pagina.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { bevestigUitgever } from '#verantwoording/openbaarheid/uitgever.flow.ts'
import { findUitgever } from '#verantwoording/openbaarheid/uitgever.store.ts'
import { Uitgever, voorstelTooi } from '#verantwoording/openbaarheid/uitgever.ts'

const PAD = '/beheer/openbaarheid'

const FOUT: Readonly<Record<string, string>> = {
  tooi: 'Vul het hele adres in, zoals https://identifier.overheid.nl/tooi/id/gemeente/gm1731.',
  contact: 'Vul een e-mailadres van de gemeente in, zoals data@gemeente.nl.',
}

/** Hoe de Woo-index en data.overheid.nl de gemeente kennen. */
export const uitgeverRoutes = (): Routes =>
  maakRoutes()
    .get('openbaarheid.beheren', PAD, (c) => toon(c))
    .post('openbaarheid.beheren', PAD, async (c) => {
      const getypt = await leesFormulier(c)
      const invoer = Uitgever.safeParse(getypt)
      if (!invoer.success) {
        const velden = new Set(invoer.error.issues.map(({ path }) => String(path[0])))
        return toon(
          c,
          getypt,
          [...velden].map((veld) => ({ veld, tekst: FOUT[veld] ?? '' })),
        )
      }
      const gedaan = await bevestigUitgever(c.get('bezoek'), invoer.data)
      return gedaan.ok ? c.redirect(`${PAD}?gedaan`, 303) : foutAntwoord(c, gedaan.reden)
    })

async function toon(
  c: Context<Omgeving>,
  getypt?: Readonly<Record<string, string>>,
  fouten: readonly VeldFout[] = [],
): Promise<Response> {
  const bezoek = c.get('bezoek')
  const nu = await bezoek.db.lees(findUitgever)
  return c.html(
    <Pagina titel="Vindbaarheid" schil={c.get('schil')()} fout={fouten.length > 0} nietIndexeren>
      <Paginakop
        titel="Vindbaarheid"
        lead="Hoe landelijke catalogi, zoals de Woo-index en data.overheid.nl, uw gemeente kennen."
      />
      {c.req.query('gedaan') !== undefined && fouten.length === 0 && (
        <Melding soort="goed" antwoord titel="Het is bevestigd">
          <Alinea>Vanaf nu staat het in de catalogus en in de lijst van documenten.</Alinea>
        </Melding>
      )}
      {nu === undefined && (
        <Melding soort="let-op" titel="Te bevestigen">
          <Alinea>
            Zolang dit niet bevestigd is, bieden wij geen documenten aan de Woo-index aan. Het adres hieronder
            is een voorstel: kijk het na in de{' '}
            <Link href="https://standaarden.overheid.nl/tooi/waardelijsten">waardelijsten van TOOI</Link>.
          </Alinea>
        </Melding>
      )}
      <Formulier actie={PAD} fouten={fouten}>
        <TekstVeld
          naam="tooi"
          label="Adres van de gemeente in TOOI"
          waarde={getypt?.['tooi'] ?? nu?.tooi ?? voorstelTooi(bezoek.gemeente.code)}
          fout={foutVan(fouten, 'tooi')}
          maxLengte={200}
          verplicht
        />
        <TekstVeld
          naam="contact"
          label="E-mailadres voor vragen over de gegevens"
          uitleg="Een adres van de gemeente, niet van een persoon: het staat in een openbare catalogus."
          waarde={getypt?.['contact'] ?? nu?.contact ?? ''}
          fout={foutVan(fouten, 'contact')}
          maxLengte={254}
          verplicht
        />
        <Knop>Bevestigen</Knop>
      </Formulier>
    </Pagina>,
    fouten.length > 0 ? 400 : 200,
  )
}

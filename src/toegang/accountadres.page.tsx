import type { Context } from 'hono'
import { Id } from '#basis/id.ts'
import { Adres } from '#toegang/bericht.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import { leesFormulier } from '#toegang/formulier.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import { ACCOUNTFOUTEN } from '#toegang/teksten.ts'
import { findAlleAccounts, zetAdres } from '#toegang/toegang.flow.ts'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { Pagina } from '#ui/pagina.tsx'
import { TekstVeld } from '#ui/veld.tsx'

const PAD = '/beheer/accounts/:id/adres'

/** Het e-mailadres van een account, voor wie het van de inlogdienst niet meekrijgt. Leeg laten wist het. */
export const accountadresRoutes = (): Routes =>
  maakRoutes()
    .get('account.beheren', PAD, (c) => toon(c, c.req.param('id')))
    .post('account.beheren', PAD, async (c) => {
      const id = Id.safeParse(c.req.param('id'))
      if (!id.success) return foutAntwoord(c, 'niet_gevonden')
      const getypt = (await leesFormulier(c))['adres']?.trim() ?? ''
      const adres = getypt === '' ? null : Adres.safeParse(getypt)
      if (adres !== null && !adres.success)
        return toon(c, id.data, getypt, [{ veld: 'adres', tekst: ACCOUNTFOUTEN.adres }])
      const gezet = await zetAdres(c.get('bezoek'), id.data, adres?.data ?? null)
      if (gezet.ok) return c.redirect('/beheer/accounts?adres', 303)
      return foutAntwoord(c, gezet.reden === 'mag_niet' ? 'mag_niet' : 'niet_gevonden')
    })

async function toon(
  c: Context<Omgeving>,
  id: string,
  getypt?: string,
  fouten: readonly VeldFout[] = [],
): Promise<Response> {
  const accounts = await findAlleAccounts(c.get('bezoek'))
  if (!accounts.ok) return foutAntwoord(c, accounts.reden)
  const account = accounts.waarde.find((een) => een.id === id)
  if (account === undefined) return foutAntwoord(c, 'niet_gevonden')
  return c.html(
    <Pagina
      titel={`E-mailadres van ${account.naam}`}
      schil={c.get('schil')()}
      kruimels={[{ tekst: 'Accounts', href: '/beheer/accounts' }]}
      fout={fouten.length > 0}
      nietIndexeren
    >
      <Paginakop
        titel={`E-mailadres van ${account.naam}`}
        lead="Hierheen sturen wij herinneringen. Geeft de inlogdienst bij het inloggen een adres mee, dan geldt dat."
      />
      <Formulier actie={`/beheer/accounts/${account.id}/adres`} fouten={fouten}>
        <TekstVeld
          naam="adres"
          label="E-mailadres"
          uitleg="Laat het leeg om het adres te wissen."
          waarde={getypt ?? account.adres ?? ''}
          fout={foutVan(fouten, 'adres')}
          maxLengte={254}
        />
        <Knop>Bewaren</Knop>
      </Formulier>
    </Pagina>,
    fouten.length > 0 ? 400 : 200,
  )
}

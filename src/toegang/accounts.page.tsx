import type { Context } from 'hono'
import { z } from 'zod'
import type { Omgeving } from '#toegang/bezoek.ts'
import { leesFormulier } from '#toegang/formulier.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import type { Accountregel } from '#toegang/sessie.store.ts'
import { ACCOUNTFOUTEN, toonMoment, toonRollen } from '#toegang/teksten.ts'
import { findAlleAccounts, maakAccount } from '#toegang/toegang.flow.ts'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { TekstVeld } from '#ui/veld.tsx'

/** Eén regel zonder stuurtekens: een nulteken kan de database niet bewaren. */
const regel = (hoogstens: number, fout: string) =>
  z
    .string()
    .trim()
    .min(1, fout)
    .max(hoogstens, fout)
    .regex(/^\P{Cc}*$/u, fout)

const Invoer = z.object({
  onderwerp: regel(255, ACCOUNTFOUTEN.onderwerp),
  naam: regel(200, ACCOUNTFOUTEN.naam),
})

type Getypt = { onderwerp: string; naam: string }
type Extra = { getypt?: Getypt; fouten?: readonly VeldFout[]; status?: 400 | 409 }

/** Accounts vooraf maken. `uitgever` is de inlogdienst van een gemeente; zonder dienst valt er niets te maken. */
export const accountRoutes = (uitgever: (gemeente: string) => string | undefined): Routes =>
  maakRoutes()
    .get('account.beheren', '/beheer/accounts', (c) => toon(c, uitgever))
    .post('account.beheren', '/beheer/accounts', async (c) => {
      const velden = await leesFormulier(c)
      const getypt = { onderwerp: velden['onderwerp'] ?? '', naam: velden['naam'] ?? '' }
      const dienst = uitgever(c.get('bezoek').gemeente.code)
      if (dienst === undefined) return c.notFound()
      const invoer = Invoer.safeParse(getypt)
      if (!invoer.success) {
        const fouten = invoer.error.issues.map(({ path, message }) => ({
          veld: String(path[0]),
          tekst: message,
        }))
        return toon(c, uitgever, { getypt, fouten, status: 400 })
      }
      const uitkomst = await maakAccount(c.get('bezoek'), { ...invoer.data, uitgever: dienst })
      if (uitkomst.ok) return c.redirect('/beheer/accounts?gedaan', 303)
      if (uitkomst.reden === 'mag_niet') return foutAntwoord(c, 'mag_niet')
      const fouten = [{ veld: 'onderwerp', tekst: ACCOUNTFOUTEN.bestaat }]
      return toon(c, uitgever, { getypt, fouten, status: 409 })
    })

async function toon(
  c: Context<Omgeving>,
  uitgever: (gemeente: string) => string | undefined,
  { getypt, fouten = [], status }: Extra = {},
): Promise<Response> {
  const bezoek = c.get('bezoek')
  const accounts = await findAlleAccounts(bezoek)
  if (!accounts.ok) return foutAntwoord(c, accounts.reden)
  const pagina = (
    <AccountsPagina
      schil={c.get('schil')()}
      accounts={accounts.waarde}
      heeftDienst={uitgever(bezoek.gemeente.code) !== undefined}
      gedaan={c.req.query('gedaan') !== undefined}
      adresGezet={c.req.query('adres') !== undefined}
      getypt={getypt}
      fouten={fouten}
    />
  )
  return c.html(pagina, status ?? 200)
}

const KOLOMMEN: Kolom<Accountregel>[] = [
  { sleutel: 'naam', kop: 'Naam', cel: (account) => account.naam, rijkop: true },
  { sleutel: 'rollen', kop: 'Rollen bij de laatste inlog', cel: (account) => toonRollen(account.rollen) },
  { sleutel: 'sleutel', kop: 'Sleutel bij de inlogdienst', cel: (account) => account.onderwerp },
  {
    sleutel: 'adres',
    kop: 'E-mailadres',
    cel: ({ id, naam, adres }) => (
      <>
        {adres ?? 'niet bekend'}{' '}
        <Link href={`/beheer/accounts/${id}/adres`}>
          Wijzigen<span class="oz-vh"> van {naam}</span>
        </Link>
      </>
    ),
  },
  { sleutel: 'sinds', kop: 'Sinds', cel: (account) => toonMoment(account.gemaaktOp) },
]

type PaginaProps = {
  schil: Schil
  accounts: readonly Accountregel[]
  heeftDienst: boolean
  gedaan: boolean
  adresGezet: boolean
  getypt: Getypt | undefined
  fouten: readonly VeldFout[]
}

function AccountsPagina(props: PaginaProps) {
  return (
    <Pagina titel="Accounts" schil={props.schil} fout={props.fouten.length > 0} nietIndexeren>
      <Paginakop
        titel="Accounts"
        lead="Wie bij deze gemeente kan inloggen. Welke rol iemand heeft, zegt de inlogdienst bij elke inlog."
      />
      {props.gedaan && (
        <Melding soort="goed" antwoord titel="Het account is gemaakt">
          <Alinea>Deze persoon kan nu inloggen, als de inlogdienst een rol meegeeft.</Alinea>
        </Melding>
      )}
      {props.adresGezet && (
        <Melding soort="goed" antwoord titel="Het e-mailadres is bewaard">
          <Alinea>Het volgende bericht gaat hierheen.</Alinea>
        </Melding>
      )}
      <Tabel
        bijschrift="Accounts van deze gemeente"
        kolommen={KOLOMMEN}
        rijen={props.accounts}
        leeg="Er zijn nog geen accounts. Een account ontstaat als iemand inlogt, of als u er hier een maakt."
      />
      <Sectie kop="Account maken">
        {props.heeftDienst ? (
          <AccountFormulier getypt={props.getypt} fouten={props.fouten} />
        ) : (
          <Alinea>
            Voor deze gemeente is nog geen inlogdienst ingesteld. Daarom valt er nu geen account te maken.
          </Alinea>
        )}
      </Sectie>
    </Pagina>
  )
}

function AccountFormulier(props: { getypt: Getypt | undefined; fouten: readonly VeldFout[] }) {
  const { getypt, fouten } = props
  return (
    <Formulier actie="/beheer/accounts" fouten={fouten}>
      <TekstVeld
        naam="onderwerp"
        label="Sleutel bij de inlogdienst"
        uitleg="De vaste sleutel van deze persoon, in de inlogdienst vaak “sub” of “object-id” genoemd."
        waarde={getypt?.onderwerp}
        fout={foutVan(fouten, 'onderwerp')}
        maxLengte={255}
        verplicht
      />
      <TekstVeld
        naam="naam"
        label="Naam"
        uitleg="Zo zien collega’s deze persoon tot de eerste inlog."
        waarde={getypt?.naam}
        fout={foutVan(fouten, 'naam')}
        maxLengte={200}
        verplicht
      />
      <Knop>Account maken</Knop>
    </Formulier>
  )
}

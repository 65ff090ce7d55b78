import type { Context } from 'hono'
import { z } from 'zod'
import { Id } from '#basis/id.ts'
import { findAlleApisleutels, maakApisleutel, trekApisleutelIn } from '#toegang/apisleutel.flow.ts'
import type { Apisleutel } from '#toegang/apisleutel.store.ts'
import type { Omgeving } from '#toegang/bezoek.ts'
import { leesFormulier } from '#toegang/formulier.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import { ROLLEN, type Rol } from '#toegang/matrix.ts'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import { APISLEUTELFOUTEN, ROLNAAM, toonMoment } from '#toegang/teksten.ts'
import { Formulier, foutVan, type VeldFout } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

const PAD = '/beheer/apisleutels'
const WERKROLLEN = ROLLEN.filter((rol): rol is Exclude<Rol, 'inwoner'> => rol !== 'inwoner')
const MEESTE_DAGEN = 730

const Invoer = z.object({
  naam: z
    .string()
    .trim()
    .min(1, APISLEUTELFOUTEN.naam)
    .max(200, APISLEUTELFOUTEN.naam)
    .regex(/^\P{Cc}*$/u, APISLEUTELFOUTEN.naam),
  rol: z.enum(WERKROLLEN, APISLEUTELFOUTEN.rol),
  dagen: z
    .string()
    .regex(/^\d{1,4}$/u, APISLEUTELFOUTEN.dagen)
    .transform(Number)
    .pipe(z.int().min(1, APISLEUTELFOUTEN.dagen).max(MEESTE_DAGEN, APISLEUTELFOUTEN.dagen)),
})

type Extra = {
  sleutel?: string
  getypt?: Record<string, string>
  fouten?: readonly VeldFout[]
  status?: 400
}

/** Sleutels voor programma's die de api gebruiken; de beheerder maakt ze en trekt ze in. */
export const apisleutelRoutes = (): Routes =>
  maakRoutes()
    .get('apisleutel.beheren', PAD, (c) => toon(c))
    .post('apisleutel.beheren', PAD, async (c) => {
      const getypt = await leesFormulier(c)
      const invoer = Invoer.safeParse(getypt, { reportInput: true })
      if (!invoer.success) {
        const fouten = invoer.error.issues.map(({ path, message }) => ({
          veld: String(path[0]),
          tekst: message,
        }))
        return toon(c, { getypt, fouten, status: 400 })
      }
      const gemaakt = await maakApisleutel(c.get('bezoek'), invoer.data)
      // Geen omleiding: de sleutel mag niet in een adres staan en is alleen op dit antwoord te zien.
      return gemaakt.ok ? toon(c, { sleutel: gemaakt.waarde.sleutel }) : foutAntwoord(c, 'mag_niet')
    })
    .post('apisleutel.beheren', `${PAD}/:id/intrekken`, async (c) => {
      const id = Id.safeParse(c.req.param('id'))
      const gedaan = id.success ? await trekApisleutelIn(c.get('bezoek'), id.data) : undefined
      if (gedaan?.ok !== true) return foutAntwoord(c, 'niet_gevonden')
      return c.redirect(PAD, 303)
    })

async function toon(c: Context<Omgeving>, extra: Extra = {}): Promise<Response> {
  const bezoek = c.get('bezoek')
  const sleutels = await findAlleApisleutels(bezoek)
  if (!sleutels.ok) return foutAntwoord(c, sleutels.reden)
  const nu = bezoek.klok.nu()
  return c.html(
    <ApisleutelsPagina schil={c.get('schil')()} sleutels={sleutels.waarde} nu={nu} {...extra} />,
    extra.status ?? 200,
  )
}

function standVan(sleutel: Apisleutel, nu: Date): string {
  if (sleutel.ingetrokkenOp !== null) return `Ingetrokken op ${toonMoment(sleutel.ingetrokkenOp)}`
  return nu >= sleutel.verlooptOp ? 'Verlopen' : `Geldig tot ${toonMoment(sleutel.verlooptOp)}`
}

const kolommen = (nu: Date): Kolom<Apisleutel>[] => [
  { sleutel: 'naam', kop: 'Waarvoor', cel: (sleutel) => sleutel.naam, rijkop: true },
  { sleutel: 'rol', kop: 'Rol', cel: ({ rol }) => (rol === 'inwoner' ? 'inwoner' : ROLNAAM[rol]) },
  { sleutel: 'stand', kop: 'Stand', cel: (sleutel) => standVan(sleutel, nu) },
  {
    sleutel: 'gebruikt',
    kop: 'Laatst gebruikt',
    cel: ({ gebruiktOp }) => (gebruiktOp === null ? 'nog niet' : toonMoment(gebruiktOp)),
  },
  {
    sleutel: 'intrekken',
    kop: 'Intrekken',
    cel: (sleutel) =>
      sleutel.ingetrokkenOp === null && nu < sleutel.verlooptOp ? (
        <form method="post" action={`${PAD}/${sleutel.id}/intrekken`}>
          <Knop soort="tweede">
            Intrekken<span class="oz-vh"> van {sleutel.naam}</span>
          </Knop>
        </form>
      ) : (
        ''
      ),
  },
]

function ApisleutelsPagina(props: Extra & { schil: Schil; sleutels: readonly Apisleutel[]; nu: Date }) {
  const { getypt = {}, fouten = [], sleutel } = props
  return (
    <Pagina titel="Api-sleutels" schil={props.schil} fout={fouten.length > 0} nietIndexeren>
      <Paginakop
        titel="Api-sleutels"
        lead="Met een sleutel kan een ander programma de api gebruiken, met de rechten van één rol. Lezen wat openbaar is kan zonder."
      />
      {sleutel !== undefined && (
        <Melding soort="goed" antwoord titel="De sleutel is gemaakt">
          <Alinea>
            Bewaar haar nu: zij is hierna niet meer te zien. Stuur haar mee als{' '}
            <code>Authorization: Bearer</code>.
          </Alinea>
          <p>
            <code>{sleutel}</code>
          </p>
        </Melding>
      )}
      <Tabel
        bijschrift="Sleutels van deze gemeente"
        kolommen={kolommen(props.nu)}
        rijen={props.sleutels}
        leeg="Er zijn nog geen sleutels."
      />
      <Sectie kop="Sleutel maken">
        <Formulier actie={PAD} fouten={fouten}>
          <TekstVeld
            naam="naam"
            label="Waarvoor"
            uitleg="Bijvoorbeeld: financieel systeem. Deze naam staat bij wat het programma boekt."
            waarde={getypt['naam']}
            fout={foutVan(fouten, 'naam')}
            maxLengte={200}
            verplicht
          />
          <KeuzeVeld
            naam="rol"
            label="Rol"
            waarde={getypt['rol'] ?? ''}
            leeg="Kies een rol"
            keuzes={WERKROLLEN.map((rol) => ({ waarde: rol, tekst: ROLNAAM[rol] }))}
            fout={foutVan(fouten, 'rol')}
            verplicht
          />
          <TekstVeld
            naam="dagen"
            label="Hoeveel dagen geldig"
            uitleg={`Hoogstens ${MEESTE_DAGEN} dagen. Daarna maakt u een nieuwe.`}
            waarde={getypt['dagen'] ?? '365'}
            fout={foutVan(fouten, 'dagen')}
            verplicht
          />
          <Knop>Sleutel maken</Knop>
        </Formulier>
      </Sectie>
    </Pagina>
  )
}

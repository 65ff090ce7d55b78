import type { Context } from 'hono'
import { Id } from '#basis/id.ts'
import { telwoord } from '#basis/tekst.ts'
import { magBezoeker, type Omgeving } from '#toegang/bezoek.ts'
import { foutAntwoord } from '#toegang/fout.page.tsx'
import { wisSessiekoekje } from '#toegang/koekjes.ts'
import { maakRoutes, type Routes } from '#toegang/routes.ts'
import type { Sessie } from '#toegang/sessie.ts'
import { ROLNAAM, toonMoment, toonRollen } from '#toegang/teksten.ts'
import {
  beeindigAccount,
  beeindigAndere,
  beeindigSessie,
  findAlleSessies,
  findEigenSessies,
} from '#toegang/toegang.flow.ts'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'

/** Eigen sessies voor iedereen die is ingelogd, en die van allen voor de beheerder. */
export function sessieRoutes(veilig: boolean): Routes {
  return maakRoutes()
    .get('sessie.eigen', '/mijn', async (c) => {
      const bezoek = c.get('bezoek')
      const sessies = await findEigenSessies(bezoek)
      return c.html(
        <MijnPagina
          schil={c.get('schil')()}
          naam={bezoek.wie?.naam ?? ''}
          rollen={toonRollen(bezoek.wie?.rollen ?? [])}
          deze={bezoek.wie?.sessie}
          sessies={sessies}
          gedaan={c.req.query('gedaan') !== undefined}
          beheer={BEHEER.filter(({ handeling }) => magBezoeker(bezoek, handeling))}
        />,
      )
    })
    .post('sessie.eigen', '/mijn/sessies/andere', async (c) => {
      const uitkomst = await beeindigAndere(c.get('bezoek'))
      return uitkomst.ok ? c.redirect('/mijn?gedaan', 303) : foutAntwoord(c, uitkomst.reden)
    })
    .post('sessie.eigen', '/mijn/sessies/:id', (c) => beeindig(c, c.req.param('id'), veilig, '/mijn?gedaan'))
    .get('sessie.alle', '/beheer/sessies', async (c) => {
      const sessies = await findAlleSessies(c.get('bezoek'))
      if (!sessies.ok) return foutAntwoord(c, sessies.reden)
      const gedaan = c.req.query('gedaan') !== undefined
      return c.html(
        <BeheerPagina
          schil={c.get('schil')()}
          deze={c.get('bezoek').wie?.sessie}
          sessies={sessies.waarde}
          gedaan={gedaan}
        />,
      )
    })
    .post('sessie.alle', '/beheer/sessies/:id', (c) =>
      beeindig(c, c.req.param('id'), veilig, '/beheer/sessies?gedaan'),
    )
    .post('sessie.alle', '/beheer/accounts/:id/sessies', async (c) => {
      const id = Id.safeParse(c.req.param('id'))
      if (!id.success) return c.notFound()
      const uitkomst = await beeindigAccount(c.get('bezoek'), id.data)
      return uitkomst.ok ? c.redirect('/beheer/sessies?gedaan', 303) : foutAntwoord(c, uitkomst.reden)
    })
}

async function beeindig(
  c: Context<Omgeving>,
  gevraagd: string,
  veilig: boolean,
  daarna: string,
): Promise<Response> {
  const id = Id.safeParse(gevraagd)
  if (!id.success) return c.notFound()
  const uitkomst = await beeindigSessie(c.get('bezoek'), id.data)
  if (!uitkomst.ok) return uitkomst.reden === 'mag_niet' ? foutAntwoord(c, 'mag_niet') : c.notFound()
  if (!uitkomst.waarde.eigen) return c.redirect(daarna, 303)
  wisSessiekoekje(c, veilig)
  return c.redirect('/', 303)
}

type SessiesProps = { deze: string | undefined; sessies: readonly Sessie[]; gedaan: boolean; schil: Schil }

const Gedaan = () => (
  <Melding soort="goed" antwoord titel="De sessie is beëindigd">
    <Alinea>Wie daar nog bezig was, moet opnieuw inloggen.</Alinea>
  </Melding>
)

const tijden: Kolom<Sessie>[] = [
  { sleutel: 'begin', kop: 'Ingelogd sinds', cel: (sessie) => toonMoment(sessie.gemaaktOp), rijkop: true },
  { sleutel: 'gezien', kop: 'Laatst gebruikt', cel: (sessie) => toonMoment(sessie.gezienOp) },
]

const stopKolom = (naar: string, deze: string | undefined): Kolom<Sessie> => ({
  sleutel: 'stop',
  kop: 'Beëindigen',
  cel: (sessie) => (
    <form method="post" action={`${naar}/${sessie.id}`}>
      <Knop soort="tweede">
        {sessie.id === deze ? 'Deze sessie beëindigen' : 'Beëindigen'}
        <span class="oz-vh">{`: ${sessie.naam}, ${toonMoment(sessie.gemaaktOp)}`}</span>
      </Knop>
    </form>
  ),
})

const BEHEER = [
  { handeling: 'sessie.alle', href: '/beheer/sessies', tekst: 'Wie er nu is ingelogd' },
  { handeling: 'account.beheren', href: '/beheer/accounts', tekst: 'Accounts' },
  { handeling: 'apisleutel.beheren', href: '/beheer/apisleutels', tekst: 'Api-sleutels' },
  { handeling: 'bericht.beheren', href: '/beheer/berichten', tekst: 'Berichten' },
  { handeling: 'openbaarheid.beheren', href: '/beheer/openbaarheid', tekst: 'Vindbaarheid' },
  { handeling: 'logboek.lezen', href: '/beheer/logboek', tekst: 'Logboek' },
] as const

type MijnProps = SessiesProps & { naam: string; rollen: string; beheer: readonly (typeof BEHEER)[number][] }

function MijnPagina(props: MijnProps) {
  const andere = props.sessies.filter((sessie) => sessie.id !== props.deze).length
  return (
    <Pagina titel="Mijn sessies" schil={props.schil} nietIndexeren>
      <Paginakop titel="Mijn sessies" lead={`U bent ingelogd als ${props.naam}. Uw rol: ${props.rollen}.`} />
      {props.gedaan && <Gedaan />}
      <Tabel
        bijschrift="Waar u nu bent ingelogd"
        kolommen={[...tijden, stopKolom('/mijn/sessies', props.deze)]}
        rijen={props.sessies}
      />
      {andere > 0 && (
        <Sectie kop="Vergeten uit te loggen?">
          <Alinea>
            {`U heeft nog ${telwoord(andere, 'andere sessie', 'andere sessies')}. Herkent u er een niet? Beëindig dan alle andere.`}
          </Alinea>
          <form method="post" action="/mijn/sessies/andere">
            <Knop>Alle andere beëindigen</Knop>
          </form>
        </Sectie>
      )}
      {props.beheer.length > 0 && (
        <Sectie kop="Beheer van deze gemeente">
          <ul>
            {props.beheer.map(({ href, tekst }) => (
              <li>
                <Link href={href}>{tekst}</Link>
              </li>
            ))}
          </ul>
        </Sectie>
      )}
    </Pagina>
  )
}

function BeheerPagina(props: SessiesProps) {
  const kolommen: Kolom<Sessie>[] = [
    { sleutel: 'wie', kop: 'Wie', cel: (sessie) => sessie.naam, rijkop: true },
    {
      sleutel: 'rollen',
      kop: 'Rollen',
      cel: (sessie) => sessie.rollen.map((rol) => ROLNAAM[rol]).join(', '),
    },
    ...tijden.map((kolom) => ({ ...kolom, rijkop: false })),
    stopKolom('/beheer/sessies', props.deze),
    {
      sleutel: 'alles',
      kop: 'Van dit account',
      cel: (sessie) => (
        <form method="post" action={`/beheer/accounts/${sessie.account}/sessies`}>
          <Knop soort="tweede">
            Alles beëindigen
            <span class="oz-vh"> van {sessie.naam}</span>
          </Knop>
        </form>
      ),
    },
  ]
  return (
    <Pagina titel="Sessies" schil={props.schil} nietIndexeren>
      <Paginakop
        titel="Sessies"
        lead="Wie er nu is ingelogd bij deze gemeente. Beëindigen werkt meteen, ook als iemand net bezig is."
      />
      {props.gedaan && <Gedaan />}
      <Tabel
        bijschrift="Lopende sessies"
        kolommen={kolommen}
        rijen={props.sessies}
        leeg="Er is niemand ingelogd."
      />
    </Pagina>
  )
}

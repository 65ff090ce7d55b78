import type { Context } from 'hono'
import { jaarVan, MAANDNAMEN } from '#basis/datum.ts'
import { hoofdletter } from '#basis/tekst.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import {
  findJarenMetBoekingen,
  findPeriodegebeurtenissen,
  findPeriodestanden,
  findSluitpunten,
  Periode,
  type Periodestand,
  sluitPeriode,
  vraagHeropening,
} from '#grootboek/deur.ts'
import { type Gelezen, Periodepagina } from '#programma/perioden/periode.tsx'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { leesReden } from '#programma/verplichtingen/invoer.ts'
import { type Boekreden, boekstatus } from '#programma/verplichtingen/zinnen.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Vorm } from '#ui/vormen.tsx'

/** Maanden sluiten en heropenen. Iedereen ziet welke vaststaan; wie dat deed, staat er alleen binnen bij. */

/** In het rooster staan twaalf maanden naast elkaar: daar past één woord. */
const KORT = { open: 'Open', voorlopig: 'Voorlopig', vast: 'Vast' } as const

const TOON = { open: 'stil', voorlopig: 'accent', vast: 'goed' } as const

export function periodenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/perioden', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { standen, jaren } = await van.bezoek.db.lees(async (lezer) => ({
      standen: await findPeriodestanden(lezer),
      jaren: await findJarenMetBoekingen(lezer),
    }))
    return c.html(<Roosterpagina van={van} standen={standen} jaren={jarenVan(van, standen, jaren)} />)
  })
  routes.get('grootboek.lezen', '/perioden/:periode', async (c) => {
    const gelezen = await lees(c, kamer)
    return gelezen instanceof Response
      ? gelezen
      : c.html(<Periodepagina {...gelezen} gevraagd={c.req.query('gevraagd') !== undefined} />)
  })
  routes.post('periode.sluiten', '/perioden/:periode/sluiten', async (c) => {
    const { naar, toch } = await leesFormulier(c)
    return doe(c, kamer, (van, periode) =>
      sluitPeriode(kamer.boekhouder, van.bezoek, {
        periode,
        naar: naar === 'vast' ? 'vast' : 'voorlopig',
        toch: toch !== undefined,
      }),
    )
  })
  routes.post('periode.heropenen', '/perioden/:periode/heropenen', async (c) => {
    const reden = leesReden((await leesFormulier(c))['reden'])
    return doe(
      c,
      kamer,
      (van, periode) => vraagHeropening(kamer.boekhouder, van.bezoek, periode, reden),
      reden,
    )
  })
}

async function lees(c: Context<Omgeving>, kamer: Programmakamer): Promise<Gelezen | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const periode = Periode.safeParse(c.req.param('periode'))
  if (!periode.success) return foutAntwoord(c, 'niet_gevonden')
  return van.bezoek.db.lees(async (lezer) => ({
    van,
    periode: periode.data,
    stand: (await findPeriodestanden(lezer)).get(periode.data) ?? 'open',
    punten: await findSluitpunten(lezer, periode.data),
    gebeurtenissen: await findPeriodegebeurtenissen(lezer, periode.data),
  }))
}

type Doe = (
  van: Planbezoek,
  periode: Periode,
) => Promise<Uitkomst<{ voorstel: string } | { periode: Periode }, Boekreden>>

async function doe(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  werk: Doe,
  getypt?: string,
): Promise<Response> {
  const eerst = await lees(c, kamer)
  if (eerst instanceof Response) return eerst
  const uitkomst = await werk(eerst.van, eerst.periode)
  kamer.planboek.vergeet(eerst.van.bezoek.db.schema)
  if (uitkomst.ok) {
    const gevraagd = 'voorstel' in uitkomst.waarde ? 'ja' : undefined
    return c.redirect(maakPad(eerst.van.kop, undefined)(`/perioden/${eerst.periode}`, { gevraagd }), 303)
  }
  if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const na = await lees(c, kamer)
  if (na instanceof Response) return na
  return c.html(
    <Periodepagina {...na} reden={uitkomst.reden} getypt={getypt} />,
    boekstatus(uitkomst.reden.code),
  )
}

/** De jaren van het programma, van de boekingen en van wat gesloten is; nooit meer dan dit jaar. */
function jarenVan(
  van: Planbezoek,
  standen: ReadonlyMap<Periode, Periodestand>,
  geboekt: { van: number | null; tot: number | null } | undefined,
): number[] {
  const tot = jaarVan(van.vandaag)
  const alle = [
    ...van.beeld.jaren,
    ...[...standen.keys()].map((periode) => Number(periode.slice(0, 4))),
    geboekt?.van ?? tot,
  ].filter((jaar) => jaar <= tot)
  const eerste = Math.min(...alle, tot)
  return Array.from({ length: tot - eerste + 1 }, (_, i) => tot - i)
}

const periodeVan = (jaar: number, maand: number): Periode =>
  Periode.parse(`${jaar}-${String(maand).padStart(2, '0')}`)

function Roosterpagina(props: {
  van: Planbezoek
  standen: ReadonlyMap<Periode, Periodestand>
  jaren: readonly number[]
}) {
  const { van, standen } = props
  return (
    <Planpagina van={van} titel="Perioden" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Perioden"
        lead="Per maand: kan er nog in geboekt worden? In een maand die vast is, verandert geen bedrag meer."
      />
      <Tabel
        bijschrift="Maanden en hun stand"
        bij="Kies een maand om te zien wat er nog openstaat, of om haar te sluiten of te heropenen."
        rijen={props.jaren}
        kolommen={[
          { sleutel: 'jaar', kop: 'Jaar', cel: (jaar) => String(jaar) },
          ...MAANDNAMEN.map((naam, i) => ({
            sleutel: naam,
            kop: naam === 'maart' ? 'Mrt' : hoofdletter(naam.slice(0, 3)),
            // Een getal, want zo staan op een telefoon drie maanden naast elkaar.
            soort: 'getal' as const,
            cel: (jaar: number) => {
              const periode = periodeVan(jaar, i + 1)
              const stand = standen.get(periode) ?? 'open'
              return (
                <span class={`oz-status oz-status--${TOON[stand]}`}>
                  <Vorm toon={TOON[stand]} />
                  <Link href={van.pad(`/perioden/${periode}`)}>
                    {KORT[stand]}
                    <span class="oz-vh">
                      , {naam} {jaar}
                    </span>
                  </Link>
                </span>
              )
            },
          })),
        ]}
      />
      <Alinea klein>
        Open: iedereen die mag boeken, kan hier boeken. Voorlopig: alleen de financieel adviseur nog. Vast:
        niemand meer; wat nog komt, gaat naar de eerste open maand.
      </Alinea>
    </Planpagina>
  )
}

import type { Context } from 'hono'
import { findStukgeschiedenis, type Versiekop } from '#programma/plan.store.ts'
import { maakPad, type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { STUKSOORTEN, type Stuksoort, stukkenVan } from '#programma/stukken.ts'
import { noemerVan } from '#programma/verschil.ts'
import { makerVan, SOORTKOP, stukgeschiedenis } from '#programma/versies/versies.ts'
import { Aardetiket, Veldenlijst } from '#programma/versies/wijzigingen.tsx'
import { foutAntwoord, type Omgeving, toonMoment } from '#toegang/deur.ts'
import { Kop, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'

const isStuksoort = (tekst: string | undefined): tekst is Stuksoort =>
  (STUKSOORTEN as readonly (string | undefined)[]).includes(tekst)

/** Wat er met één ding gebeurde, versie voor versie. */
export async function toonStuk(c: Context<Omgeving>, van: Planbezoek): Promise<Response> {
  const soort = c.req.param('soort')
  const sleutel = c.req.param('sleutel') ?? ''
  if (!isStuksoort(soort)) return foutAntwoord(c, 'niet_gevonden')
  const tm = van.mag('plan.concept.lezen') ? van.kop.laatsteVersie : (van.kop.vastgesteldeVersie ?? 0)
  const soorten: readonly Stuksoort[] = soort === 'onderdeel' ? ['onderdeel', 'raming'] : [soort]
  const noem = noemerVan(stukkenVan(van.beeld.plan))
  const zichtbaar = van.mag('plan.concept.lezen') ? 'alle' : van.kop.vastgesteldeVersies
  const delen = await van.bezoek.db.lees(async (lezer) => {
    const gelezen = []
    for (const deel of soorten) {
      const rijen = await findStukgeschiedenis(lezer, van.kop.id, deel, sleutel, tm)
      gelezen.push({ soort: deel, rijen, stappen: stukgeschiedenis(rijen, zichtbaar, noem) })
    }
    return gelezen
  })
  if (delen.every(({ stappen }) => stappen.length === 0)) return foutAntwoord(c, 'niet_gevonden')
  const titel = `Geschiedenis van ${noem(soort === 'raming' ? 'onderdeel' : soort, sleutel) ?? sleutel}`
  return c.html(<Stukpagina van={van} titel={titel} delen={delen} />)
}

type Stukdeel = {
  soort: Stuksoort
  rijen: readonly Versiekop[]
  stappen: ReturnType<typeof stukgeschiedenis>
}

function Stukpagina(props: { van: Planbezoek; titel: string; delen: readonly Stukdeel[] }) {
  const { van } = props
  const naar = maakPad(van.kop, undefined)
  const kruimels = [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Versies', href: naar('/versies') },
  ]
  return (
    <Planpagina van={van} titel={props.titel} kruimels={kruimels}>
      <Paginakop titel={props.titel} lead="Wat er per versie veranderde, de nieuwste eerst." />
      {props.delen.map(({ soort, rijen, stappen }) =>
        stappen.length === 0 ? null : (
          <Sectie kop={soort === 'raming' ? 'Geld' : 'Gegevens'}>
            {stappen.map(({ nummer, aard, velden }) => {
              const regel = rijen.find((rij) => rij.nummer === nummer)
              return (
                <>
                  <Kop niveau={3}>
                    <Link href={naar(`/versies/${nummer}`)}>Versie {nummer}</Link> <Aardetiket aard={aard} />
                  </Kop>
                  {regel !== undefined && (
                    <p class="oz-sectie__onder">
                      {toonMoment(regel.gemaaktOp)}, {makerVan(regel, van.mag('plan.concept.lezen'))}:{' '}
                      {regel.waarom}
                    </p>
                  )}
                  <Veldenlijst
                    bijschrift={`${SOORTKOP[soort]} in versie ${nummer}: wat er anders is`}
                    velden={velden}
                  />
                </>
              )
            })}
          </Sectie>
        ),
      )}
    </Planpagina>
  )
}

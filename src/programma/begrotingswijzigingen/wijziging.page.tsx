import type { Context } from 'hono'
import type { Uitkomst } from '#basis/uitkomst.ts'
import { findPostsaldi, findTijdstip } from '#grootboek/deur.ts'
import {
  beslisWijziging,
  boekWijziging,
  type Wijzigingsweigering,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.flow.ts'
import { magZien } from '#programma/begrotingswijzigingen/begrotingswijzigingen.page.tsx'
import { findWijziging } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { saldiVan } from '#programma/begrotingswijzigingen/saldi.ts'
import { weigerstatus, weigerzin } from '#programma/begrotingswijzigingen/teksten.ts'
import { Wijzigingspagina } from '#programma/begrotingswijzigingen/wijziging.tsx'
import { leesBesluitkeuze } from '#programma/besluiten/besluitkeuze.tsx'
import { findBesluiten } from '#programma/plan.store.ts'
import { leesPlanbezoek, type Programmakamer, rondAf } from '#programma/planbezoek.tsx'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'

/** Eén begrotingswijziging: wat er verandert, wie besluit, en elke stap tot zij geboekt is. */

const PAD = '/begrotingswijzigingen/:id'

export function wijzigingPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', PAD, (c) => toon(c, kamer, {}))
  routes.post('begrotingswijziging.boeken', `${PAD}/besluit`, async (c) => {
    const waarden = await leesFormulier(c)
    const besluit = leesBesluitkeuze(waarden, c.get('bezoek').klok.vandaag())
    if (!besluit.ok) return toon(c, kamer, { waarden, fouten: besluit.reden }, 400)
    const id = idVan(c)
    const doe = () => beslisWijziging(c.get('bezoek'), id, { stand: 'besloten', besluit: besluit.waarde })
    return handel(c, kamer, waarden, doe)
  })
  routes.post('begrotingswijziging.boeken', `${PAD}/afwijzen`, async (c) => {
    const waarden = await leesFormulier(c)
    const oordeel = { stand: 'afgewezen', reden: waarden['reden'] ?? '' } as const
    return handel(c, kamer, waarden, () => beslisWijziging(c.get('bezoek'), idVan(c), oordeel))
  })
  routes.post('begrotingswijziging.voorstellen', `${PAD}/intrekken`, async (c) => {
    const waarden = await leesFormulier(c)
    const oordeel = { stand: 'ingetrokken', reden: waarden['reden'] ?? '' } as const
    return handel(c, kamer, waarden, () => beslisWijziging(c.get('bezoek'), idVan(c), oordeel))
  })
  routes.post('begrotingswijziging.boeken', `${PAD}/boeken`, async (c) => {
    const waarden = await leesFormulier(c)
    const wijze = { inEersteOpen: waarden['eersteOpen'] === 'ja' }
    return handel(c, kamer, waarden, () => boekWijziging(kamer.boekhouder, c.get('bezoek'), idVan(c), wijze))
  })
}

const idVan = (c: Context): string => c.req.param('id') ?? ''

export type Stapinvoer = {
  waarden?: Waarden
  fouten?: readonly VeldFout[]
  weigering?: Wijzigingsweigering
}

const handel = (
  c: Context<Omgeving>,
  kamer: Programmakamer,
  waarden: Waarden,
  doe: () => Promise<Uitkomst<unknown, Wijzigingsweigering>>,
): Promise<Response> =>
  rondAf(c, kamer, {
    doe,
    pad: `/begrotingswijzigingen/${idVan(c)}`,
    toonWeigering: (weigering) => toon(c, kamer, { waarden, weigering }, weigerstatus(weigering.code)),
  })

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Stapinvoer,
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const { wijziging, besluiten, posten } = await van.bezoek.db.lees(async (lezer) => ({
    wijziging: await findWijziging(lezer, idVan(c)),
    besluiten: await findBesluiten(lezer),
    posten: await findPostsaldi(lezer, await findTijdstip(lezer, {}), {
      programma: van.kop.id,
      rekeningsoorten: ['ruimte', 'dekking'],
    }),
  }))
  if (wijziging === undefined || wijziging.plan !== van.kop.id || !magZien(van, wijziging))
    return foutAntwoord(c, 'niet_gevonden', {
      titel: 'Deze begrotingswijziging is er niet',
      zin: 'Zij bestaat niet, of is nog een voorstel dat niet openbaar is.',
    })
  const melding = invoer.weigering && weigerzin(invoer.weigering, van.beeld.plan)
  return c.html(
    <Wijzigingspagina
      van={van}
      wijziging={wijziging}
      besluiten={besluiten}
      saldo={saldiVan(posten)}
      invoer={invoer}
      melding={melding}
    />,
    status,
  )
}

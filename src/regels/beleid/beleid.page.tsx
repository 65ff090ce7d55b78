import type { Context } from 'hono'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { boekVan } from '#regels/beleid/boek.ts'
import { leesCurvekeuze } from '#regels/beleid/curvelezen.ts'
import { begindag, isBekend } from '#regels/beleid/dag.ts'
import { eigenRoutes } from '#regels/beleid/eigen.page.tsx'
import { Kiespagina, PAD } from '#regels/beleid/kiezen.tsx'
import { type Lade, maakLade } from '#regels/beleid/lade.ts'
import { Memopagina } from '#regels/beleid/memo.tsx'
import { notitieVan } from '#regels/beleid/notitie.ts'
import { Uitkomstpagina } from '#regels/beleid/uitkomst.tsx'
import { isLang, type Vergelijking } from '#regels/beleid/vergelijking.ts'
import {
  keurVraag,
  leesRuw,
  ruwVan,
  type Vergelijkvraag,
  type Vraagfout,
  zoekVan,
} from '#regels/beleid/vraag.ts'
import { Wachtpagina } from '#regels/beleid/wachten.tsx'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import { BOEKVORMEN, DOCUMENTVORMEN, type Documentpoort, type Rekenbladpoort } from '#regels/poorten.ts'
import { weigerzinnen } from '#regels/simulatie/teksten.ts'
import {
  leesFormulier,
  maakRoutes,
  magBezoeker,
  type Omgeving,
  type Routes,
  type Taak,
  type Werkvoorraad,
  werkPad,
} from '#toegang/deur.ts'

export type Beleidskamer = { werk: Werkvoorraad; bladen: Rekenbladpoort; documenten: Documentpoort }

type Bezoeker = Context<Omgeving>
type Plek = { gemeente: { code: string; naam: string }; marginalen: Marginalen; vraag: Vergelijkvraag }
/** Waarom er geen uitkomst is: bij een veld, of over het geheel. */
type Bezwaar = { fouten: readonly Vraagfout[]; weigering?: readonly string[] }

const zoekUit = (c: Bezoeker): URLSearchParams => new URL(c.req.url).searchParams

/** Beleidsvarianten: kiezen, zelf maken, vergelijken en meenemen. Er wordt niets bewaard; alles staat in het adres. */
export function beleidRoutes(kamer: Beleidskamer): Routes {
  const lade = maakLade()
  const routes = maakRoutes()
    .get('variant.lezen', PAD, (c) => kies(c, { fouten: [] }))
    .get('variant.lezen', `${PAD}/uitkomst`, (c) => toonUitkomst(c, lade), { tempo: 'duur' })
    .post('variant.lezen', `${PAD}/uitkomst`, (c) => begin(c, kamer, lade), { tempo: 'duur' })
    .get(
      'variant.lezen',
      `${PAD}/notitie`,
      (c) =>
        metUitkomst(c, lade, (vergelijking) =>
          c.html(
            <Memopagina
              schil={c.get('schil')()}
              notitie={notitieVan(vergelijking)}
              vergelijking={vergelijking}
              zoek={zoekVan(ruwVan(vergelijking.vraag))}
            />,
          ),
        ),
      { tempo: 'duur' },
    )
    .get(
      'variant.lezen',
      `${PAD}/notitie.json`,
      (c) => metUitkomst(c, lade, (vergelijking) => c.json(notitieVan(vergelijking))),
      { tempo: 'duur' },
    )
    .get(
      'variant.lezen',
      `${PAD}/vergelijking.json`,
      (c) =>
        metUitkomst(c, lade, ({ simulatie, gevoeligheid, passing }) =>
          c.json({ ...simulatie, gevoeligheid, passing }),
        ),
      { tempo: 'duur' },
    )
  for (const vorm of BOEKVORMEN)
    routes.get(
      'variant.lezen',
      `${PAD}/vergelijking.${vorm}`,
      (c) =>
        metUitkomst(c, lade, (vergelijking) => {
          const { type, inhoud } = kamer.bladen.schrijfBoek(boekVan(vergelijking), vorm)
          return alsBijlage(type, inhoud, `beleidsvarianten-${vergelijking.vraag.dag}.${vorm}`)
        }),
      { tempo: 'duur' },
    )
  for (const vorm of DOCUMENTVORMEN)
    routes.get(
      'variant.lezen',
      `${PAD}/notitie.${vorm}`,
      (c) =>
        metUitkomst(c, lade, async (vergelijking) => {
          const { titel, ondertitel, delen } = notitieVan(vergelijking)
          const { gemeente, vraag } = vergelijking
          const gemaakt = c.get('bezoek').klok.vandaag()
          const document = { soort: 'Notitie', titel, ondertitel, gemeente, gemaakt, bladen: 2, delen }
          const { type, inhoud } = await kamer.documenten.schrijfDocument(document, vorm)
          return alsBijlage(type, inhoud, `notitie-beleidsvarianten-${vraag.dag}.${vorm}`)
        }),
      { tempo: 'duur' },
    )
  eigenRoutes(routes)
  return routes
}

const alsBijlage = (type: string, inhoud: Uint8Array<ArrayBuffer>, naam: string): Response =>
  new Response(inhoud, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${naam}"` },
  })

/** De keuzepagina, met wat er aan de keuze niet klopt. */
async function kies(c: Bezoeker, { fouten, weigering }: Bezwaar): Promise<Response> {
  const { gemeente, klok } = c.get('bezoek')
  const ruw = leesRuw(zoekUit(c), begindag(gemeente.code, klok.vandaag()))
  const { vraag } = keurVraag({ ...ruw, tekens: ['czm-stopt'], reeksen: '50' })
  const status = fouten.length > 0 || weigering !== undefined ? 400 : 200
  return c.html(
    <Kiespagina
      schil={c.get('schil')()}
      gemeente={gemeente.naam}
      stand={{
        ruw,
        fouten,
        weigering,
        bekend: vraag !== undefined && isBekend(gemeente.code, vraag.dag),
        magMaken: magBezoeker(c.get('bezoek'), 'variant.maken'),
        metBevolking: (await findMarginalen(gemeente.code)) !== undefined,
      }}
    />,
    status,
  )
}

async function leesPlek(c: Bezoeker, zoek: URLSearchParams): Promise<Uitkomst<Plek, Bezwaar>> {
  const { gemeente, klok } = c.get('bezoek')
  const { vraag, fouten } = keurVraag(leesRuw(zoek, begindag(gemeente.code, klok.vandaag())))
  if (vraag === undefined) return geweigerd({ fouten })
  const marginalen = await findMarginalen(gemeente.code)
  if (marginalen === undefined)
    return geweigerd({ fouten: [], weigering: ['Voor deze gemeente is er nog geen nagemaakte bevolking.'] })
  return gelukt({ gemeente: { code: gemeente.code, naam: gemeente.naam }, marginalen, vraag })
}

/** Rekent meteen als dat kort duurt; anders komt eerst de vraag of het op de achtergrond mag. */
async function metUitkomst(
  c: Bezoeker,
  lade: Lade,
  toon: (vergelijking: Vergelijking) => Response | Promise<Response>,
): Promise<Response> {
  const plek = await leesPlek(c, zoekUit(c))
  if (!plek.ok) return kies(c, plek.reden)
  const klaar = lade.vind(plek.waarde)
  if (klaar === undefined && isLang(plek.waarde.vraag, plek.waarde.marginalen))
    return c.html(<Wachtpagina schil={c.get('schil')()} vraag={plek.waarde.vraag} />)
  const uit = await (klaar ?? lade.reken(plek.waarde))
  return uit.ok
    ? toon(uit.waarde)
    : kies(c, { fouten: [], weigering: weigerzinnen(uit.reden, plek.waarde.gemeente.code) })
}

const toonUitkomst = (c: Bezoeker, lade: Lade): Promise<Response> =>
  metUitkomst(c, lade, (vergelijking) =>
    c.html(
      <Uitkomstpagina
        schil={c.get('schil')()}
        vergelijking={vergelijking}
        keuze={leesCurvekeuze(zoekUit(c))}
        magMaken={magBezoeker(c.get('bezoek'), 'variant.maken')}
      />,
    ),
  )

/** Begint een lange berekening op de achtergrond; wie haar begon, kan haar volgen en stoppen. */
async function begin(c: Bezoeker, { werk }: Beleidskamer, lade: Lade): Promise<Response> {
  const velden = await leesFormulier(c)
  const zoek = new URLSearchParams(velden['vraag'] ?? '')
  const plek = await leesPlek(c, zoek)
  const { gemeente, wie } = c.get('bezoek')
  if (!plek.ok || wie === undefined) return c.redirect(`${PAD}/uitkomst?${zoek}`, 303)
  const id = werk.start(gemeente.code, wie.account, 'Beleidsvarianten vergelijken', taak(plek.waarde, lade))
  if (!id.ok) return c.html(<Wachtpagina schil={c.get('schil')()} vraag={plek.waarde.vraag} teDruk />, 409)
  return c.redirect(werkPad(id.waarde), 303)
}

const taak =
  (plek: Plek, lade: Lade): Taak =>
  async (meld, signaal) => {
    const uit = await lade.reken(plek, {
      signaal,
      voortgang: ({ gedaan, totaal }) =>
        meld({ gedaan, totaal, eenheid: 'stappen', stap: 'De bevolking namaken en rekenen' }),
    })
    const naar = { tekst: 'Naar de uitkomst', href: `${PAD}/uitkomst?${zoekVan(ruwVan(plek.vraag))}` }
    if (uit.ok) return { goed: true, zin: 'De varianten zijn vergeleken.', naar }
    if (uit.reden.soort === 'gestopt') throw new Error('gestopt')
    return { goed: false, zin: weigerzinnen(uit.reden, plek.gemeente.code).join(' ') }
  }

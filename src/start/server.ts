import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Klok, systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { maakPlanboek, programmaApi, programmaRoutes, statischeRoutes } from '#programma/deur.ts'
import { beleidRoutes, regelsApi, regelsRoutes } from '#regels/deur.ts'
import { maakApp, type WebApp } from '#start/app.ts'
import type { Config } from '#start/config.ts'
import { findGemeenten, type Gemeente, VOORBEELDCODE } from '#start/gemeenten.ts'
import { kitRoutes } from '#start/kit.ts'
import { maakPostbode } from '#start/postbode.ts'
import { maakSchil } from '#start/schil.ts'
import { maakStanden, softwareversie } from '#start/stand.ts'
import { laadVoorbeelden } from '#start/voorbeelden.ts'
import { logOngeluk, maakLog } from '#start/web/log.ts'
import { maakServer } from '#start/web/luisteraar.ts'
import type { AppOpties } from '#start/web/opties.ts'
import { maakSite } from '#start/web/site.ts'
import {
  type Bezorger,
  eisLoopback,
  maakInvoerplek,
  maakWerkvoorraad,
  ruimInvoerOp,
  sluitInvoerplek,
  werkRoutes,
} from '#toegang/deur.ts'
import {
  bestanden,
  maakDocumentpoort,
  maakInvoerpoort,
  maakRapportpoort,
  maakZetterij,
} from '#uitwisseling/deur.ts'
import { metingbladen } from '#uitwisseling/lijst/metingblad.ts'
import { prognosebladen } from '#uitwisseling/lijst/prognoseblad.ts'
import { maakOidc } from '#uitwisseling/oidc/oidc.ts'
import { maakPost } from '#uitwisseling/post/post.ts'
import { rekenbladen } from '#uitwisseling/regelsboek.ts'
import {
  abonnementRoutes,
  findVastgesteldeRapporten,
  openbaarheidRoutes,
  RAPPORTEINDPUNTEN,
  ruimAbonnementenOp,
  uitgeverRoutes,
  verantwoordingRoutes,
} from '#verantwoording/deur.ts'

/** Hier komt alles samen: de kamers, hun poorten, de databank en de instellingen worden één website. */
export async function maakWebsite(
  config: Config,
  databank: Databank,
  klok: Klok = systeemklok,
  eigen: Pick<Partial<AppOpties>, 'emmers' | 'geduldMs'> = {},
): Promise<{ app: WebApp; sluit: () => Promise<void> }> {
  const software = softwareversie()
  const planboek = maakPlanboek()
  const standen = maakStanden(databank, planboek, klok, software.afdruk)
  let gemeenten: readonly Gemeente[] = await databank.beheer(findGemeenten)
  const herlees = async (): Promise<void> => {
    gemeenten = await databank.beheer(findGemeenten)
  }
  const diensten = new Map(
    Object.entries(config.inlog).map(([code, instelling]) => [code, maakOidc(instelling, klok)]),
  )
  const log = maakLog(config.OMZIEN_LOG)
  const werk = maakWerkvoorraad({
    klok,
    meldOngeluk: (fout, { id, soort }) => logOngeluk(log, fout, id, `werk: ${soort}`),
  })
  const post = { bezorger: bezorgerVan(config), bewaarDagen: config.OMZIEN_BERICHTEN_BEWAREN }
  const site = maakSite(config, () => gemeenten)
  const zetterij = maakZetterij()
  const documenten = maakDocumentpoort(verzonnen, zetterij)
  const kamer = {
    planboek,
    bestanden,
    documenten,
    boekhouder: maakBoekhouder(),
    werk,
    invoer: maakInvoerpoort(config.OMZIEN_INLEZEN_REGELS),
    prognoses: prognosebladen,
    rapporten: maakRapportpoort(zetterij),
    metingen: metingbladen,
    post: post.bezorger === undefined ? undefined : { site },
  }
  const vergeet = (gemeente: string): void => {
    standen.vergeet(gemeente)
    app.cache.vergeet(gemeente)
  }
  const app: WebApp = maakApp({
    databank,
    gemeenten: () => gemeenten,
    klok,
    log,
    versie: software.versie,
    veilig: config.OMZIEN_ADRES?.startsWith('https:') ?? false,
    demo: config.OMZIEN_DEMO,
    proxy: config.OMZIEN_PROXY,
    geheim: config.OMZIEN_GEHEIM,
    inlogdienst: (gemeente) => diensten.get(gemeente),
    inlogbeleid: (gemeente) => ({ onbekend: config.inlog[gemeente]?.onbekend ?? 'toelaten' }),
    post,
    kop: standen.kop,
    naSchrijven: vergeet,
    invoer: maakInvoerplek(config.gegevensmap, config.OMZIEN_GROOTSTE_INVOER),
    schil: maakSchil(standen.titel),
    kamers: [
      { prefix: '/', routes: statischeRoutes({ ...kamer, softwareversie: software.versie }) },
      { prefix: '/', routes: programmaApi(kamer, RAPPORTEINDPUNTEN) },
      { prefix: '/', routes: regelsApi() },
      { prefix: '/', routes: regelsRoutes() },
      { prefix: '/', routes: beleidRoutes({ werk, bladen: rekenbladen, documenten }) },
      { prefix: '/', routes: werkRoutes(werk) },
      { prefix: '/', routes: openbaarheidRoutes({ rapporten: findVastgesteldeRapporten, site, verzonnen }) },
      { prefix: '/', routes: uitgeverRoutes() },
      { prefix: '/', routes: abonnementRoutes({ metPost: post.bezorger !== undefined, site }) },
      { prefix: '/', routes: kitRoutes() },
      { prefix: '/', routes: programmaRoutes(kamer) },
      { prefix: '/plannen/:plan', routes: programmaRoutes(kamer) },
      { prefix: '/', routes: verantwoordingRoutes(kamer) },
      { prefix: '/plannen/:plan', routes: verantwoordingRoutes(kamer) },
    ],
    ...eigen,
  })
  const postbode = maakPostbode({
    databank,
    gemeenten: () => gemeenten,
    klok,
    ...post,
    ruimOok: ruimAbonnementenOp,
    meldOngeluk: (fout, gemeente) => logOngeluk(log, fout, gemeente, 'berichten bezorgen'),
  })
  await databank.luister(
    (bericht) => {
      const [gemeente = ''] = bericht.split(' ')
      vergeet(gemeente)
      postbode.wek(gemeente)
      if (!gemeenten.some(({ code }) => code === gemeente)) herlees().catch(() => undefined)
    },
    () => {
      standen.vergeet()
      for (const { code } of gemeenten) app.cache.vergeet(code)
    },
  )
  await Promise.all(gemeenten.map(({ code }) => standen.ververs(code)))
  const sluit = async (): Promise<void> => {
    await Promise.race([
      Promise.all([werk.sluit(), postbode.sluit()]),
      sleep(LANGSTE_UITLOOP_MS, undefined, { ref: false }),
    ])
    standen.vergeet()
  }
  return { app, sluit }
}

const LANGSTE_UITLOOP_MS = 10_000

const verzonnen = (gemeente: string): boolean => gemeente === VOORBEELDCODE

const bezorgerVan = ({ OMZIEN_SMTP: smtp, OMZIEN_AFZENDER: afzender }: Config): Bezorger | undefined =>
  smtp === undefined || afzender === undefined ? undefined : maakPost({ smtp, afzender })

/** Start de website en keert terug als zij netjes gestopt is (SIGINT of SIGTERM). */
export async function startServer(
  config: Config,
  databank: Databank,
  zeg: (tekst: string) => void,
): Promise<void> {
  if (config.OMZIEN_DEMO) eisLoopback(config.HOST)
  if (config.OMZIEN_VOORBEELDEN) {
    const geladen = await laadVoorbeelden(databank, systeemklok, { zeg })
    if (geladen.length > 0) zeg(`Voorbeelden geladen: ${geladen.map(({ naam }) => naam).join(', ')}.`)
  }
  await ruimInvoerOp(config.gegevensmap, systeemklok.nu())
  const { app, sluit } = await maakWebsite(config, databank)
  const server = maakServer(app.luisteraar)
  await luister(server, config)
  const { port } = server.address() as AddressInfo
  for (const adres of await adressen(databank, config, port)) zeg(adres)
  await totStopgevraagd()
  zeg('Omzien stopt; lopende verzoeken worden afgemaakt …')
  await stopNetjes(server)
  await sluit()
  await sluitInvoerplek(maakInvoerplek(config.gegevensmap, config.OMZIEN_GROOTSTE_INVOER))
}

function luister(server: Server, config: Config): Promise<void> {
  return new Promise((klaar, mislukt) => {
    server.once('error', mislukt)
    server.listen(config.PORT, config.HOST, klaar)
  })
}

async function adressen(databank: Databank, config: Config, poort: number): Promise<string[]> {
  const gemeenten = await databank.beheer(findGemeenten)
  const basis = config.OMZIEN_ADRES ?? `http://localhost:${poort}`
  return [
    `Omzien draait op ${basis} (stoppen: Ctrl+C)`,
    ...gemeenten.map(
      ({ naam, hosts }) =>
        `  ${naam}: ${hosts.length === 0 ? basis : hosts.map((host) => `http://${host}:${poort}`).join(', ')}`,
    ),
    ...(gemeenten.length === 0
      ? ['  Er is nog geen gemeente: npm run --silent omzien -- gemeente maak …']
      : []),
  ]
}

function totStopgevraagd(): Promise<void> {
  return new Promise((klaar) => {
    for (const sein of ['SIGINT', 'SIGTERM'] as const) process.once(sein, () => klaar())
  })
}

async function stopNetjes(server: Server): Promise<void> {
  const dicht = new Promise<void>((klaar) => server.close(() => klaar()))
  server.closeIdleConnections()
  const laatste = setTimeout(() => server.closeAllConnections(), LANGSTE_UITLOOP_MS)
  await dicht
  clearTimeout(laatste)
}

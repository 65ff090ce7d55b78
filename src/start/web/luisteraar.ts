import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { heeftSessie } from '#start/web/bewaarlaag.ts'
import { bewaakBinnenkomst, LANGST_BINNEN_MS } from '#start/web/geduld.ts'
import type { Koppen } from '#start/web/koppen.ts'
import type { AppOpties } from '#start/web/opties.ts'
import {
  etagVan,
  heeftAl,
  type Pagina,
  type Paginacache,
  sleutelVan,
  vormVoor,
} from '#start/web/paginacache.ts'
import { verzoekKenmerk } from '#start/web/verzoek.ts'
import type { Omgeving } from '#toegang/deur.ts'

/** Wie traag stuurt of nooit klaar is, houdt geen verbinding bezet. */
const SERVEROPTIES: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: LANGST_BINNEN_MS,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
}

export const maakServer = (luisteraar: RequestListener): Server =>
  createServer(SERVEROPTIES, luisteraar).on('clientError', zegWaarom)

const TE_LANG = [
  '431 Request Header Fields Too Large',
  'Dit adres of deze zoekvraag is te lang. Maak haar korter.',
]
const TE_TRAAG = ['408 Request Timeout', 'Het duurde te lang voor uw vraag binnen was. Probeer het opnieuw.']
const KAPOT = ['400 Bad Request', 'Dit verzoek kunnen wij niet lezen. Er is niets veranderd.']
const WAAROM: Record<string, readonly string[]> = {
  HPE_HEADER_OVERFLOW: TE_LANG,
  ERR_HTTP_REQUEST_TIMEOUT: TE_TRAAG,
}

/** Wat node niet eens als verzoek kan lezen, komt nooit bij een pagina; ook dan hoort er een zin bij. */
function zegWaarom(fout: NodeJS.ErrnoException, lijn: Duplex): void {
  if (fout.code === 'ECONNRESET' || !lijn.writable) {
    lijn.destroy()
    return
  }
  const [status, zin = ''] = WAAROM[fout.code ?? ''] ?? KAPOT
  const koppen = [
    `HTTP/1.1 ${status}`,
    'content-type: text/plain; charset=utf-8',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(zin)}`,
    'connection: close',
  ]
  lijn.end(`${koppen.join('\r\n')}\r\n\r\n${zin}`)
}

type Wat = {
  app: Hono<Omgeving>
  cache: Paginacache
  opties: Pick<AppOpties, 'kop' | 'veilig' | 'log'>
  /** Voor een verzoek dat niet eens te lezen is. */
  koppen: Koppen
}

/**
 * Wat node:http bij elk verzoek aanroept. Een pagina die in de cache ligt, gaat hier meteen de deur uit: zonder
 * router, sessie of database. De rest gaat naar Hono.
 */
export function maakLuisteraar({ app, cache, opties, koppen }: Wat): RequestListener {
  const gewoon = getRequestListener(app.fetch, {
    hostname: 'localhost',
    errorHandler: () => onleesbaar(koppen),
  })
  const telMee = maakTeller(opties.log, cache)
  return (vraag, antwoord) => {
    telMee()
    const { method, headers, url } = vraag
    if (
      (method === 'GET' || method === 'HEAD') &&
      url !== undefined &&
      headers.authorization === undefined &&
      !heeftSessie(headers.cookie, opties.veilig)
    ) {
      const sleutel = sleutelVan(headers.host ?? '', url)
      const pagina = cache.vind(sleutel, opties.kop, Date.now())
      if (pagina !== undefined) return stuur(vraag, antwoord, cache, sleutel, pagina)
    }
    bewaakBinnenkomst(vraag)
    void gewoon(vraag, antwoord)
  }
}

const SAMENVATTING_NA_MS = 60_000

/** Duizenden logregels per seconde over hetzelfde blad zeggen niets; één samenvatting per minuut wel. */
function maakTeller(log: AppOpties['log'], cache: Paginacache): () => void {
  let vorige = performance.now()
  return () => {
    if (performance.now() - vorige < SAMENVATTING_NA_MS) return
    vorige = performance.now()
    log.info({ paginacache: cache.stand() })
  }
}

function stuur(
  vraag: IncomingMessage,
  antwoord: ServerResponse,
  cache: Paginacache,
  sleutel: string,
  pagina: Pagina,
): void {
  const { headers, method } = vraag
  const vorm = vormVoor(headers['accept-encoding'], pagina)
  const kenmerk = headers['x-request-id']
  const koppen = [
    ...pagina.koppen,
    'etag',
    etagVan(pagina.afdruk, vorm),
    'x-request-id',
    verzoekKenmerk(typeof kenmerk === 'string' ? kenmerk : undefined),
  ]
  const gevraagd = headers['if-none-match']
  if (gevraagd !== undefined && heeftAl(gevraagd, pagina.afdruk)) {
    antwoord.writeHead(304, koppen).end()
    return
  }
  const lijf = cache.inVorm(sleutel, pagina, vorm)
  if (vorm !== 'kaal') koppen.push('content-encoding', vorm)
  koppen.push('content-length', String(lijf.byteLength))
  antwoord.writeHead(200, koppen)
  if (method === 'HEAD') antwoord.end()
  else antwoord.end(lijf)
}

function onleesbaar(koppen: Koppen): Response {
  return new Response('Dit verzoek kunnen wij niet lezen. Er is niets veranderd.', {
    status: 400,
    headers: [
      ...koppen.map(([naam, waarde]): [string, string] => [naam, waarde]),
      ['content-type', 'text/plain; charset=utf-8'],
      ['x-request-id', verzoekKenmerk(undefined)],
      ['connection', 'close'],
    ],
  })
}

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { bewaakBinnenkomst, magLangDuren } from '#start/web/geduld.ts'

/** Stuurt een kop met een lijf dat nooit af komt, en zegt of de server de verbinding verbreekt. */
async function druppel(pad: string, lengte: string): Promise<'verbroken' | 'open'> {
  const server = createServer((vraag, antwoord) => {
    if (vraag.url === '/lang') magLangDuren(vraag)
    bewaakBinnenkomst(vraag, 60)
    vraag.on('error', () => undefined).resume()
    if (vraag.url === '/leeg') antwoord.end()
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const lijn = connect((server.address() as AddressInfo).port, '127.0.0.1')
  lijn.on('error', () => undefined)
  lijn.resume()
  lijn.write(`POST ${pad} HTTP/1.1\r\nhost: x\r\n${lengte}\r\n\r\n`)
  const dicht = new Promise<'verbroken'>((klaar) => lijn.once('close', () => klaar('verbroken')))
  const uitslag = await Promise.race([
    dicht,
    new Promise<'open'>((klaar) => setTimeout(() => klaar('open'), 1_000)),
  ])
  lijn.destroy()
  server.close()
  server.closeAllConnections()
  return uitslag
}

for (const [pad, lengte, verwacht] of [
  ['/', 'content-length: 100', 'verbroken'],
  ['/', 'transfer-encoding: chunked', 'verbroken'],
  ['/lang', 'content-length: 100', 'open'],
  ['/leeg', 'content-length: 0', 'open'],
] as const)
  test(`wie niet afmaakt wat hij stuurt (${pad}, ${lengte}): ${verwacht}`, async () => {
    assert.equal(await druppel(pad, lengte), verwacht)
  })

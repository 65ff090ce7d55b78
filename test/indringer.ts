import assert from 'node:assert/strict'
import { systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { maakGemeente } from '#start/gemeenten.ts'
import { laadVoorbeelden } from '#start/voorbeelden.ts'
import { versePglite } from '#test/databanken.ts'
import { startWebsite } from '#test/website.ts'

/** Een bezoeker die alles verkeerd doet, per ongeluk of met opzet, tegen de echte website. */

export type Antwoord = { status: number; tekst: string; koppen: Headers }
export type Indringer = Awaited<ReturnType<typeof maakIndringer>>

/** Elk soort kwaad in één tekst: opmaak, ontsnappen uit een veld, SQL, sjablonen, rekenbladformules en emoji. */
export const GIF = `=1+1'"></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>'); drop table programma_stuk; -- {{7*7}} \${7*7} %00 👨‍👩‍👧`

/** Wat een gewone regel tekst niet is. */
export const RAAR: Readonly<Record<string, string>> = {
  gif: GIF,
  nul: 'a\u0000b',
  half: 'a\ud800b',
  lang: 'x'.repeat(10_000),
  getal: '9'.repeat(40),
  min: '-1',
  oneindig: '1e309',
  spatie: '   ',
  pad: '../../etc/passwd',
  naam: '__proto__',
}

const ANDERE = { code: 'gm9999', naam: 'Andere gemeente', hosts: ['ander.localhost'] }

/** De website met twee gemeenten, zodat niet elke hostnaam goed is, en met ruimte voor duizenden verzoeken. */
export async function maakIndringer() {
  const databank: Databank = await versePglite()
  await laadVoorbeelden(databank, systeemklok, { welke: ['gm1731'] })
  const gemaakt = await maakGemeente(databank, ANDERE)
  assert.ok(gemaakt.ok)
  const ruim = { inhoud: 1_000_000, perSeconde: 1_000 }
  const site = await startWebsite({
    databank,
    voorbeelden: [],
    emmers: { inlog: ruim, duur: ruim },
    geduldMs: 90_000,
  })

  /** Zonder eigen koppen komt de vraag van een pagina van de site zelf. */
  async function lees(
    pad: string,
    vraag: Omit<RequestInit, 'headers'> & { cookie?: string; headers?: Record<string, string> } = {},
  ): Promise<Antwoord> {
    const { cookie = '', headers = { origin: site.adres }, ...rest } = vraag
    const antwoord = await fetch(site.adres + pad, {
      redirect: 'manual',
      headers: { cookie, ...headers },
      ...rest,
    })
    return { status: antwoord.status, tekst: await antwoord.text(), koppen: antwoord.headers }
  }

  async function logIn(rol: string): Promise<string> {
    const { koppen } = await lees('/inloggen/demo', { method: 'POST', body: new URLSearchParams({ rol }) })
    const koekje = koppen.getSetCookie().find((regel) => regel.startsWith('omzien='))
    assert.ok(koekje !== undefined, `${rol} is niet ingelogd`)
    return koekje.split(';')[0] ?? ''
  }

  return {
    adres: site.adres,
    poort: Number(new URL(site.adres).port),
    databank,
    lees,
    logIn,
    sluit: async () => {
      await site.sluit()
      await databank.sluit()
    },
  }
}

const VAN_BINNEN = /\bat \S+ \(|\.tsx?:\d|node_modules|\b\w*Error:|\bselect\b.+\bfrom\b|programma_\w+ (?!;)/iu

/** Een antwoord op iets verkeerds: de juiste status, een zin voor mensen, in de huisstijl, en niets van binnen. */
export function keurFout(antwoord: Antwoord, statussen: readonly number[], wat: string): void {
  const { status, tekst, koppen } = antwoord
  const kort = `${wat}: ${status} ${tekst.slice(0, 300)}`
  assert.ok(statussen.includes(status), kort)
  assert.ok(koppen.has('x-request-id') && koppen.has('content-security-policy'), kort)
  keurTekst(tekst.replaceAll(GIF, ''), wat)
  const soort = koppen.get('content-type') ?? ''
  if (soort.startsWith('application/problem+json')) {
    const probleem: unknown = JSON.parse(tekst)
    assert.ok(typeof probleem === 'object' && probleem !== null && 'detail' in probleem, kort)
    assert.match(String(probleem.detail), /^[A-Z][^<>]{10,}\.$/u, kort)
    return
  }
  assert.match(soort, /^text\/html/u, kort)
  assert.match(tekst, /<html lang="nl"[\s\S]*<h1[^>]*>[^<]{5,}<\/h1>/u, kort)
  assert.match(tekst, /<link[^>]+stylesheet/u, kort)
}

/** Wat iemand typte, staat nergens als opmaak, en geen enkel element heeft een eigen script. */
export function keurTekst(tekst: string, wat: string): void {
  assert.doesNotMatch(tekst, VAN_BINNEN, wat)
  assert.ok(!/<script>|<img src=x/u.test(tekst), `${wat}: wat getypt is, werd opmaak`)
  for (const [merk] of tekst.matchAll(/<[a-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/gu))
    assert.doesNotMatch(merk.replace(/="[^"]*"/gu, ''), /\son\w+/u, `${wat}: ${merk}`)
}

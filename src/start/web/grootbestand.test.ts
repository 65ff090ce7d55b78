import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { maakVerbinding } from '#test/verbinding.ts'
import { logInAls, luister, maakProefsite, type Proefsite } from '#test/webapp.tsx'
import { maakInvoerplek, ruimInvoerOp, sluitInvoerplek } from '#toegang/deur.ts'

const GROOTSTE = 3_000_000
const MULTI = { 'content-type': 'multipart/form-data; boundary=grens', 'sec-fetch-site': 'same-origin' }

type Deel = { naam: string; bestand?: string; inhoud: Buffer | string }

const deel = ({ naam, bestand, inhoud }: Deel): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--grens\r\ncontent-disposition: form-data; name="${naam}"${bestand === undefined ? '' : `; filename="${bestand}"\r\ncontent-type: application/xml`}\r\n\r\n`,
    ),
    Buffer.from(inhoud),
    Buffer.from('\r\n'),
  ])
const formulier = (...delen: Deel[]): Buffer =>
  Buffer.concat([...delen.map(deel), Buffer.from('--grens--\r\n')])

async function totdat(klopt: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !klopt(); i++) await new Promise((klaar) => setTimeout(klaar, 25))
  assert.ok(klopt())
}

describe('een groot bestand insturen', () => {
  const map = join(mkdtempSync(join(tmpdir(), 'omzien-')), 'invoer')
  let databank: Databank
  let app: Proefsite
  let host: string
  let cookie: string
  let poort: number
  let vraag: ReturnType<typeof maakVerbinding>['vraag']
  let stroom: ReturnType<typeof maakVerbinding>['stroom']
  let stop: () => Promise<void>
  before(async () => {
    databank = await versePglite()
    app = await maakProefsite(databank, {
      invoer: { map, grootste: GROOTSTE, stilMs: 400, langsteMs: 1_500 },
    })
    host = `${app.een.code}.localhost`
    cookie = await logInAls(app, host, 'programmamanager')
    const lijn = await luister(app)
    stop = lijn.stop
    poort = lijn.poort
    ;({ vraag, stroom } = maakVerbinding(poort, host))
  })
  after(async () => {
    await stop()
    await databank.sluit()
    rmSync(map, { recursive: true, force: true })
  })

  const liggen = (): string[] => {
    try {
      return readdirSync(map)
    } catch {
      return []
    }
  }
  const stuur = async (lijf: Buffer, koppen: Record<string, string> = {}) => {
    const antwoord = await vraag('/groot', { method: 'POST', headers: { ...MULTI, cookie, ...koppen }, lijf })
    assert.deepEqual(liggen(), [])
    return { status: antwoord.status, tekst: antwoord.lijf.toString() }
  }
  const kopregels = (lengte: string): string[] => [
    'POST /groot HTTP/1.1',
    `host: ${host}`,
    `cookie: ${cookie}`,
    'sec-fetch-site: same-origin',
    `content-type: ${MULTI['content-type']}`,
    lengte,
  ]

  test('komt heel aan, met zijn som, zijn velden en alleen leesbaar voor ons', async () => {
    const inhoud = randomBytes(2_500_000)
    const { tekst } = await stuur(
      formulier(
        { naam: 'jaar', inhoud: '2024' },
        { naam: 'bestand', bestand: 'administratie.xaf', inhoud },
        { naam: 'proef', inhoud: 'ja' },
        { naam: '__proto__', inhoud: 'x' },
      ),
    )
    const { map: waar, velden, ...rest } = JSON.parse(tekst)
    assert.deepEqual(rest, {
      naam: 'administratie.xaf',
      grootte: inhoud.length,
      sha256: createHash('sha256').update(inhoud).digest('hex'),
      opSchijf: inhoud.length,
      rechten: '600',
    })
    assert.equal(waar, map)
    assert.deepEqual([velden.jaar, velden.proef], ['2024', 'ja'])
  })

  test('de naam van de afzender komt nooit in een pad terecht', async () => {
    for (const naam of [
      '../../etc/passwd',
      '..\\..\\x.xaf',
      '/etc/passwd',
      'a\u0000b.xaf',
      'n'.repeat(900),
    ]) {
      const { tekst } = await stuur(formulier({ naam: 'bestand', bestand: naam, inhoud: 'x' }))
      const gelezen = JSON.parse(tekst)
      assert.equal(gelezen.map, map)
      for (const teken of ['/', '\\', '\u0000']) assert.ok(!gelezen.naam.includes(teken), gelezen.naam)
      assert.ok(gelezen.naam.length <= 200)
    }
  })

  test('inhoud die op de grens lijkt, blijft inhoud', async () => {
    for (const inhoud of [
      '\r\n--gren',
      '\r\n--grenz--\r\n',
      '\r\n--\r\n-',
      `${'\r\n--gren'.repeat(20_000)}`,
      '\r\n'.repeat(100_000),
    ]) {
      const { tekst } = await stuur(formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud }))
      const gelezen = JSON.parse(tekst)
      assert.equal(gelezen.sha256, createHash('sha256').update(inhoud).digest('hex'), inhoud.slice(0, 20))
    }
  })

  for (const [naam, lijf, reden] of [
    ['geen veld met een bestand', formulier({ naam: 'jaar', inhoud: '2024' }), 'geen_bestand'],
    ['een leeg formulier', Buffer.from('--grens--\r\n'), 'geen_bestand'],
    ['niets gekozen', formulier({ naam: 'bestand', bestand: '', inhoud: '' }), 'geen_bestand'],
    ['tekst in plaats van een bestand', formulier({ naam: 'bestand', inhoud: 'a.xaf' }), 'geen_bestand'],
    ['een ander veld', formulier({ naam: 'plaatje', bestand: 'a.png', inhoud: 'x' }), 'geen_bestand'],
    ['een leeg bestand', formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: '' }), 'bestand_leeg'],
    [
      'twee bestanden',
      formulier(
        { naam: 'bestand', bestand: 'a.xaf', inhoud: 'x'.repeat(300_000) },
        { naam: 'bestand', bestand: 'b.xaf', inhoud: 'y' },
      ),
      'meer_bestanden',
    ],
    [
      'een te lang veld',
      formulier(
        { naam: 'jaar', inhoud: '2'.repeat(30_000) },
        { naam: 'bestand', bestand: 'a.xaf', inhoud: 'x' },
      ),
      'onleesbaar',
    ],
    [
      'te veel velden',
      formulier(...Array.from({ length: 60 }, (_, i) => ({ naam: `v${i}`, inhoud: 'x' }))),
      'onleesbaar',
    ],
    [
      'zonder slot',
      formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: 'x' }).subarray(0, -11),
      'onleesbaar',
    ],
    ['afval', Buffer.from('xx'), 'onleesbaar'],
    [
      'een kop zonder eind',
      Buffer.concat([Buffer.from('--grens\r\nx: '), Buffer.alloc(200_000, 65)]),
      'onleesbaar',
    ],
  ] as const)
    test(`${naam}: ${reden}`, async () => {
      const { status, tekst } = await stuur(lijf)
      assert.deepEqual([status, tekst], [400, reden])
    })

  for (const soort of ['application/json', 'multipart/form-data', 'multipart/mixed; boundary=grens'])
    test(`${soort} is geen formulier met een bestand`, async () => {
      const { tekst } = await stuur(Buffer.from('{}'), { 'content-type': soort })
      assert.equal(tekst, 'geen_bestand')
    })

  test('precies de grens mag, één byte meer niet', async () => {
    const met = (bytes: number) =>
      stuur(formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: Buffer.alloc(bytes, 65) }))
    assert.equal(JSON.parse((await met(GROOTSTE)).tekst).grootte, GROOTSTE)
    assert.equal((await met(GROOTSTE + 1)).tekst, 'te_groot')
  })

  test('wie vooraf meldt dat het te groot is, hoort de grens zonder dat er iets gelezen is', async () => {
    const { antwoord } = await stroom(kopregels('content-length: 90000000'), Buffer.alloc(65_536, 65), 900)
    assert.match(antwoord, /^HTTP\/1\.1 413 /u)
    assert.match(antwoord, /mag hoogstens 2 MB groot zijn\. Er is niets bewaard/u)
    assert.deepEqual(liggen(), [])
  })

  test('zonder opgegeven lengte stopt het bij de grens, en er blijft niets liggen', async () => {
    const kop = deel({ naam: 'bestand', bestand: 'a.xaf', inhoud: '' }).subarray(0, -2)
    const brok = (inhoud: Buffer): Buffer =>
      Buffer.concat([Buffer.from(`${inhoud.length.toString(16)}\r\n`), inhoud, Buffer.from('\r\n')])
    const lijn = connect(poort, '127.0.0.1')
    lijn.on('error', () => undefined)
    let antwoord = ''
    lijn.on('data', (tekst) => {
      antwoord += tekst.toString()
    })
    lijn.write(`${kopregels('transfer-encoding: chunked').join('\r\n')}\r\n\r\n`)
    lijn.write(brok(kop))
    for (let i = 0; i < 60 && antwoord === ''; i++) lijn.write(brok(Buffer.alloc(65_536, 65)))
    await totdat(() => antwoord !== '')
    lijn.destroy()
    assert.match(antwoord, /^HTTP\/1\.1 400 .*te_groot/su)
    await totdat(() => liggen().length === 0)
  })

  test('wie halverwege ophangt, laat niets achter', async () => {
    const lijn = connect(poort, '127.0.0.1')
    lijn.on('error', () => undefined)
    const lijf = formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: Buffer.alloc(2_000_000, 65) })
    lijn.write(`${kopregels(`content-length: ${lijf.length}`).join('\r\n')}\r\n\r\n`)
    lijn.write(lijf.subarray(0, 900_000))
    await totdat(() => liggen().length === 1)
    lijn.destroy()
    await totdat(() => liggen().length === 0)
  })

  test('wie druppelt, wordt afgebroken met een zin, en er blijft niets liggen', async () => {
    const lijn = connect(poort, '127.0.0.1')
    lijn.on('error', () => undefined)
    let antwoord = ''
    lijn.on('data', (tekst) => {
      antwoord += tekst.toString()
    })
    lijn.write(`${kopregels('content-length: 1000000').join('\r\n')}\r\n\r\n`)
    lijn.write(deel({ naam: 'bestand', bestand: 'a.xaf', inhoud: 'begin' }))
    const druppel = setInterval(() => lijn.write('a'), 150)
    await totdat(() => antwoord !== '')
    clearInterval(druppel)
    lijn.destroy()
    assert.match(antwoord, /te_traag/u)
    await totdat(() => liggen().length === 0)
  })

  test('wie het niet mag, wordt niet gelezen en er komt geen bestand', async () => {
    const lijf = formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: 'x' })
    const antwoord = await vraag('/groot', { method: 'POST', headers: MULTI, lijf })
    assert.equal(antwoord.status, 401)
    assert.deepEqual(liggen(), [])
  })

  test('vier tegelijk mag, de vijfde hoort dat het druk is', async () => {
    const lijnen = Array.from({ length: 4 }, () => {
      const lijn = connect(poort, '127.0.0.1')
      lijn.on('error', () => undefined)
      lijn.write(`${kopregels('content-length: 1000000').join('\r\n')}\r\n\r\n`)
      lijn.write(deel({ naam: 'bestand', bestand: 'a.xaf', inhoud: 'begin' }))
      return lijn
    })
    await totdat(() => liggen().length === 4)
    const vijfde = await vraag('/groot', {
      method: 'POST',
      headers: { ...MULTI, cookie },
      lijf: formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: 'x' }),
    })
    assert.equal(vijfde.lijf.toString(), 'te_druk')
    for (const lijn of lijnen) lijn.destroy()
    await totdat(() => liggen().length === 0)
    await stuur(formulier({ naam: 'bestand', bestand: 'a.xaf', inhoud: 'x' }))
  })
})

describe('wat een dood proces liet liggen', () => {
  test('gaat weg bij de start; wat van een levend proces of een andere machine is, blijft', async () => {
    const basis = mkdtempSync(join(tmpdir(), 'omzien-'))
    const eigen = maakInvoerplek(basis, 500)
    const host = encodeURIComponent(hostname())
    const mappen = [`${host}@${process.pid}`, `${host}@4194399`, `${host}@${process.ppid}`, 'elders@12']
    for (const naam of mappen) {
      mkdirSync(join(basis, 'invoer', naam), { recursive: true })
      writeFileSync(join(basis, 'invoer', naam, 'half'), 'x')
    }
    assert.equal(eigen.map, join(basis, 'invoer', mappen[0] ?? ''))
    await ruimInvoerOp(basis, new Date())
    assert.deepEqual(readdirSync(join(basis, 'invoer')).toSorted(), [mappen[2], mappen[3]].toSorted())
    await ruimInvoerOp(basis, new Date(Date.now() + 25 * 3_600_000))
    assert.deepEqual(readdirSync(join(basis, 'invoer')), [mappen[2]])
    mkdirSync(eigen.map)
    await sluitInvoerplek(eigen)
    assert.deepEqual(readdirSync(join(basis, 'invoer')), [mappen[2]])
    await ruimInvoerOp(join(basis, 'bestaat-niet'), new Date())
    rmSync(basis, { recursive: true })
  })
})

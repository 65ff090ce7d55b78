import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'

/** De opdrachtregel en de server als echte processen, zoals een gebruiker ze start. */
const map = mkdtempSync(join(tmpdir(), 'omzien-opdracht-'))
const MAIN = [
  '--disable-warning=ExperimentalWarning',
  '--wasm-lazy-compilation',
  '--import',
  'tsx',
  'src/start/main.ts',
]
const PLANNEN = 'voorbeelden/midden-drenthe/'

function start(argumenten: string[], omgeving: Record<string, string> = {}): ChildProcess {
  const { DATABASE_URL: _, ...schoon } = process.env
  return spawn(process.execPath, [...MAIN, ...argumenten], {
    env: { ...schoon, OMZIEN_GEGEVENS: join(map, 'gegevens'), OMZIEN_LOG: 'warn', ...omgeving },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  })
}

async function opdracht(...argumenten: string[]): Promise<{ code: number | null; uit: string; zeg: string }> {
  const proces = start(argumenten)
  let uit = ''
  let zeg = ''
  proces.stdout?.on('data', (deel: Buffer) => (uit += deel))
  proces.stderr?.on('data', (deel: Buffer) => (zeg += deel))
  const [code] = (await once(proces, 'close')) as [number | null]
  return { code, uit, zeg }
}

const schrijf = (naam: string, inhoud: string | Uint8Array): string => {
  const pad = join(map, naam)
  writeFileSync(pad, inhoud)
  return pad
}

const Uitvoer = z.object({
  formaat: z.literal(1),
  plan: z.object({ id: z.string() }),
  samenvatting: z.strictObject({ fout: z.int(), waarschijnlijk: z.int(), aandacht: z.int() }),
  bevindingen: z.array(
    z.object({
      regel: z.string(),
      ernst: z.enum(['fout', 'waarschijnlijk', 'aandacht']),
      titel: z.string(),
      uitleg: z.string(),
      plaatsen: z.array(
        z.object({ plaats: z.string(), regelnummer: z.int().optional(), waarde: z.string().optional() }),
      ),
      verschilCent: z.int().optional(),
      oorzaak: z.string().optional(),
    }),
  ),
})

after(() => rmSync(map, { recursive: true, force: true }))

describe('plan controleer', () => {
  test('een plan met fouten geeft 1, en met --json alleen JSON', async () => {
    const { code, uit, zeg } = await opdracht(
      'plan',
      'controleer',
      `${PLANNEN}programmaplan-2022-2026.json`,
      '--json',
    )
    assert.equal(code, 1, zeg)
    const { samenvatting, bevindingen } = Uitvoer.parse(JSON.parse(uit))
    assert.ok(samenvatting.fout > 0)
    assert.equal(bevindingen.filter((bevinding) => bevinding.ernst === 'fout').length, samenvatting.fout)
    assert.equal(zeg, '')
  })

  test('een plan zonder fouten geeft 0', async () => {
    const { code, uit } = await opdracht(
      'plan',
      'controleer',
      `${PLANNEN}programmaplan-2022-2026-gecorrigeerd.json`,
    )
    assert.equal(code, 0)
    assert.match(uit, /^0 fout, 0 waarschijnlijk/m)
  })

  test('een geëxporteerd rekenblad geeft dezelfde bevindingen als de JSON', async () => {
    const { bestanden } = await import('#uitwisseling/deur.ts')
    const { leesPlan } = await import('#programma/deur.ts')
    const plan = leesPlan(JSON.parse(readFileSync(`${PLANNEN}programmaplan-2022-2026.json`, 'utf8')))
    assert.ok(plan.ok)
    const pad = schrijf('plan.ods', bestanden.schrijfPlan(plan.waarde, 'ods').inhoud)
    const [json, ods] = await Promise.all([
      opdracht('plan', 'controleer', `${PLANNEN}programmaplan-2022-2026.json`, '--json'),
      opdracht('plan', 'controleer', pad, '--json'),
    ])
    assert.deepEqual(JSON.parse(ods.uit), JSON.parse(json.uit))
  })

  const plan = (): Record<string, unknown> => JSON.parse(readFileSync(`${PLANNEN}wmo-2017-2018.json`, 'utf8'))
  for (const [naam, inhoud, zin] of [
    ['leeg.json', '', /leeg/],
    ['kapot.json', '{"formaat": "programmaplan",', /JSON/],
    ['lijst.json', '[]', /formaat: Dit is geen programmaplan/],
    ['versie2.json', JSON.stringify({ ...plan(), versie: 2 }), /versie: Verwacht versie 1, gevonden 2/],
    ['type.json', JSON.stringify({ ...plan(), doelen: [{ id: 7 }] }), /doelen\[0\]\.id/],
    ['sleutel.json', JSON.stringify({ ...plan(), bronnen: 'veel' }), /bronnen: /],
    ['binair.ods', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /\(bestand\)|blad/],
  ] as const)
    test(`onbruikbaar bestand ${naam} geeft 2 met de plaats`, async () => {
      const { code, uit, zeg } = await opdracht('plan', 'controleer', schrijf(naam, inhoud), '--json')
      assert.equal(code, 2)
      assert.equal(uit, '')
      assert.match(zeg, zin)
    })

  for (const [wat, argumenten] of [
    ['een bestand dat er niet is', ['plan', 'controleer', '/bestaat/niet.json']],
    ['een map', ['plan', 'controleer', tmpdir()]],
    ['geen bestand', ['plan', 'controleer']],
    ['een onbekende opdracht', ['plan', 'verzin']],
    ['een onbekende optie', ['plan', 'controleer', 'x.json', '--geheim', 'ja']],
  ] as const)
    test(`${wat} geeft 2 met een zin`, async () => {
      const { code, zeg } = await opdracht(...argumenten)
      assert.equal(code, 2)
      assert.doesNotMatch(zeg, /at .*\.ts:\d+/)
      assert.ok(zeg.length > 10)
    })
})

describe('de server en de opdrachten ernaast', () => {
  let server: ChildProcess
  let adres = ''
  const startServer = async (): Promise<void> => {
    server = start(['start'], { PORT: '0' })
    let zeg = ''
    const gevonden = new Promise<string>((klaar, mislukt) => {
      server.stderr?.on('data', (deel: Buffer) => {
        zeg += deel
        const treffer = /http:\/\/localhost:\d+/.exec(zeg)
        if (treffer) klaar(treffer[0])
      })
      server.once('close', () => mislukt(new Error(`de server stopte: ${zeg}`)))
    })
    adres = await gevonden
  }
  const status = (pad: string, host = 'localhost'): Promise<number> =>
    new Promise((klaar, mislukt) => {
      const { port } = new URL(adres)
      request({ port, path: pad, headers: { host } }, (antwoord) => {
        antwoord.resume()
        klaar(antwoord.statusCode ?? 0)
      })
        .on('error', mislukt)
        .end()
    })
  before(startServer)
  after(() => server.kill('SIGKILL'))

  test('de server antwoordt, en de opdrachtregel werkt met dezelfde gegevens', async () => {
    assert.equal(await status('/gezond'), 200)
    const { code, uit } = await opdracht('plan', 'lijst', '--json', '--gemeente', 'gm1731')
    assert.equal(code, 0)
    assert.deepEqual(
      JSON.parse(uit).map(({ id }: { id: string }) => id),
      ['sociaal-domein-2022-2026', 'wmo-2017-2018'],
    )
    if (process.platform !== 'win32')
      assert.equal(statSync(join(map, 'gegevens', 'omzien.sock')).mode & 0o777, 0o600)
  })

  test('naast Midden-Drenthe draait de voorbeeldgemeente: de opdrachtregel vraagt welke', async () => {
    assert.equal(await status('/', 'voorbeeld.localhost'), 200)
    const { code, uit, zeg } = await opdracht('boek', 'controleer')
    assert.deepEqual([code, uit], [2, ''])
    assert.match(zeg, /Kies er een met --gemeente \(gm0000, gm1731\)/)
    assert.equal((await opdracht('boek', 'controleer', '--gemeente', 'gm0000')).code, 0)
  })

  test('een tweede server met dezelfde map zegt waarom hij niet kan', async () => {
    const { code, zeg } = await opdracht('start')
    assert.equal(code, 2)
    assert.match(zeg, /Er draait al een Omzien met deze gegevensmap/)
  })

  test('een nieuwe gemeente antwoordt meteen op haar host, en twee keer dezelfde wordt geweigerd', async () => {
    const maak = ['gemeente', 'maak', 'gm0007', '--naam', 'Nieuw', '--host', 'nieuw.localhost']
    assert.equal((await opdracht(...maak)).code, 0)
    for (let i = 0; i < 50 && (await status('/inloggen', 'nieuw.localhost')) !== 200; i++)
      await new Promise((klaar) => setTimeout(klaar, 50))
    assert.equal(await status('/inloggen', 'nieuw.localhost'), 200)
    assert.equal(await status('/inloggen', 'onbekend.localhost'), 404)
    const weer = await opdracht(...maak)
    assert.deepEqual([weer.code, /bestaat al/.test(weer.zeg)], [1, true])
    const fout = await opdracht('gemeente', 'maak', 'Assen', '--naam', 'Assen')
    assert.equal(fout.code, 2)
  })

  test('een plan gaat erin, eruit als rekenblad, en is in de tussentijd niet veranderd', async () => {
    const ods = join(map, 'uit.ods')
    assert.equal((await opdracht('plan', 'exporteer', 'wmo-2017-2018', ods, '--gemeente', 'gm1731')).code, 0)
    const verkeerd = await opdracht('plan', 'laad', ods, '--gemeente', 'gm0007')
    assert.deepEqual([verkeerd.code, /andere gemeente/.test(verkeerd.zeg)], [1, true])
    const dubbel = await opdracht('plan', 'laad', ods, '--gemeente', 'gm1731')
    assert.deepEqual([dubbel.code, /al geladen/.test(dubbel.zeg)], [1, true])
    const onbekend = await opdracht('plan', 'exporteer', 'nergens', ods, '--gemeente', 'gm1731')
    assert.equal(onbekend.code, 2)
  })

  test('stoppen is netjes, en een tweede start heeft alles nog', async () => {
    server.kill('SIGTERM')
    const [code] = (await once(server, 'close')) as [number | null]
    assert.equal(code, 0)
    await startServer()
    const { uit } = await opdracht('gemeente', 'lijst', '--json')
    assert.deepEqual(
      JSON.parse(uit).map((gemeente: { code: string }) => gemeente.code),
      ['gm0000', 'gm0007', 'gm1731'],
    )
  })

  test('na een harde val zegt niemand dat de map bezet is', async () => {
    server.kill('SIGKILL')
    await once(server, 'close')
    const { code, uit } = await opdracht('gemeente', 'lijst', '--json')
    assert.equal(code, 0)
    assert.equal(JSON.parse(uit).length, 3)
    await startServer()
    assert.equal(await status('/gezond'), 200)
  })
})

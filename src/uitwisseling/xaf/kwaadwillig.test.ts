import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anders, GOED, lees, stroom, voorbeeld } from '#test/auditfiles.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'

const LACH = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')

const na = (kop: string): string => GOED.replace('\n', `\n${kop}\n`)

for (const [naam, inhoud, code] of [
  ['een miljard keer lachen', na(`<!DOCTYPE x [<!ENTITY l0 "ha">${LACH}]>`).replace('F1', '&l9;'), 'doctype'],
  [
    'een entity van buiten',
    na('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace('F1', '&a;'),
    'doctype',
  ],
  ['een DTD van buiten', na('<!DOCTYPE auditfile SYSTEM "http://voorbeeld.invalid/x.dtd">'), 'doctype'],
  [
    'een parameter-entity',
    na('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://voorbeeld.invalid/">%a;]>'),
    'doctype',
  ],
  ['een entity zonder DTD', anders(['F1', '&constructor;']), 'geen_xml'],
  ['een miljoen elementen in elkaar', anders(['<docRef>', '<a>'.repeat(1_000_000)]), 'te_diep'],
  [
    'een miljoen elementen in elkaar waar niets gelezen wordt',
    anders(['<generalLedger>', '<b>'.repeat(1_000_000)]),
    'te_diep',
  ],
  ['één tekst van vijf miljoen tekens', anders(['>F1<', `>${'x'.repeat(5_000_000)}<`]), 'te_lang'],
  [
    'één CDATA van vijf miljoen tekens',
    anders(['>F1<', `><![CDATA[${'<'.repeat(5_000_000)}]]><`]),
    'te_lang',
  ],
  [
    'één attribuut van vijf miljoen tekens',
    anders(['<docRef>', `<docRef a="${'x'.repeat(5_000_000)}">`]),
    'te_lang',
  ],
  ['een naam van vijf miljoen tekens', anders(['<docRef>', `<${'x'.repeat(5_000_000)}>`]), 'te_lang'],
  [
    'een opmerking van vijf miljoen tekens',
    anders(['<docRef>', `<!--${'x'.repeat(5_000_000)}--><docRef>`]),
    'te_lang',
  ],
  [
    'honderdduizend attributen',
    anders(['<docRef>', `<docRef ${Array.from({ length: 200_000 }, (_, i) => `a${i}=""`).join(' ')}>`]),
    'te_lang',
  ],
  ['een nulteken', anders(['>F1<', '>F\u0000<']), 'geen_xml'],
  ['twee wortels', `${GOED}<auditfile/>`, 'geen_xml'],
] as const)
  test(`${naam}: ${code}`, async () => {
    const { ok, codes } = await lees(inhoud, 64 * 1024)
    assert.equal(ok, false)
    assert.deepEqual(codes, [code])
  })

test('een groot attribuut en een lange omschrijving onder de grens doen geen kwaad', async () => {
  const { ok, regels } = await lees(
    anders(['<docRef>', `<desc a="${'x'.repeat(300_000)}">${'y'.repeat(300_000)}</desc><docRef>`]),
    1000,
  )
  assert.ok(ok)
  assert.equal(regels.length, 2)
})

test('waar de brokken ook vallen: de uitkomst is gelijk', async () => {
  const bestanden = [
    voorbeeld('3.2'),
    voorbeeld('3.1'),
    voorbeeld('4.0-fout'),
    anders(['\n', '\r\n'], ['<accDesc>Inhuur', '<accDesc>Inhuur één €']),
    anders(['<docRef>F1', '<docRef>é€😀F1']),
    `\ufeff${GOED}`,
    anders(['<docRef>F1</docRef>', '<docRef>F1</docref>']),
    GOED.slice(0, 3000),
  ].flatMap((tekst) => [Buffer.from(tekst, 'utf8'), Buffer.from(`\ufeff${tekst}`, 'utf16le')])
  const heel = await Promise.all(bestanden.map((bytes) => lees(bytes)))
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: bestanden.length - 1 }),
      fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 }),
      async (welk, maten) => {
        const bytes = bestanden[welk] ?? Buffer.alloc(0)
        async function* inStukken(): AsyncGenerator<Uint8Array> {
          let begin = 0
          for (let i = 0; begin < bytes.length; i++) {
            const maat = maten[i % maten.length] ?? 1
            yield bytes.subarray(begin, begin + maat)
            begin += maat
          }
        }
        const regels: unknown[] = []
        const uitkomst = await leesXaf(inStukken(), (regel) => regels.push(regel))
        const verwacht = heel[welk]
        assert.deepEqual(uitkomst.ok ? uitkomst.waarde : uitkomst.reden, verwacht?.verslag)
        assert.deepEqual(regels, verwacht?.regels)
      },
    ),
    { numRuns: 200 },
  )
})

test('per byte aangeleverd is ook goed', async () => {
  const heel = await lees(GOED)
  const perByte = await lees(GOED, 1)
  assert.deepEqual(perByte.verslag, heel.verslag)
  assert.deepEqual(perByte.regels, heel.regels)
})

test('welke byte er ook omvalt: het wordt gelezen of geweigerd, en nooit half geteld', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: Buffer.byteLength(GOED) - 1 }),
      fc.integer({ min: 0, max: 255 }),
      async (plek, waarde) => {
        const bytes = Buffer.from(GOED)
        bytes[plek] = waarde
        const { ok, verslag, regels } = await lees(bytes)
        assert.equal(ok, !verslag.bevindingen.some((een) => een.ernst === 'fout'))
        assert.equal(verslag.regels, regels.length)
        const som = regels.reduce((tot, regel) => tot + regel.bedragCent, 0)
        assert.equal(verslag.debetCent - verslag.creditCent, som)
      },
    ),
    { numRuns: 400 },
  )
})

test('stoppen gooit meteen, en de bron wordt gesloten', async () => {
  const stop = new AbortController()
  let gesloten = false
  let gegeven = 0
  async function* bron(): AsyncGenerator<Uint8Array> {
    try {
      for await (const brok of stroom(Buffer.from(voorbeeld('3.2')), 1024)) {
        gegeven++
        yield brok
      }
    } finally {
      gesloten = true
    }
  }
  const lezing = leesXaf(bron(), () => stop.abort(new Error('gestopt')), { stop: stop.signal })
  await assert.rejects(lezing, /gestopt/u)
  assert.ok(gesloten)
  assert.ok(gegeven < 7, `${gegeven} brokken`)
})

test('de voortgang loopt op tot de grootte van het bestand', async () => {
  const bytes = Buffer.from(voorbeeld('3.2'))
  const stappen: { gelezen: number; totaal: number | undefined; regels: number }[] = []
  await leesXaf(stroom(bytes, 1024), () => undefined, {
    grootte: bytes.length,
    voortgang: (deel) => stappen.push(deel),
  })
  assert.deepEqual(stappen.at(-1), { gelezen: bytes.length, totaal: bytes.length, regels: 15 })
  assert.deepEqual(
    stappen.map((stap) => stap.gelezen),
    stappen.map((stap) => stap.gelezen).toSorted((a, b) => a - b),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefrapport } from '#test/rapporten.ts'
import { canoniek } from '#verantwoording/canoniek.ts'
import type { Rapportinhoud, Rapporttabel } from '#verantwoording/rapport.ts'
import { GROOTSTE_TOETS, leesToetsbestand, verschillenVan } from '#verantwoording/toets/toets.ts'

/** Wat een vreemde aanbiedt, mag de server niet bezet houden, en het antwoord moet waar zijn. */

const metTabel = (inhoud: Rapportinhoud, id: string, verander: (tabel: Rapporttabel) => Rapporttabel) => ({
  ...inhoud,
  delen: inhoud.delen.map((deel) => ({
    ...deel,
    blokken: deel.blokken.map((blok) => (blok.soort === 'tabel' && blok.id === id ? verander(blok) : blok)),
  })),
})

function eersteTabel({ delen }: Rapportinhoud): Rapporttabel {
  const gevonden = delen.flatMap(({ blokken }) => blokken).find((blok) => blok.soort === 'tabel')
  assert.ok(gevonden?.soort === 'tabel')
  return gevonden
}

test('een tabel met heel veel rijen en kolommen houdt de server niet bezet', () => {
  const vast = proefrapport()
  const { id } = eersteTabel(vast)
  const groot = metTabel(vast, id, (tabel) => ({
    ...tabel,
    kolommen: [
      ...tabel.kolommen,
      ...Array.from({ length: 20_000 }, (_, k) => ({ naam: `k${k}`, kop: '', soort: 'tekst' as const })),
    ],
    rijen: Array.from({ length: 20_000 }, (_, r) => ({ cellen: [`r${r}`] })),
  }))
  const bytes = new TextEncoder().encode(canoniek(groot))
  assert.ok(bytes.length < GROOTSTE_TOETS, 'dit mag iedereen aanbieden')
  const gelezen = leesToetsbestand(bytes)
  assert.equal(gelezen.soort, 'inhoud')
  assert.ok(gelezen.soort === 'inhoud')
  const begin = performance.now()
  const zinnen = verschillenVan(vast, gelezen.inhoud)
  assert.ok(performance.now() - begin < 2_000, `${Math.round(performance.now() - begin)} ms`)
  assert.ok(
    zinnen.some((zin) => /te groot om te vergelijken/u.test(zin)),
    zinnen.join('\n'),
  )
})

test('een ander bedrag in een van twee regels met dezelfde naam wordt genoemd', () => {
  const kaal = proefrapport()
  const { id } = eersteTabel(kaal)
  const [eerste, tweede] = [1, 2].map((keer) =>
    metTabel(kaal, id, (tabel) => {
      const [rij, ...rest] = tabel.rijen
      assert.ok(rij)
      const k = tabel.kolommen.findIndex(({ soort }) => soort === 'bedrag')
      const zelfde = { ...rij, cellen: rij.cellen.with(k, keer) }
      return { ...tabel, rijen: [zelfde, rij, ...rest] }
    }),
  )
  assert.ok(eerste && tweede)
  assert.match(verschillenVan(eerste, tweede).join('\n'), /hoort 1 cent te staan; er staat 2 cent/u)
})

test('een grote pdf zegt achteraan welk rapport hij is', () => {
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.alloc(2_000_000, 'x'),
    Buffer.from('/Keywords (Proefprogramma, jaar-2024)\n%%EOF'),
  ])
  assert.deepEqual(leesToetsbestand(pdf), { soort: 'bestand', kenmerk: 'jaar-2024' })
})

import { vergelijkbaar } from '#basis/tekst.ts'
import * as vorm from '#uitwisseling/rekenblad/plan-bladen.ts'
import { isTotaalrij, maakNarekenaar } from '#uitwisseling/rekenblad/plan-lezen-bedragen.ts'
import { leesRij, type Planrij, rijenOnderKop } from '#uitwisseling/rekenblad/plan-rijen.ts'
import { sleutelsVan } from '#uitwisseling/rekenblad/plan-verwijzen.ts'
import type { Bladvorm } from '#uitwisseling/rekenblad/plan-vorm.ts'
import type { Blad } from '#uitwisseling/rekenblad/rekenblad.ts'
import { celVanVeld, type Tabel, zoekTabel } from '#uitwisseling/rekenblad/tabel-zoeken.ts'
import type { Verslag } from '#uitwisseling/rekenblad/verslag.ts'

export type Bladrijen = ReadonlyMap<
  Bladvorm,
  { tabel: Tabel; rijen: readonly Planrij[]; sleutels: readonly string[] }
>

/** Leest elk blad rij voor rij. Rijen met een totaal doen niet mee; bij ontvangsten worden zij hier nagerekend. */
export function leesBladen(bladen: ReadonlyMap<string, Blad>, verslag: Verslag): Bladrijen {
  const gelezen = new Map<Bladvorm, { tabel: Tabel; rijen: Planrij[]; sleutels: string[] }>()
  for (const blad of vorm.BLADVORMEN) {
    const gevonden = bladen.get(blad.naam)
    if (gevonden === undefined || gevonden.rijen.length === 0) continue
    const tabel = zoekTabel(gevonden, blad, blad === vorm.BEDRAGEN, verslag)
    if (tabel === undefined) continue
    const rijen =
      blad === vorm.ONTVANGSTEN
        ? leesOntvangsten(tabel, gelezen, verslag)
        : leesGewoon(tabel, blad, gelezen, verslag)
    gelezen.set(blad, { tabel, rijen, sleutels: sleutelsVan(blad, rijen) })
  }
  return gelezen
}

/** Of iemand met deze naam een ding bedoelt dat op het eigen blad staat. */
function kent(gelezen: Bladrijen, blad: Bladvorm): (naam: string) => boolean {
  const namen = new Set(
    (gelezen.get(blad)?.rijen ?? []).flatMap(({ waarden }) =>
      [waarden['id'], waarden['titel'], waarden['naam']].map((naam) => vergelijkbaar(String(naam ?? ''))),
    ),
  )
  return (naam) => namen.has(vergelijkbaar(naam))
}

function leesGewoon(tabel: Tabel, blad: Bladvorm, gelezen: Bladrijen, verslag: Verslag): Planrij[] {
  const rijen = rijenOnderKop(tabel, blad)
  if (blad !== vorm.BEDRAGEN) return rijen.map(({ rij, r }) => leesRij(tabel, blad, rij, r, verslag))
  const bekend = kent(gelezen, vorm.ONDERDELEN)
  return rijen.flatMap(({ rij, r }): Planrij[] => {
    const totaal = isTotaalrij(rij, celVanVeld(tabel, rij, 'onderdeel'), bekend)
    return totaal ? [totaalrij(tabel, rij, r)] : [leesRij(tabel, blad, rij, r, verslag)]
  })
}

/** Een totaalrij houdt haar plaats tussen de andere rijen, zodat het narekenen weet wat erboven staat. */
const totaalrij = (tabel: Tabel, rij: Planrij['rij'], r: number): Planrij => ({
  tabel,
  r,
  rij,
  waarden: { totaalrij: true },
  plaats: () => `blad ${tabel.blad.naam}, rij ${r + 1}`,
})

function leesOntvangsten(tabel: Tabel, gelezen: Bladrijen, verslag: Verslag): Planrij[] {
  const bekend = kent(gelezen, vorm.BRONNEN)
  const na = maakNarekenaar(tabel.blad.naam, verslag)
  const kolom = tabel.velden.get('bedragCent')?.[0] ?? -1
  return rijenOnderKop(tabel, vorm.ONTVANGSTEN).flatMap(({ rij, r }): Planrij[] => {
    if (isTotaalrij(rij, celVanVeld(tabel, rij, 'ouder'), bekend)) {
      na.rekenNa(rij, r, [kolom])
      return []
    }
    const planrij = leesRij(tabel, vorm.ONTVANGSTEN, rij, r, verslag)
    const bedrag = planrij.waarden['bedragCent']
    if (typeof bedrag === 'number') na.tel(kolom, bedrag as Parameters<typeof na.tel>[1])
    else na.onvolledig(kolom)
    return [planrij]
  })
}

import { opsomming, vergelijkbaar } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Plan } from '#programma/deur.ts'
import { leesPlan, type Planfout } from '#programma/deur.ts'
import * as vorm from '#uitwisseling/rekenblad/plan-bladen.ts'
import { type Bladrijen, leesBladen } from '#uitwisseling/rekenblad/plan-bladen-lezen.ts'
import { type Gegevens, maakWegwijzer, zetOpPad } from '#uitwisseling/rekenblad/plan-bouwen.ts'
import { leesCel } from '#uitwisseling/rekenblad/plan-cel.ts'
import { LEESWIJZERBLAD } from '#uitwisseling/rekenblad/plan-leeswijzer.ts'
import { stelSamen } from '#uitwisseling/rekenblad/plan-samenstellen.ts'
import { alsSleutel, maakRegisters } from '#uitwisseling/rekenblad/plan-verwijzen.ts'
import { type Blad, celnaam, kolomletters, LEEG, type Werkboek } from '#uitwisseling/rekenblad/rekenblad.ts'
import { celTekst, isLeeg, type Tabel } from '#uitwisseling/rekenblad/tabel-zoeken.ts'
import { plek } from '#uitwisseling/rekenblad/teksten.ts'
import { maakVerslag, type Verslag } from '#uitwisseling/rekenblad/verslag.ts'

export type IngelezenPlan = { plan: Plan; waarschuwingen: Planfout[] }

/** Leest een werkboek als plan: alles, of niets met bij elke fout het blad en de cel. */
export function leesPlanUitWerkboek(werkboek: Werkboek): Uitkomst<IngelezenPlan, Planfout[]> {
  const verslag = maakVerslag()
  const bladen = zoekBladen(werkboek, verslag)
  if (bladen === undefined) return geweigerd(verslag.fouten)
  const wegwijzer = maakWegwijzer()
  const gegevens: Gegevens = { formaat: 'programmaplan', versie: 1, gemeente: {}, programma: {} }
  const programmablad = bladen.get(vorm.PROGRAMMABLAD)
  if (programmablad !== undefined)
    leesProgramma(programmablad, gegevens, (pad, plaats) => wegwijzer.zet(pad, () => plaats), verslag)
  const rijen = leesBladen(bladen, verslag)
  const registers = maakRegisters(
    (blad) => rijen.get(blad)?.rijen ?? [],
    (blad) => rijen.get(blad)?.sleutels ?? [],
    programmaVan(gegevens),
  )
  stelSamen(gegevens, rijen, { registers, verslag, wegwijzer })
  return keur(gegevens, rijen, wegwijzer.plaatsVan, verslag)
}

function keur(
  gegevens: Gegevens,
  rijen: Bladrijen,
  plaatsVan: (pad: string) => string,
  verslag: Verslag,
): Uitkomst<IngelezenPlan, Planfout[]> {
  const gelezen = leesPlan(gegevens)
  const bekend = new Set(verslag.fouten.map(({ pad }) => pad))
  const vanPlan = gelezen.ok ? [] : gelezen.reden
  for (const { pad, melding } of vanPlan) {
    const plaats = plaatsVan(pad)
    // Over een cel die al niet te lezen was, hoeft niemand een tweede zin te krijgen.
    if (!bekend.has(plaats)) verslag.fout(plaats, inGewoneWoorden(pad, melding))
  }
  meldVerborgen(rijen, verslag)
  if (!gelezen.ok || verslag.fouten.length > 0) return geweigerd(verslag.fouten)
  return gelukt({ plan: gelezen.waarde, waarschuwingen: verslag.waarschuwingen })
}

function inGewoneWoorden(pad: string, melding: string): string {
  if (pad.endsWith('.id') && /patroon/u.test(melding))
    return 'Een sleutel bestaat uit kleine letters, cijfers en streepjes, bijvoorbeeld wijk-ggd.'
  if (pad === 'gemeente.code') return 'De gemeentecode bestaat uit gm en vier cijfers, bijvoorbeeld gm0000.'
  return melding
}

/** Elk blad onder zijn naam in kleine letters. Zonder een nodig blad valt er niets te lezen. */
function zoekBladen(werkboek: Werkboek, verslag: Verslag): Map<string, Blad> | undefined {
  const gevonden = new Map<string, Blad>()
  const bekend = new Map<string, boolean>([
    [vorm.PROGRAMMABLAD, true],
    ...vorm.BLADVORMEN.map(({ naam, verplicht }): [string, boolean] => [naam, verplicht]),
  ])
  for (const blad of werkboek.bladen) {
    const naam = vergelijkbaar(blad.naam)
    const plaats = `blad ${blad.naam}`
    if (naam === vergelijkbaar(LEESWIJZERBLAD)) continue
    if (!bekend.has(naam)) {
      if (blad.rijen.some(({ cellen }) => cellen.some((cel) => !isLeeg(cel))))
        verslag.waarschuw(plaats, 'Dit blad kennen we niet en is overgeslagen.')
      continue
    }
    if (blad.verborgen === true) verslag.waarschuw(plaats, 'Dit blad is verborgen en wel meegelezen.')
    gevonden.set(naam, blad)
  }
  const nodig = [...bekend].filter(([, verplicht]) => verplicht).map(([naam]) => naam)
  const kwijt = nodig.filter((naam) => !gevonden.has(naam))
  for (const naam of kwijt)
    verslag.fout(`blad ${naam}`, `Dit blad ontbreekt. Nodig zijn de bladen ${opsomming(nodig)}.`)
  for (const [naam, verplicht] of bekend)
    if (!verplicht && !gevonden.has(naam))
      verslag.waarschuw(`blad ${naam}`, 'Dit blad ontbreekt. Het plan krijgt geen gegevens van dit blad.')
  return kwijt.length === 0 ? gevonden : undefined
}

/** Op dit blad staat elk veld op een eigen rij: de naam links, de waarde rechts ervan. */
function leesProgramma(
  blad: Blad,
  gegevens: Gegevens,
  wijs: (pad: string, plaats: string) => void,
  verslag: Verslag,
): void {
  const velden = new Map(vorm.PROGRAMMA.map((kolom) => [vergelijkbaar(kolom.kop), kolom]))
  const veldkolom = zoekVeldkolom(blad, velden)
  const gezien = new Set<string>()
  blad.rijen.forEach(({ cellen }, r) => {
    const kolom = velden.get(vergelijkbaar(celTekst(cellen[veldkolom])))
    if (kolom === undefined) return
    const plaats = plek(blad.naam, celnaam(r, veldkolom + 1))
    if (gezien.has(kolom.veld)) {
      verslag.fout(plaats, `"${kolom.kop}" staat er twee keer. Haal er één weg.`)
      return
    }
    gezien.add(kolom.veld)
    wijs(kolom.veld, plaats)
    const gelezen = leesCel(kolom.inhoud, cellen[veldkolom + 1] ?? LEEG)
    if (!gelezen.ok) verslag.fout(plaats, gelezen.reden)
    else if (gelezen.waarde !== undefined) zetOpPad(gegevens, kolom.veld, gelezen.waarde)
    else if (kolom.leegIsNull === true) zetOpPad(gegevens, kolom.veld, null)
    else if (kolom.verplicht === true)
      verslag.fout(plaats, `Deze cel is leeg. Vul in: ${kolom.kop}. ${kolom.uitleg}`)
  })
  for (const kolom of vorm.PROGRAMMA) {
    if (gezien.has(kolom.veld)) continue
    wijs(kolom.veld, `blad ${blad.naam}`)
    if (kolom.leegIsNull === true) zetOpPad(gegevens, kolom.veld, null)
    if (kolom.verplicht === true)
      verslag.fout(`blad ${blad.naam}`, `De regel "${kolom.kop}" ontbreekt. ${kolom.uitleg}`)
  }
  const programma = gegevens['programma'] as Gegevens
  if (programma['id'] === undefined) programma['id'] = alsSleutel(String(programma['titel'] ?? ''))
}

/** De kolom waarin de meeste namen van velden staan. */
function zoekVeldkolom(blad: Blad, velden: ReadonlyMap<string, unknown>): number {
  const tellingen = Array.from(
    { length: 10 },
    (_, k) => blad.rijen.filter(({ cellen }) => velden.has(vergelijkbaar(celTekst(cellen[k])))).length,
  )
  return tellingen.indexOf(Math.max(...tellingen))
}

function programmaVan(gegevens: Gegevens): { id: string; titel: string } {
  const programma = (gegevens['programma'] ?? {}) as Gegevens
  return { id: String(programma['id'] ?? ''), titel: String(programma['titel'] ?? '') }
}

const TOON_RIJEN = 10

/** Alleen kolommen die meegelezen zijn: van een verborgen kladkolom hoeft niemand te weten. */
function verborgenKolommen({ blad, velden, jaren }: Tabel): string[] {
  const gelezen = new Set([...[...velden.values()].flat(), ...jaren.values()])
  return (blad.verborgenKolommen ?? []).filter((k) => gelezen.has(k)).map(kolomletters)
}

function meldVerborgen(rijen: Bladrijen, verslag: Verslag): void {
  for (const { tabel, rijen: vanBlad } of rijen.values()) {
    const plaats = `blad ${tabel.blad.naam}`
    const kolommen = verborgenKolommen(tabel)
    if (kolommen.length > 0)
      verslag.waarschuw(plaats, `Verborgen kolommen zijn wel meegelezen: ${kolommen.join(', ')}.`)
    const verborgen = vanBlad.filter(({ rij }) => rij.verborgen === true).map(({ r }) => String(r + 1))
    if (verborgen.length === 0) continue
    const meer = verborgen.length > TOON_RIJEN ? ` en ${verborgen.length - TOON_RIJEN} andere` : ''
    verslag.waarschuw(
      plaats,
      `Verborgen rijen zijn wel meegelezen: rij ${verborgen.slice(0, TOON_RIJEN).join(', ')}${meer}.`,
    )
  }
}

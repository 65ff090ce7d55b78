import { type Centen, toonEuroCenten } from '#basis/geld.ts'
import { leesLijst } from '#uitwisseling/rekenblad/lijst.ts'
import { somVan } from '#uitwisseling/rekenblad/plan-bedragen.ts'
import { leesBedragcel, leesCel } from '#uitwisseling/rekenblad/plan-cel.ts'
import { noemtTotaal } from '#uitwisseling/rekenblad/plan-rijen.ts'
import { type Cel, celnaam, LEEG, type Rij, waardeVan } from '#uitwisseling/rekenblad/rekenblad.ts'
import type { Tabel } from '#uitwisseling/rekenblad/tabel-zoeken.ts'
import { celTekst } from '#uitwisseling/rekenblad/tabel-zoeken.ts'
import { plek } from '#uitwisseling/rekenblad/teksten.ts'
import type { Verslag } from '#uitwisseling/rekenblad/verslag.ts'

/** Telt kolommen met bedragen mee en rekent elke (sub)totaalrij na die voorbijkomt. */
export function maakNarekenaar(blad: string, verslag: Verslag) {
  const kolommen = new Map<number, { alles: Centen[]; sinds: Centen[]; onvolledig: boolean }>()
  const stand = (k: number) => {
    const bestaand = kolommen.get(k) ?? { alles: [], sinds: [], onvolledig: false }
    kolommen.set(k, bestaand)
    return bestaand
  }
  return {
    tel(k: number, bedrag: Centen | undefined): void {
      if (bedrag === undefined) return
      stand(k).alles.push(bedrag)
      stand(k).sinds.push(bedrag)
    },
    onvolledig(k: number): void {
      stand(k).onvolledig = true
    },
    rekenNa(rij: Rij, r: number, bedragkolommen: Iterable<number>): void {
      for (const k of bedragkolommen) {
        const genoemd = leesBedragcel(waardeVan(rij.cellen[k]))
        const { alles, sinds, onvolledig } = stand(k)
        const sommen = [somVan(alles), somVan(sinds)]
        stand(k).sinds = []
        if (onvolledig || !genoemd.ok || genoemd.waarde === undefined || sommen.includes(genoemd.waarde))
          continue
        const [som] = sommen
        const werkelijk = som === undefined ? 'een ander bedrag' : toonEuroCenten(som)
        verslag.waarschuw(
          plek(blad, celnaam(r, k)),
          `Hier staat als totaal ${toonEuroCenten(genoemd.waarde)}, maar de rijen erboven tellen op tot ${werkelijk}. De rijen zijn ingelezen, het totaal niet.`,
        )
      }
    },
  }
}
export type Narekenaar = ReturnType<typeof maakNarekenaar>

/** Een rij die Totaal of Subtotaal zegt en die niet bij een bekend ding hoort. */
export function isTotaalrij(rij: Rij, eersteCel: Cel, bekend: (naam: string) => boolean): boolean {
  const naam = celTekst(eersteCel)
  return noemtTotaal(rij) && (naam.trim() === '' || !bekend(naam))
}

export type Ramingregel = { jaar: number; bedragCent: Centen; vermelding: string | undefined; kolom: number }

/** De bedragen van één rij, jaar voor jaar; het totaal van de rij wordt nagerekend. */
export function leesJaarbedragen(
  tabel: Tabel,
  rij: Rij,
  r: number,
  na: Narekenaar,
  verslag: Verslag,
): Ramingregel[] {
  const regels: Ramingregel[] = []
  let volledig = true
  for (const [jaar, k] of [...tabel.jaren].sort(([a], [b]) => a - b)) {
    const plaats = plek(tabel.blad.naam, celnaam(r, k))
    const gelezen = leesCel({ soort: 'bedrag' }, rij.cellen[k] ?? LEEG)
    const bedrag = gelezen.ok && typeof gelezen.waarde === 'number' ? (gelezen.waarde as Centen) : undefined
    if (!gelezen.ok) {
      volledig = false
      na.onvolledig(k)
      verslag.fout(plaats, gelezen.reden)
    }
    na.tel(k, bedrag)
    const vermeldingkolom = tabel.vermeldingen.get(jaar)
    const vermelding = vermeldingkolom === undefined ? '' : celTekst(rij.cellen[vermeldingkolom]).trim()
    if (bedrag !== undefined)
      regels.push({ jaar, bedragCent: bedrag, vermelding: vermelding || undefined, kolom: k })
    else if (vermelding !== '' && gelezen.ok)
      verslag.waarschuw(
        plaats,
        `Bij ${jaar} staat wel een vermelding, maar geen bedrag. De vermelding is overgeslagen.`,
      )
  }
  if (volledig) rekenRijNa(tabel, rij, r, regels, na, verslag)
  return regels
}

function rekenRijNa(
  tabel: Tabel,
  rij: Rij,
  r: number,
  regels: readonly Ramingregel[],
  na: Narekenaar,
  verslag: Verslag,
): void {
  const k = tabel.velden.get('totaal')?.[0]
  if (k === undefined) return
  const genoemd = leesBedragcel(waardeVan(rij.cellen[k]))
  const som = somVan(regels.map(({ bedragCent }) => bedragCent))
  na.tel(k, som)
  if (!genoemd.ok || genoemd.waarde === undefined || som === undefined || genoemd.waarde === som) return
  verslag.waarschuw(
    plek(tabel.blad.naam, celnaam(r, k)),
    `Hier staat als totaal ${toonEuroCenten(genoemd.waarde)}, maar de jaren in deze rij tellen op tot ${toonEuroCenten(som)}.`,
  )
}

/** Zet de bedragen in de volgorde die de kolom met de volgorde noemt; wat daar niet staat, komt achteraan. */
export function opVolgorde<Regel>(rijen: readonly { regels: readonly Regel[]; volgorde: string }[]): Regel[] {
  const genummerd = rijen.flatMap(({ regels, volgorde }) => {
    const nummers = leesLijst(volgorde).map(Number)
    return regels.map((regel, i) => ({ regel, nummer: nummers[i] ?? Number.POSITIVE_INFINITY }))
  })
  if (genummerd.every(({ nummer }) => nummer === Number.POSITIVE_INFINITY))
    return genummerd.map(({ regel }) => regel)
  return genummerd.sort((a, b) => (a.nummer === b.nummer ? 0 : a.nummer - b.nummer)).map(({ regel }) => regel)
}

import type { Vermelding } from '#programma/deur.ts'
import * as vorm from '#uitwisseling/rekenblad/plan-bladen.ts'
import type { Bladrijen } from '#uitwisseling/rekenblad/plan-bladen-lezen.ts'
import {
  bouwDing,
  type Gegevens,
  nietGevonden,
  planwaarde,
  type Wegwijzer,
} from '#uitwisseling/rekenblad/plan-bouwen.ts'
import { leesJaarbedragen, maakNarekenaar, opVolgorde } from '#uitwisseling/rekenblad/plan-lezen-bedragen.ts'
import type { Planrij } from '#uitwisseling/rekenblad/plan-rijen.ts'
import type { Registers } from '#uitwisseling/rekenblad/plan-verwijzen.ts'
import type { Bladvorm } from '#uitwisseling/rekenblad/plan-vorm.ts'
import { celnaam } from '#uitwisseling/rekenblad/rekenblad.ts'
import { plek } from '#uitwisseling/rekenblad/teksten.ts'
import type { Verslag } from '#uitwisseling/rekenblad/verslag.ts'

type Hulp = { registers: Registers; verslag: Verslag; wegwijzer: Wegwijzer }

/** Zet de ingelezen rijen om in de gegevens van een plan; of dat plan klopt, beoordeelt `leesPlan`. */
export function stelSamen(gegevens: Gegevens, rijen: Bladrijen, hulp: Hulp): void {
  const dingen = (blad: Bladvorm): Gegevens[] =>
    (rijen.get(blad)?.rijen ?? []).map((rij, i) =>
      bouwDing(rij, blad, `${blad.naam}[${i}]`, { ...hulp, sleutel: rijen.get(blad)?.sleutels[i] }),
    )
  const doelen = metKinderen(dingen(vorm.DOELEN), vorm.DOELEN, vorm.INDICATOREN, 'indicatoren', rijen, hulp)
  const bronnen = metKinderen(
    dingen(vorm.BRONNEN),
    vorm.BRONNEN,
    vorm.ONTVANGSTEN,
    'ontvangsten',
    rijen,
    hulp,
  )
  const metRelaties = metKinderen(
    dingen(vorm.ONDERDELEN),
    vorm.ONDERDELEN,
    vorm.RELATIES,
    'relaties',
    rijen,
    hulp,
  )
  const onderdelen = metKinderen(metRelaties, vorm.ONDERDELEN, vorm.MIJLPALEN, 'mijlpalen', rijen, hulp)
  Object.assign(gegevens, {
    doelen,
    groepen: dingen(vorm.GROEPEN),
    onderdelen: onderdelen.map((onderdeel) => ({ ...onderdeel, planning: onderdeel['planning'] ?? {} })),
    bronnen,
    voorgangers: dingen(vorm.VOORGANGERS),
    plaatsen: dingen(vorm.PLAATSEN),
    vermeldingen: vermeldingen(rijen, hulp),
    raming: raming(rijen, hulp),
  })
}

/** Hangt de rijen van een eigen blad onder het ding waar zij bij horen. */
function metKinderen(
  ouders: Gegevens[],
  ouderblad: Bladvorm,
  kindblad: Bladvorm,
  veld: string,
  rijen: Bladrijen,
  hulp: Hulp,
  alleen: (ouder: Gegevens) => boolean = () => true,
): Gegevens[] {
  const nummers = new Map(ouders.map((ouder, i) => [ouder['id'], i]))
  const kinderen = ouders.map((): Gegevens[] => [])
  const [ouderkolom] = kindblad.kolommen
  rijen.get(kindblad)?.rijen.forEach((rij, i) => {
    const ouder =
      ouderkolom === undefined ? undefined : planwaarde(ouderkolom, rij, hulp.registers, hulp.verslag)
    const nummer = nummers.get(ouder)
    const broers = nummer === undefined ? undefined : kinderen[nummer]
    if (nummer === undefined || broers === undefined) return
    if (!alleen(ouders[nummer] ?? {})) {
      hulp.verslag.fout(rij.plaats('ouder'), `Bij "${String(ouder)}" horen geen ${veld}.`)
      return
    }
    const pad = `${ouderblad.naam}[${nummer}].${veld}[${broers.length}]`
    const sleutel = kindblad.kolommen.some((kolom) => kolom.veld === 'id')
      ? rijen.get(kindblad)?.sleutels[i]
      : undefined
    broers.push(
      bouwDing(rij, kindblad, pad, { ...hulp, sleutel }, (naam) => (naam === 'ouder' ? undefined : naam)),
    )
  })
  return ouders.map((ouder, i) => (alleen(ouder) ? { ...ouder, [veld]: kinderen[i] } : ouder))
}

const ALTIJD = ['id', 'soort', 'plaats', 'regels.0', 'regels.1', 'over', 'letterlijk', 'twijfel']

/** Welke kolom bij welke soort vermelding hoort, en waar hij dan in het plan staat. */
const PER_SOORT: Record<Vermelding['soort'], Readonly<Record<string, string>>> = {
  bedrag: {
    aspect: 'aspect',
    bedragCent: 'bedragCent',
    geheel: 'geheel',
    van: 'periode.van',
    tot: 'periode.tot',
    perJaar: 'perJaar',
    benadering: 'benadering',
  },
  looptijd: { van: 'van', tot: 'tot', maanden: 'maanden', verwacht: 'verwacht' },
  naam: { naam: 'naam' },
  verwijzing: { codes: 'codes', bedoelt: 'bedoelt' },
  leden: {},
  dekking: { bronnen: 'bronnen' },
  aantal: { aantalVan: 'van', aantalTot: 'tot' },
}

const isSoort = (waarde: unknown): waarde is Vermelding['soort'] =>
  typeof waarde === 'string' && waarde in PER_SOORT

function vermeldingen(rijen: Bladrijen, hulp: Hulp): Gegevens[] {
  const blad = vorm.VERMELDINGEN
  const lijst = (rijen.get(blad)?.rijen ?? []).map((rij, i): Gegevens => {
    const pad = `${blad.naam}[${i}]`
    const { soort } = rij.waarden
    const velden = isSoort(soort) ? PER_SOORT[soort] : {}
    if (isSoort(soort)) meldVreemd(rij, soort, hulp.verslag)
    const ding = bouwDing(rij, blad, pad, { ...hulp, sleutel: rijen.get(blad)?.sleutels[i] }, (veld) =>
      ALTIJD.includes(veld) ? veld : velden[veld],
    )
    return soort === 'bedrag' ? metPeriode(ding, rij, pad, hulp) : ding
  })
  return metKinderen(lijst, blad, vorm.LEDEN, 'leden', rijen, hulp, (ouder) => ouder['soort'] === 'leden')
}

/** Een ingevulde kolom die bij een andere soort hoort, zou anders stil verdwijnen. */
function meldVreemd(rij: Planrij, soort: Vermelding['soort'], verslag: Verslag): void {
  for (const { veld, kop } of vorm.VERMELDINGEN.kolommen) {
    const waarde = rij.waarden[veld]
    const ingevuld = Array.isArray(waarde) ? waarde.length > 0 : waarde !== undefined
    if (ingevuld && !ALTIJD.includes(veld) && !(veld in PER_SOORT[soort]))
      verslag.fout(rij.plaats(veld), `Bij de soort ${soort} hoort de kolom "${kop}" leeg te zijn.`)
  }
}

function metPeriode(ding: Gegevens, rij: Planrij, pad: string, hulp: Hulp): Gegevens {
  const { geheel, ...rest } = ding
  hulp.wegwijzer.zet(`${pad}.periode`, (rest) =>
    rij.plaats(geheel === true ? 'geheel' : rest === '.tot' ? 'tot' : 'van'),
  )
  if (geheel !== true) return { ...rest, periode: rest['periode'] ?? {} }
  if (rest['periode'] !== undefined)
    hulp.verslag.fout(
      rij.plaats('geheel'),
      'Hier staat ja, maar er zijn ook jaren ingevuld. Kies één van de twee.',
    )
  return { ...rest, periode: 'geheel' }
}

function raming(rijen: Bladrijen, hulp: Hulp): Gegevens[] {
  const { registers, verslag, wegwijzer } = hulp
  const bedragen = rijen.get(vorm.BEDRAGEN)
  if (bedragen === undefined) return []
  const { tabel } = bedragen
  const na = maakNarekenaar(tabel.blad.naam, verslag)
  const perRij = bedragen.rijen.map((planrij) => {
    const { rij, r, waarden } = planrij
    if (waarden['totaalrij'] === true) {
      na.rekenNa(rij, r, [...tabel.jaren.values(), ...(tabel.velden.get('totaal') ?? [])])
      return { regels: [], volgorde: '' }
    }
    const [onderdeel, bron] = ['onderdeel', 'bron'].map((veld) => zoek(veld, planrij, registers, verslag))
    const regels = leesJaarbedragen(tabel, rij, r, na, verslag).map((regel) => {
      const kolom = tabel.vermeldingen.get(regel.jaar)
      const vermelding =
        regel.vermelding === undefined ? undefined : registers.vind('vermelding', regel.vermelding)
      if (regel.vermelding !== undefined && vermelding === undefined)
        verslag.fout(
          plek(tabel.blad.naam, celnaam(r, kolom ?? 0)),
          nietGevonden('vermelding', regel.vermelding),
        )
      return {
        plaats: plek(tabel.blad.naam, celnaam(r, regel.kolom)),
        gegevens: {
          onderdeel,
          jaar: regel.jaar,
          bron: bron ?? null,
          bedragCent: regel.bedragCent,
          ...(vermelding === undefined ? {} : { vermelding }),
        },
      }
    })
    const volgorde = waarden['volgorde']
    // Het onderdeel is dan al gemeld; over de bedragen in die rij valt verder niets te zeggen.
    if (onderdeel === undefined) return { regels: [], volgorde: '' }
    return { regels, volgorde: Array.isArray(volgorde) ? volgorde.join('; ') : '' }
  })
  return opVolgorde(perRij).map(({ plaats, gegevens }, i) => {
    wegwijzer.zet(`raming[${i}]`, () => plaats)
    return gegevens
  })
}

/** Bij bron betekent `onbekend` hetzelfde als een lege cel: het plan noemt de verdeling niet. */
function zoek(veld: string, rij: Planrij, registers: Registers, verslag: Verslag): unknown {
  const kolom = vorm.BEDRAGEN.kolommen.find((kandidaat) => kandidaat.veld === veld)
  if (kolom === undefined) return undefined
  const waarde = rij.waarden[veld]
  if (veld === 'bron' && waarde === 'onbekend' && registers.vind('bron', waarde) === undefined)
    return undefined
  return planwaarde(kolom, rij, registers, verslag)
}

import { hoofdletter, opsomming } from '#basis/tekst.ts'
import type { VermeldingVan } from '#programma/plan.ts'
import type { Vindplaats, Vondst } from '#programma/plancontrole/bevinding.ts'
import { type Feiten, gezegd, type Knoop, omhoog, valtOnder } from '#programma/plancontrole/feiten.ts'
import { alsCent, type Lezing } from '#programma/plancontrole/geld.ts'
import { gedrukteTotalen } from '#programma/plancontrole/ontleden.ts'
import { euro, naam, namen, plaatsnaam, vindplaats, vindplaatsen } from '#programma/plancontrole/tonen.ts'
import { ledenUitEigenPlaats, losseSommen } from '#programma/plancontrole/totalen.ts'

/** Wat het plan opsomt, tegen wat eronder valt: wie ontbreekt, en wie heeft geen eigen regel? */
export function* leden(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom)
    for (const zin of gezegd(knoop, 'leden')) {
      const genoemd = zin.leden.flatMap(({ ding }) => (ding === undefined ? [] : (feiten.knoop(ding) ?? [])))
      const zonderRegel = zin.leden
        .filter(({ ding }) => ding === undefined)
        .map(({ naam }) => `‘${naam}’`)
        .sort()
      const gedekt = new Set(genoemd.flatMap((lid) => [...omhoog(lid)]))
      const allesGedekt = genoemd.some((lid) => valtOnder(knoop, lid))
      const ontbreekt = allesGedekt ? [] : knoop.kinderen.filter((kind) => !gedekt.has(kind))
      if (ontbreekt.length + zonderRegel.length > 0)
        yield ledenvondst(feiten, knoop, zin, { genoemd, zonderRegel, ontbreekt })
    }
}

type Uitkomst = { genoemd: Knoop[]; zonderRegel: string[]; ontbreekt: Knoop[] }

/** Het hele bedrag van een ding, zoals het plan het het eerst zegt. */
const bedragVan = (knoop: Knoop): Lezing | undefined =>
  gedrukteTotalen(knoop, 'lasten')[0] ??
  gedrukteTotalen(knoop, 'beschikbaar')[0] ??
  losseSommen(knoop, 'lasten', 'geheel')[0] ??
  ledenUitEigenPlaats(knoop, 'lasten', 'geheel')

const somVan = (lezingen: readonly Lezing[]): number => lezingen.reduce((som, { cent }) => som + cent, 0)

function ledenvondst(
  feiten: Feiten,
  knoop: Knoop,
  zin: VermeldingVan<'leden'>,
  { genoemd, zonderRegel, ontbreekt }: Uitkomst,
): Vondst {
  const totaal = gedrukteTotalen(knoop, 'lasten')[0] ?? gedrukteTotalen(knoop, 'beschikbaar')[0]
  const somGenoemd = somVan(genoemd.flatMap((lid) => bedragVan(lid) ?? []))
  const mist = ontbreekt.flatMap((lid) => bedragVan(lid) ?? [])
  const somMist = somVan(mist)
  const verklaart = totaal !== undefined && somMist !== 0 && totaal.cent - somGenoemd === somMist
  const bedrag = ontbreekt.length === 1 ? ` van ${euro(somMist)}` : `, samen ${euro(somMist)}`
  const zinnen = [
    `${hoofdletter(plaatsnaam(feiten, feiten.plaats(zin)))} somt op waaruit ${naam(knoop)} bestaat.`,
    ontbreekt.length > 0 && `Niet genoemd: ${namen(ontbreekt)}${somMist === 0 ? '' : bedrag}.`,
    zonderRegel.length > 0 && `Wel genoemd, maar zonder eigen regel in het plan: ${opsomming(zonderRegel)}.`,
    verklaart && `Wat genoemd is, kost samen ${euro(somGenoemd)}. Het totaal is ${euro(totaal.cent)}.`,
    'Maak de opsomming en de bedragen gelijk.',
  ]
  const klopt = ontbreekt.length === 0 || (totaal?.cent === somGenoemd && zonderRegel.length === 0)
  return {
    ernst: verklaart && zonderRegel.length === 0 ? 'fout' : klopt ? 'aandacht' : 'waarschijnlijk',
    titel: `${naam(knoop)}: de opsomming past niet bij wat eronder valt`,
    uitleg: zinnen.filter((deel) => deel !== false).join(' '),
    plaatsen: [
      ledenplek(feiten, zin),
      ...vindplaatsen(feiten, ...(totaal === undefined ? [] : [totaal]), ...mist),
    ],
    dingen: [knoop.ding, ...ontbreekt.map(({ ding }) => ding)],
    kern: [knoop.ding],
    kenmerk: zin.id,
    ...(verklaart ? { verschilCent: alsCent(Math.abs(somMist)) } : {}),
    ...(verklaart && ontbreekt.length === 1 ? { oorzaak: `${namen(ontbreekt)} is overgeslagen.` } : {}),
  }
}

const ledenplek = (feiten: Feiten, zin: VermeldingVan<'leden'>): Vindplaats =>
  vindplaats(feiten, zin, zin.letterlijk ?? opsomming(zin.leden.map(({ naam }) => naam).sort()))

/** Een genoemd aantal tegen het aantal dat er staat. */
export function* aantal(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    const echt = knoop.kinderen.length
    if (echt === 0) continue
    const mis = gezegd(knoop, 'aantal').filter(({ van, tot }) => echt < van || echt > tot)
    if (mis.length === 0) continue
    const genoemd = mis.map(({ van, tot }) => (van === tot ? String(van) : `${van} tot ${tot}`))
    yield {
      ernst: 'waarschijnlijk',
      titel: `${naam(knoop)}: het aantal klopt niet`,
      uitleg:
        `Genoemd is ${opsomming(genoemd, 'of')}. In het plan staan er ${echt}: ` +
        `${namen(knoop.kinderen)}. Pas het aantal of het plan aan.`,
      plaatsen: mis.map((zin) => vindplaats(feiten, zin, zin.letterlijk ?? `${zin.van}`)),
      dingen: [knoop.ding],
    }
  }
}

/** Eén bedrag voor meer leden, dat alleen elders gesplitst is: wie de tekst leest, ziet niet wie wat krijgt. */
export function* nietGesplitst(feiten: Feiten): Generator<Vondst> {
  for (const knoop of feiten.boom) {
    if (knoop.onderdeel === undefined || knoop.kinderen.length === 0) continue
    const alleenTotaal = [...knoop.geld.lasten.values()].filter(
      ({ lezingen, ledensommen }) => lezingen.has('geheel') && ledensommen.size === 0,
    )
    const elders = [...knoop.geld.lasten.values()].find(({ ledensommen }) => ledensommen.has('geheel'))
    const [geld] = alleenTotaal
    if (geld === undefined) continue
    yield {
      ernst: 'aandacht',
      titel: `${naam(knoop)}: één bedrag voor ${knoop.kinderen.length} onderdelen`,
      uitleg:
        `In ${plaatsnaam(feiten, geld.plaats)} staat één bedrag voor ${namen(knoop.kinderen)} samen. ` +
        (elders === undefined
          ? 'Nergens staat wie welk deel krijgt. Vul dat aan.'
          : `Wie welk deel krijgt, staat alleen in ${plaatsnaam(feiten, elders.plaats)}. Verwijs daarnaar.`),
      plaatsen: alleenTotaal.flatMap(({ lezingen }) => vindplaatsen(feiten, ...lezingen.values())),
      dingen: [knoop.ding],
    }
  }
}

import { type Centen, centen } from '#basis/geld.ts'
import { type Telling, telVerschil, type Verschil, verschilafdruk } from '#grootboek/inlezen/verschil.ts'
import type { Invoerregel, Invoersoort } from '#grootboek/invoer.ts'

/** Wat een verschil voor de bedragen betekent: per onderdeel en jaar, en per combinatie die nog onbekend is. */

export type Doeleffect = {
  programma: string
  onderdeel: string | null
  jaar: number
  soort: Invoersoort
  erbijCent: Centen
  erafCent: Centen
}

/** Geld dat nog nergens bij hoort, per combinatie van codes. */
export type Onbekend = {
  administratie: string
  rekening: string
  rekeningnaam: string | null
  kostenplaats: string | null
  project: string | null
  aantal: number
  bedragCent: Centen
  /** De eerste en laatste dag waarop het voorkomt. */
  van: string
  tot: string
}

export type Verandering = {
  wat: 'nieuw' | 'veranderd' | 'omgehangen' | 'weg'
  was?: Invoerregel
  wordt?: Invoerregel
}

export type Verschilbeeld = {
  telling: Telling
  afdruk: string
  effecten: readonly Doeleffect[]
  onbekend: readonly Onbekend[]
  /** De grootste veranderingen, met hun plaats in het bestand. */
  grootste: readonly Verandering[]
}

const MEESTE_VOORBEELDEN = 50

const isOnbekend = (doel: string): boolean => doel.split(':', 2)[1] === '-'

export function beeldVan(verschil: Verschil, administratie: string): Verschilbeeld {
  const effecten = new Map<string, Doeleffect>()
  const tel = (doel: string, regel: Invoerregel, kant: 'erbijCent' | 'erafCent'): void => {
    const [programma = '', onderdeel = '-'] = doel.split(':', 2)
    const sleutel = `${programma}:${onderdeel}:${regel.jaar}:${regel.soort}`
    const effect = effecten.get(sleutel) ?? {
      programma,
      onderdeel: onderdeel === '-' ? null : onderdeel,
      jaar: regel.jaar,
      soort: regel.soort,
      erbijCent: centen(0),
      erafCent: centen(0),
    }
    effect[kant] = centen(effect[kant] + regel.bedragCent)
    effecten.set(sleutel, effect)
  }
  for (const { regel, duiding } of verschil.nieuw) tel(duiding.tekst, regel, 'erbijCent')
  for (const { was, wordt } of [...verschil.veranderd, ...verschil.omgehangen]) {
    tel(was.doel, was.regel, 'erafCent')
    tel(wordt.duiding.tekst, wordt.regel, 'erbijCent')
  }
  for (const { doel, regel } of verschil.weg) tel(doel, regel, 'erafCent')
  const wensen = [...verschil.nieuw, ...verschil.veranderd.map(({ wordt }) => wordt)]
  const onbekend = wensen.filter(({ duiding }) => isOnbekend(duiding.tekst)).map(({ regel }) => regel)
  return {
    telling: telVerschil(verschil),
    afdruk: verschilafdruk(verschil),
    effecten: [...effecten.values()].toSorted(
      (a, b) =>
        Number(a.onderdeel === null) - Number(b.onderdeel === null) ||
        `${a.programma}:${a.onderdeel}`.localeCompare(`${b.programma}:${b.onderdeel}`) ||
        a.jaar - b.jaar,
    ),
    onbekend: telOnbekend(onbekend, administratie),
    grootste: grootsteVan(verschil),
  }
}

export function telOnbekend(regels: readonly Invoerregel[], administratie: string): Onbekend[] {
  const groepen = new Map<string, Onbekend>()
  for (const { rekening, rekeningnaam, kostenplaats, project, bedragCent, datum } of regels) {
    const sleutel = JSON.stringify([rekening, kostenplaats, project])
    const groep = groepen.get(sleutel)
    if (groep === undefined)
      groepen.set(sleutel, {
        administratie,
        rekening,
        rekeningnaam,
        kostenplaats,
        project,
        aantal: 1,
        bedragCent,
        van: datum,
        tot: datum,
      })
    else {
      groep.aantal++
      groep.bedragCent = centen(groep.bedragCent + bedragCent)
      if (datum < groep.van) groep.van = datum
      if (datum > groep.tot) groep.tot = datum
    }
  }
  return [...groepen.values()].toSorted((a, b) => Math.abs(b.bedragCent) - Math.abs(a.bedragCent))
}

const grootteVan = ({ was, wordt }: Verandering): number =>
  Math.abs((wordt?.bedragCent ?? 0) - (was?.bedragCent ?? 0)) || Math.abs(wordt?.bedragCent ?? 0)

/** Wat in het bestand zelf veranderde gaat voor wat er voor het eerst in staat: daar kijkt iemand naar. */
function grootsteVan(verschil: Verschil): Verandering[] {
  const anders: Verandering[] = [
    ...verschil.veranderd.map(({ was, wordt }) => ({
      wat: 'veranderd' as const,
      was: was.regel,
      wordt: wordt.regel,
    })),
    ...verschil.weg.map(({ regel }) => ({ wat: 'weg' as const, was: regel })),
  ]
  const nieuw = verschil.nieuw.map(({ regel }) => ({ wat: 'nieuw' as const, wordt: regel }))
  const opGrootte = (rij: readonly Verandering[]): Verandering[] =>
    rij.toSorted((a, b) => grootteVan(b) - grootteVan(a))
  return [...opGrootte(anders), ...opGrootte(nieuw)].slice(0, MEESTE_VOORBEELDEN)
}

import { type Centen, telOp } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Doel, Onderdeel } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'

/** Wat een doel dient, en wat er nog aan ontbreekt om later te kunnen zeggen of het gehaald is. */
export type Doelbeeld = {
  doel: Doel
  /** Elk onderdeel dat dit doel noemt. */
  onderdelen: readonly Onderdeel[]
  /** Wat die samen kosten; een kind telt in zijn ouder mee. */
  kost: Centen
  mist: readonly Gemis[]
}
export type Gemis = 'indicator' | 'activiteit' | 'bedrag' | 'nulwaarde' | 'streefwaarde'

export const GEMISZINNEN: Record<Gemis, string> = {
  indicator: 'Er is geen indicator. Zonder indicator is later niet te meten of het doel gehaald is.',
  activiteit: 'Geen enkel onderdeel zegt dat het aan dit doel werkt.',
  bedrag: 'Geen van de onderdelen heeft een bedrag.',
  nulwaarde: 'Bij een indicator staat niet hoe het er nu voor staat.',
  streefwaarde: 'Bij een indicator staat niet wat het moet worden.',
}

export const GEMISWOORDEN: Record<Gemis, string> = {
  indicator: 'geen indicator',
  activiteit: 'geen activiteit',
  bedrag: 'geen bedrag',
  nulwaarde: 'geen nulwaarde',
  streefwaarde: 'geen streefwaarde',
}

export function doelbeeldVan(beeld: Planbeeld, doel: Doel): Doelbeeld {
  const dient = ({ doelen }: Onderdeel): boolean => doelen.includes(doel.id)
  const onderdelen = beeld.plan.onderdelen.filter(dient)
  const bovenste = onderdelen.filter((onderdeel) => !voorouders(beeld, onderdeel).some(dient))
  const kost = telOp(...bovenste.map(({ id }) => beeld.geld(id).totaal))
  return { doel, onderdelen, kost, mist: gemis(doel, onderdelen, kost) }
}

export const doelbeelden = (beeld: Planbeeld): Doelbeeld[] =>
  beeld.plan.doelen.map((doel) => doelbeeldVan(beeld, doel))

function voorouders(beeld: Planbeeld, onderdeel: Onderdeel): Onderdeel[] {
  const boven: Onderdeel[] = []
  for (
    let ouder = beeld.onderdeel.get(onderdeel.ouder ?? '');
    ouder;
    ouder = beeld.onderdeel.get(ouder.ouder ?? '')
  )
    boven.push(ouder)
  return boven
}

function gemis(doel: Doel, onderdelen: readonly Onderdeel[], kost: Centen): Gemis[] {
  const { indicatoren } = doel
  const mist: (Gemis | false)[] = [
    indicatoren.length === 0 && 'indicator',
    onderdelen.length === 0 && 'activiteit',
    onderdelen.length > 0 && kost === 0 && 'bedrag',
    indicatoren.some(({ nulwaarde }) => nulwaarde === undefined) && 'nulwaarde',
    indicatoren.some(({ streefwaarde }) => streefwaarde === undefined) && 'streefwaarde',
  ]
  return mist.filter((een) => een !== false)
}

export const zonderDoel = (beeld: Planbeeld): Onderdeel[] =>
  beeld.plan.onderdelen.filter(({ doelen }) => doelen.length === 0)

/** De zin bovenaan: hoeveel doelen er zijn, en wat eraan ontbreekt. */
export function doelenzin(beeld: Planbeeld): string {
  const doelen = doelbeelden(beeld)
  if (doelen.length === 0) return 'Dit plan noemt geen doelen.'
  const zin = `Het plan noemt ${telwoord(doelen.length, 'doel', 'doelen')}.`
  const zonder = doelen.filter(({ mist }) => mist.includes('indicator')).length
  const los = doelen.filter(({ mist }) => mist.includes('activiteit')).length
  const gebreken = [
    zonder > 0 && indicatorzin(zonder, doelen.length),
    los > 0 && `Aan ${los} daarvan werkt geen enkel onderdeel.`,
  ].filter((deel) => deel !== false)
  if (gebreken.length === 0) gebreken.push('Elk doel heeft een indicator en werk dat erbij hoort.')
  return [zin, ...gebreken].join(' ')
}

function indicatorzin(zonder: number, alle: number): string {
  if (zonder < alle) return `${zonder} daarvan ${zonder === 1 ? 'heeft' : 'hebben'} geen indicator.`
  return alle === 1 ? 'Het heeft geen indicator.' : 'Geen daarvan heeft een indicator.'
}

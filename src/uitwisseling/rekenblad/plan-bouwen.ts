import type { Planrij } from '#uitwisseling/rekenblad/plan-rijen.ts'
import type { Registers } from '#uitwisseling/rekenblad/plan-verwijzen.ts'
import type { Bladvorm, Kolom } from '#uitwisseling/rekenblad/plan-vorm.ts'
import type { Verslag } from '#uitwisseling/rekenblad/verslag.ts'

/**
 * Onthoudt bij elk pad in het plan waar het vandaan komt, zodat een fout haar cel kan noemen. De cel zelf wordt pas
 * opgezocht als er een fout is: bij een groot plan zijn er veel cellen en weinig fouten.
 */
export type Wegwijzer = {
  zet: (pad: string, plaatsVan: (rest: string) => string) => void
  plaatsVan: (pad: string) => string
}

export function maakWegwijzer(): Wegwijzer {
  const plaatsen = new Map<string, (rest: string) => string>()
  return {
    zet: (pad, plaatsVan) => void plaatsen.set(pad, plaatsVan),
    plaatsVan: (pad) => {
      for (let kort = pad; kort !== ''; kort = kort.replace(/(?:\.[^.[\]]*|\[\d+\]|^[^.[\]]+)$/u, '')) {
        const plaatsVan = plaatsen.get(kort)
        if (plaatsVan !== undefined) return plaatsVan(pad.slice(kort.length))
      }
      return pad
    },
  }
}

export type Gegevens = Record<string, unknown>

/** `planning.van` en `regels.0` naar hun plek in een ding. */
export function zetOpPad(ding: Gegevens, pad: string, waarde: unknown): void {
  const [eerste = '', ...rest] = pad.split('.')
  if (rest.length === 0) {
    ding[eerste] = waarde
    return
  }
  const onder = (ding[eerste] ?? {}) as Gegevens
  ding[eerste] = onder
  zetOpPad(onder, rest.join('.'), waarde)
}

const planpad = (veld: string): string => veld.replace(/\.(\d+)/gu, '[$1]')

const SOORTNAAM = {
  programma: 'het programma',
  doel: 'een doel',
  groep: 'een groep',
  onderdeel: 'een onderdeel',
  bron: 'een bron',
  voorganger: 'een voorganger',
  plaats: 'een plaats',
  vermelding: 'een vermelding',
} as const

const DINGFOUT = (cel: string): string =>
  `"${cel}" is niet te vinden, of wijst meer dan één ding aan. Schrijf de soort erbij, bijvoorbeeld onderdeel: inloop.`

/** De waarde van een veld zoals het plan haar wil, met de verwijzingen opgezocht. */
export function planwaarde(kolom: Kolom, rij: Planrij, registers: Registers, verslag: Verslag): unknown {
  const waarde = rij.waarden[kolom.veld]
  const { inhoud } = kolom
  const meld = (melding: string): undefined => {
    verslag.fout(rij.plaats(kolom.veld), melding)
    return undefined
  }
  const namen = Array.isArray(waarde) ? waarde : []
  switch (inhoud.soort) {
    case 'verwijzing':
      if (typeof waarde !== 'string') return undefined
      return registers.vind(inhoud.naar, waarde) ?? meld(nietGevonden(inhoud.naar, waarde))
    case 'verwijzingen':
      return namen.flatMap(
        (naam) => registers.vind(inhoud.naar, naam) ?? meld(nietGevonden(inhoud.naar, naam)) ?? [],
      )
    case 'ding':
      return typeof waarde === 'string' ? (registers.vindDing(waarde) ?? meld(DINGFOUT(waarde))) : undefined
    case 'dingen':
      return namen.flatMap((naam) => registers.vindDing(naam) ?? meld(DINGFOUT(naam)) ?? [])
    case 'lijst':
      return namen
    case 'keuze':
      return waarde ?? inhoud.standaard
    default:
      return waarde
  }
}

export const nietGevonden = (soort: keyof typeof SOORTNAAM, naam: string): string =>
  `"${naam}" is niet te vinden als ${SOORTNAAM[soort].replace(/^een /u, '')}. Schrijf de sleutel of de naam van ${SOORTNAAM[soort]} uit dit bestand.`

/** Maakt van een rij een ding voor het plan; `veldNaarPad` kan een kolom elders neerzetten of weglaten. */
export function bouwDing(
  rij: Planrij,
  blad: Bladvorm,
  pad: string,
  hulp: { registers: Registers; verslag: Verslag; wegwijzer: Wegwijzer; sleutel: string | undefined },
  veldNaarPad: (veld: string) => string | undefined = (veld) => veld,
): Gegevens {
  const ding: Gegevens = hulp.sleutel === undefined ? {} : { id: hulp.sleutel }
  hulp.wegwijzer.zet(pad, (rest) => plaatsInRij(rij, blad, rest, veldNaarPad))
  for (const kolom of blad.kolommen) {
    const doel = veldNaarPad(kolom.veld)
    if (doel === undefined) continue
    if (kolom.veld === 'id') continue
    const waarde = planwaarde(kolom, rij, hulp.registers, hulp.verslag)
    if (waarde !== undefined) zetOpPad(ding, doel, waarde)
    else if (kolom.leegIsNull === true) zetOpPad(ding, doel, null)
  }
  return metRegels(ding)
}

/** De cel van het veld waar `rest` (zoals `.planning.van`) onder valt, of anders de rij. */
function plaatsInRij(
  rij: Planrij,
  blad: Bladvorm,
  rest: string,
  veldNaarPad: (veld: string) => string | undefined,
) {
  const kolom = blad.kolommen.find(({ veld }) => {
    const doel = veldNaarPad(veld)
    if (doel === undefined) return false
    const pad = `.${planpad(doel)}`
    return rest === pad || rest.startsWith(`${pad}.`) || rest.startsWith(`${pad}[`)
  })
  return kolom === undefined ? `blad ${rij.tabel.blad.naam}, rij ${rij.r + 1}` : rij.plaats(kolom.veld)
}

/** Eén ingevuld regelnummer is een stuk van één regel. */
function metRegels(ding: Gegevens): Gegevens {
  const regels = ding['regels']
  if (typeof regels !== 'object' || regels === null) return ding
  const { 0: van, 1: tot } = regels as { 0?: unknown; 1?: unknown }
  return { ...ding, regels: [van ?? tot, tot ?? van] }
}

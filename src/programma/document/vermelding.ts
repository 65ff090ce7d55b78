import { periodenaam } from '#basis/datum.ts'
import { type Centen, toonEuro, trekAf } from '#basis/geld.ts'
import { hoofdletter, opsomming, telwoord, vergelijkbaar } from '#basis/tekst.ts'
import type { Ding, Plaats, Vermelding, VermeldingVan } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import type { Bevinding } from '#programma/plancontrole/plancontrole.ts'

/** Wat het document op één plaats zegt, in gewone woorden, en waarmee dat te vergelijken is. */

const DINGWOORDEN: Record<Ding['soort'], string> = {
  programma: 'programma',
  groep: 'groep',
  onderdeel: 'onderdeel',
  bron: 'bron',
  doel: 'doel',
  voorganger: 'eerder programma',
}

/** Een ding met zijn naam en, als het een eigen pagina heeft, het adres daarvan binnen het plan. */
export type Genoemd = { soort: string; naam: string; adres: string | undefined }

export function genoemd(beeld: Planbeeld, { soort, id }: Ding): Genoemd {
  const woord = DINGWOORDEN[soort]
  switch (soort) {
    case 'programma':
      return { soort: woord, naam: beeld.plan.programma.titel, adres: '/' }
    case 'groep':
      return { soort: woord, naam: beeld.groep.get(id)?.titel ?? id, adres: `/groepen/${id}` }
    case 'onderdeel':
      return { soort: woord, naam: beeld.onderdeel.get(id)?.titel ?? id, adres: `/onderdelen/${id}` }
    case 'bron':
      return { soort: woord, naam: beeld.bron.get(id)?.naam ?? id, adres: `/bronnen/${id}` }
    case 'doel':
      return { soort: woord, naam: beeld.doel.get(id)?.titel ?? id, adres: `/doelen/${id}` }
    case 'voorganger': {
      const eerder = beeld.plan.voorgangers.find((kandidaat) => kandidaat.id === id)
      return { soort: woord, naam: eerder?.titel ?? id, adres: undefined }
    }
  }
}

/** `Paragraaf 5.3.4`, `Bijlage`, of de titel van een plaats die geen nummer heeft. */
export function plaatsnaam(plaats: Plaats): string {
  if (plaats.code !== null) return hoofdletter(`${plaats.soort} ${plaats.code}`)
  return plaats.soort === 'bijlage' ? 'Bijlage' : plaats.titel
}

/** `Paragraaf 5.3.4 · Versterken inzet …`: de plaats met haar titel, zonder iets dubbel te zeggen. */
export function plaatskop(plaats: Plaats): string {
  const naam = plaatsnaam(plaats)
  return naam === plaats.titel ? naam : `${naam} · ${plaats.titel}`
}

/** `regel 12` of `regels 12–14`; leeg als het document geen regels heeft. */
export function regelnaam(regels: readonly [number, number] | undefined): string {
  if (regels === undefined) return ''
  const [eerste, laatste] = regels
  return eerste === laatste ? `regel ${eerste}` : `regels ${eerste}–${laatste}`
}

export const SOORTWOORDEN: Record<Vermelding['soort'], string> = {
  bedrag: 'bedrag',
  looptijd: 'looptijd',
  naam: 'naam',
  verwijzing: 'verwijzing',
  leden: 'opsomming',
  dekking: 'dekking',
  aantal: 'aantal',
}

const BENADERD = { ruim: 'ruim ', circa: 'ongeveer ', hoogstens: 'hoogstens ' } as const

export const periodeVan = ({ periode }: VermeldingVan<'bedrag'>): string =>
  periode === 'geheel' ? 'hele looptijd' : periodenaam(periode)

/** Wat er staat, als één stuk tekst zonder punt. */
export function inhoudVan(beeld: Planbeeld, vermelding: Vermelding): string {
  switch (vermelding.soort) {
    case 'bedrag': {
      const { aspect, bedragCent, benadering, perJaar } = vermelding
      const wat = aspect === 'lasten' ? 'kost' : 'beschikbaar'
      const ongeveer = benadering === undefined ? '' : BENADERD[benadering]
      const elkJaar = perJaar ? ' per jaar' : ''
      return `${wat}: ${ongeveer}${toonEuro(bedragCent)}${elkJaar}, ${periodeVan(vermelding)}`
    }
    case 'looptijd':
      return looptijdVan(vermelding)
    case 'naam':
      return `noemt het ‘${vermelding.naam}’`
    case 'verwijzing': {
      const bedoeld = vermelding.bedoelt.map((ding) => `‘${genoemd(beeld, ding).naam}’`)
      return `verwijst naar ${opsomming(vermelding.codes)} en bedoelt ${opsomming(bedoeld)}`
    }
    case 'leden':
      return `noemt ${telwoord(vermelding.leden.length, 'deel', 'delen')}: ${opsomming(
        vermelding.leden.map((lid) => `‘${lid.naam}’`),
      )}`
    case 'dekking':
      return vermelding.bronnen.length === 0
        ? 'zegt niet bij naam uit welke bron het betaald wordt'
        : `betaald uit ${opsomming(vermelding.bronnen.map((id) => `‘${beeld.bron.get(id)?.naam ?? id}’`))}`
    case 'aantal':
      return vermelding.van === vermelding.tot
        ? `aantal: ${vermelding.van}`
        : `aantal: ${vermelding.van} tot ${vermelding.tot}`
  }
}

function looptijdVan({ van, tot, maanden, verwacht }: VermeldingVan<'looptijd'>): string {
  const periode = van === undefined && tot === undefined ? [] : [periodenaam({ van, tot })]
  const duur = maanden === undefined ? [] : [telwoord(maanden, 'maand', 'maanden')]
  return `looptijd: ${[...periode, ...duur].join(', ')}${verwacht ? ' (verwacht)' : ''}`
}

export const ANDERE_PERIODE = 'over een andere periode'

/** Hoe een andere vermelding zich verhoudt tot deze; `undefined` als zij niet over hetzelfde gaan. */
export function oordeel(deze: Vermelding, ander: Vermelding): string | undefined {
  if (deze.soort === 'bedrag' && ander.soort === 'bedrag') {
    if (periodeVan(deze) !== periodeVan(ander) || deze.perJaar !== ander.perJaar) return ANDERE_PERIODE
    return bedragoordeel(deze.bedragCent, ander.bedragCent)
  }
  if (deze.soort === 'naam' && ander.soort === 'naam')
    return vergelijkbaar(deze.naam) === vergelijkbaar(ander.naam) ? 'gelijk' : 'andere naam'
  if (deze.soort === 'looptijd' && ander.soort === 'looptijd') {
    const [een, twee] = [looptijdVan(deze), looptijdVan(ander)]
    return een === twee ? 'gelijk' : 'andere looptijd'
  }
  return undefined
}

function bedragoordeel(deze: Centen, ander: Centen): string {
  if (deze === ander) return 'gelijk'
  const verschil = trekAf(ander, deze)
  return verschil > 0 ? `${toonEuro(verschil)} meer` : `${toonEuro(trekAf(deze, ander))} minder`
}

/**
 * De andere vermeldingen waarmee deze te vergelijken is: zelfde ding en zelfde soort. Wat iets kost en wat ervoor
 * beschikbaar is, horen naast elkaar. Wat over dezelfde periode gaat, staat vooraan.
 */
export function naastElkaar(beeld: Planbeeld, deze: Vermelding): Vermelding[] {
  const andere = beeld
    .vermeldingenOver(deze.over.soort, deze.over.id)
    .filter((ander) => ander.id !== deze.id && ander.soort === deze.soort)
  const elders = (ander: Vermelding): number => (oordeel(deze, ander) === ANDERE_PERIODE ? 1 : 0)
  return andere.sort((een, ander) => elders(een) - elders(ander))
}

/** Bevindingen die op deze vermelding rusten. */
export const bevindingenBij = (bevindingen: readonly Bevinding[], vermelding: string): Bevinding[] =>
  bevindingen.filter(({ plaatsen }) => plaatsen.some((plaats) => plaats.vermelding === vermelding))

/** Alles in het plan waarvan de lezing onzeker is, met waar het staat en waarom. */
export type Twijfelgeval = { naam: string; adres: string | undefined; waarom: string }

export function twijfelgevallen(beeld: Planbeeld): Twijfelgeval[] {
  const { plan } = beeld
  const uit = <Soort extends { twijfel?: string | undefined }>(
    dingen: readonly Soort[],
    naam: (ding: Soort) => string,
    adres: (ding: Soort) => string | undefined,
  ): Twijfelgeval[] =>
    dingen.flatMap((ding) =>
      ding.twijfel === undefined ? [] : [{ naam: naam(ding), adres: adres(ding), waarom: ding.twijfel }],
    )
  return [
    ...uit(
      plan.doelen,
      ({ titel }) => titel,
      ({ id }) => `/doelen/${id}`,
    ),
    ...uit(
      plan.onderdelen,
      ({ titel }) => titel,
      ({ id }) => `/onderdelen/${id}`,
    ),
    ...plan.onderdelen.flatMap((onderdeel) =>
      uit(
        onderdeel.mijlpalen,
        ({ wat }) => `${onderdeel.titel}: ${wat}`,
        () => `/onderdelen/${onderdeel.id}`,
      ),
    ),
    ...uit(
      plan.bronnen,
      ({ naam }) => naam,
      ({ id }) => `/bronnen/${id}`,
    ),
    ...plan.bronnen.flatMap((bron) =>
      uit(
        bron.ontvangsten,
        ({ naam }) => `${bron.naam}: ${naam}`,
        () => `/bronnen/${bron.id}`,
      ),
    ),
    ...uit(plan.plaatsen, plaatskop, ({ id }) => `/document/${id}`),
    ...uit(
      plan.vermeldingen,
      (een) => `${genoemd(beeld, een.over).naam}: ${inhoudVan(beeld, een)}`,
      ({ id }) => `/vermeldingen/${id}`,
    ),
  ]
}

import { decimaalBedrag } from '#basis/geld.ts'
import { alsOpenFormula } from '#uitwisseling/rekenblad/formule.ts'
import {
  automatischeStijlen,
  celstijl,
  kolomstijl,
  NAAMRUIMTEN,
  STIJLBLAD,
} from '#uitwisseling/rekenblad/ods-stijlen.ts'
import {
  type Bereik,
  type Blad,
  type Cel,
  celnaam,
  celopmaak,
  type Keuzelijst,
  type Rij,
  type Waarde,
  type Werkboek,
} from '#uitwisseling/rekenblad/rekenblad.ts'
import { codeer, codeerVoorOds, XML_KOP, xmlAttribuut, xmlTekst } from '#uitwisseling/rekenblad/tekens.ts'
import { maakArchief } from '#uitwisseling/rekenblad/zip.ts'

const SOORT = 'application/vnd.oasis.opendocument.spreadsheet'
/** Zoveel lege rijen houden de opmaak van hun kolom, voor wie ze gaat invullen. */
const OPGEMAAKTE_RIJEN = 1000

export function schrijfOds(werkboek: Werkboek): Uint8Array {
  return maakArchief(
    {
      mimetype: SOORT,
      'META-INF/manifest.xml': MANIFEST,
      'content.xml': inhoud(werkboek),
      'styles.xml': XML_KOP + STIJLBLAD,
      'settings.xml': instellingen(werkboek.bladen),
      'meta.xml': meta(werkboek.titel ?? 'Omzien'),
    },
    'mimetype',
  )
}

const MANIFEST = `${XML_KOP}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${SOORT}"/>${[
  'content.xml',
  'styles.xml',
  'settings.xml',
  'meta.xml',
]
  .map((naam) => `<manifest:file-entry manifest:full-path="${naam}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>`

const meta = (titel: string): string =>
  `${XML_KOP}<office:document-meta ${NAAMRUIMTEN} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><meta:generator>Omzien</meta:generator><dc:title>${xmlTekst(codeer(titel))}</dc:title><dc:language>nl-NL</dc:language></office:meta></office:document-meta>`

function inhoud(werkboek: Werkboek): string {
  const lijsten = werkboek.bladen.flatMap((blad, b) =>
    (blad.keuzelijsten ?? []).map((lijst, l) => keuzeXml(blad, lijst, keuzenaam(b, l))),
  )
  const keuzes =
    lijsten.length === 0 ? '' : `<table:content-validations>${lijsten.join('')}</table:content-validations>`
  return `${XML_KOP}<office:document-content ${NAAMRUIMTEN}>${automatischeStijlen(werkboek.bladen)}<office:body><office:spreadsheet>${keuzes}${werkboek.bladen.map(bladXml).join('')}</office:spreadsheet></office:body></office:document-content>`
}

const keuzenaam = (blad: number, lijst: number): string => `keuze-${blad}-${lijst}`

function keuzeXml(blad: Blad, lijst: Keuzelijst, naam: string): string {
  const { keuze, bereik } = lijst
  const vast = 'waarden' in keuze
  const opties = vast
    ? keuze.waarden.map((waarde) => `"${waarde.replaceAll('"', '""')}"`).join(';')
    : `[$'${keuze.blad}'.${vastBereik(keuze.bereik)}]`
  const melding = vast
    ? '<table:error-message table:message-type="stop" table:display="true" table:title="Kies uit de lijst"><text:p>Kies een woord uit de lijst bij deze cel.</text:p></table:error-message>'
    : '<table:error-message table:display="false"/>'
  const basis = `$'${blad.naam}'.${celnaam(bereik.vanRij, bereik.vanKolom)}`
  return `<table:content-validation table:name="${naam}" table:condition="${xmlAttribuut(`of:cell-content-is-in-list(${opties})`)}" table:allow-empty-cell="true" table:display-list="unsorted" table:base-cell-address="${xmlAttribuut(basis)}">${melding}</table:content-validation>`
}

function vastBereik(bereik: Bereik): string {
  const vast = (rij: number, kolom: number): string =>
    celnaam(rij, kolom).replace(/^([A-Z]+)(\d+)$/u, '$$$1$$$2')
  return `${vast(bereik.vanRij, bereik.vanKolom)}:.${vast(bereik.totRij, bereik.totKolom)}`
}

type Bladstand = {
  blad: Blad
  nummer: number
  breedte: number
  begin: Map<string, Bereik>
  bedekt: Set<string>
}

function bladXml(blad: Blad, nummer: number): string {
  const breedte = Math.max(1, blad.kolommen?.length ?? 0, ...blad.rijen.map(({ cellen }) => cellen.length))
  const stand: Bladstand = { blad, nummer, breedte, ...samengevoegd(blad) }
  const rijen = blad.rijen.map((rij, r) => {
    const xml = rijXml(rij, r, stand)
    return r === blad.kopRij ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml
  })
  const lijstrij = Math.max(-1, ...(blad.keuzelijsten ?? []).map(({ bereik }) => bereik.totRij))
  const rest: string[] = []
  if (lijstrij >= blad.rijen.length)
    rest.push(rijXml({ cellen: [] }, blad.rijen.length, stand, lijstrij - blad.rijen.length + 1))
  if (blad.kolommen !== undefined)
    rest.push(
      `<table:table-row table:style-name="rij" table:number-rows-repeated="${OPGEMAAKTE_RIJEN}"><table:table-cell table:number-columns-repeated="${breedte}"/></table:table-row>`,
    )
  const stijl = blad.verborgen === true ? 'blad-verborgen' : 'blad'
  return `<table:table table:name="${xmlAttribuut(blad.naam)}" table:style-name="${stijl}">${kolommenXml(stand)}${rijen.join('')}${rest.join('')}</table:table>`
}

function kolommenXml({ blad, nummer, breedte }: Bladstand): string {
  return Array.from({ length: breedte }, (_, k) => {
    const vorm = blad.kolommen?.[k]
    const stijl =
      vorm === undefined
        ? ''
        : ` table:style-name="${kolomstijl(nummer, k)}" table:default-cell-style-name="${celstijl({ rij: 'gewoon', soort: vorm.soort })}"`
    return `<table:table-column${stijl}${blad.verborgenKolommen?.includes(k) ? ' table:visibility="collapse"' : ''}/>`
  }).join('')
}

function samengevoegd(blad: Blad): { begin: Map<string, Bereik>; bedekt: Set<string> } {
  const begin = new Map<string, Bereik>()
  const bedekt = new Set<string>()
  for (const bereik of blad.samengevoegd ?? []) {
    begin.set(celnaam(bereik.vanRij, bereik.vanKolom), bereik)
    for (let r = bereik.vanRij; r <= bereik.totRij; r++)
      for (let k = bereik.vanKolom; k <= bereik.totKolom; k++)
        if (r !== bereik.vanRij || k !== bereik.vanKolom) bedekt.add(celnaam(r, k))
  }
  return { begin, bedekt }
}

function rijXml(rij: Rij, r: number, stand: Bladstand, herhaald = 1): string {
  const cellen = Array.from({ length: stand.breedte }, (_, k) => celXml(rij, r, k, stand)).join('')
  const keren = herhaald === 1 ? '' : ` table:number-rows-repeated="${herhaald}"`
  const zicht = rij.verborgen === true ? ' table:visibility="collapse"' : ''
  return `<table:table-row table:style-name="rij"${keren}${zicht}>${cellen}</table:table-row>`
}

function celXml(rij: Rij, r: number, k: number, { blad, nummer, begin, bedekt }: Bladstand): string {
  const cel = rij.cellen[k]
  const naam = celnaam(r, k)
  if (bedekt.has(naam)) return '<table:covered-table-cell/>'
  const kenmerken: string[] = []
  const bereik = begin.get(naam)
  if (bereik !== undefined)
    kenmerken.push(
      `table:number-columns-spanned="${bereik.totKolom - bereik.vanKolom + 1}" table:number-rows-spanned="${bereik.totRij - bereik.vanRij + 1}"`,
    )
  const lijst = (blad.keuzelijsten ?? []).findIndex(({ bereik: b }) => ligtIn(b, r, k))
  if (lijst >= 0) kenmerken.push(`table:content-validation-name="${keuzenaam(nummer, lijst)}"`)
  if (cel !== undefined && (cel.soort !== 'leeg' || rij.stijl === 'kop'))
    kenmerken.push(`table:style-name="${celstijl(celopmaak(cel, rij, blad.kolommen?.[k]))}"`)
  const vulling = cel === undefined ? '' : inhoudXml(cel, kenmerken)
  return `<table:table-cell${kenmerken.map((kenmerk) => ` ${kenmerk}`).join('')}${vulling === '' ? '/>' : `>${vulling}</table:table-cell>`}`
}

const ligtIn = (bereik: Bereik, r: number, k: number): boolean =>
  r >= bereik.vanRij && r <= bereik.totRij && k >= bereik.vanKolom && k <= bereik.totKolom

function inhoudXml(cel: Cel, kenmerken: string[]): string {
  if (cel.soort !== 'formule') return waardeXml(cel, kenmerken)
  kenmerken.push(`table:formula="${xmlAttribuut(alsOpenFormula(cel.formule))}"`)
  return cel.waarde === undefined ? '' : waardeXml(cel.waarde, kenmerken)
}

function waardeXml(waarde: Waarde, kenmerken: string[]): string {
  switch (waarde.soort) {
    case 'leeg':
      return ''
    case 'tekst':
      kenmerken.push('office:value-type="string"')
      return alineas(waarde.tekst)
    case 'fout':
      kenmerken.push('office:value-type="string"')
      return alineas(waarde.code)
    case 'bedrag':
      kenmerken.push(`office:value-type="float" office:value="${decimaalBedrag(waarde.bedrag)}"`)
      return `<text:p>${decimaalBedrag(waarde.bedrag)}</text:p>`
    case 'getal':
      kenmerken.push(`office:value-type="float" office:value="${waarde.getal}"`)
      return `<text:p>${waarde.getal}</text:p>`
    case 'datum':
      kenmerken.push(`office:value-type="date" office:date-value="${waarde.datum}"`)
      return `<text:p>${waarde.datum}</text:p>`
  }
}

/** Elke regel is een alinea; spaties die XML zou samenvoegen, staan er als eigen teken. */
function alineas(tekst: string): string {
  return codeerVoorOds(tekst)
    .split('\n')
    .map((regel) => `<text:p>${regelXml(regel)}</text:p>`)
    .join('')
}

const regelXml = (regel: string): string =>
  xmlTekst(regel).replace(/^ +| {2,}| +$/gu, (spaties) => `<text:s text:c="${spaties.length}"/>`)

function instellingen(bladen: readonly Blad[]): string {
  const perBlad = bladen.map(({ naam, bevroren }) => {
    const { rijen, kolommen } = bevroren ?? { rijen: 0, kolommen: 0 }
    const delen = [
      ...splitsing('Horizontal', kolommen, ['Left', 'Right']),
      ...splitsing('Vertical', rijen, ['Top', 'Bottom']),
      // Van de vier ruiten is de onderste (2) of die rechtsonder (3) de ruit met de gegevens.
      instelling('ActiveSplitRange', 'short', rijen === 0 && kolommen > 0 ? 1 : kolommen > 0 ? 3 : 2),
    ]
    return `<config:config-item-map-entry config:name="${xmlAttribuut(naam)}">${delen.join('')}</config:config-item-map-entry>`
  })
  return `${XML_KOP}<office:document-settings ${NAAMRUIMTEN} xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item><config:config-item-map-named config:name="Tables">${perBlad.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
}

const instelling = (naam: string, soort: string, waarde: number): string =>
  `<config:config-item config:name="${naam}" config:type="${soort}">${waarde}</config:config-item>`

function splitsing(
  richting: 'Horizontal' | 'Vertical',
  aantal: number,
  [voor, na]: [string, string],
): string[] {
  if (aantal === 0) return []
  return [
    instelling(`${richting}SplitMode`, 'short', 2),
    instelling(`${richting}SplitPosition`, 'int', aantal),
    instelling(`Position${voor}`, 'int', 0),
    instelling(`Position${na}`, 'int', aantal),
  ]
}

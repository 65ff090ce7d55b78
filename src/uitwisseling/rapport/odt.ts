import type { Document } from '#uitwisseling/rapport/document.ts'
import { FIGUURBREED, figuurtekst, tekenFiguur } from '#uitwisseling/rapport/figuur.ts'
import { meetTabel } from '#uitwisseling/rapport/kolombreedte.ts'
import {
  ODT_CELSTIJLEN,
  ODT_LETTERS,
  ODT_LETTERSTIJL,
  ODT_NAAMRUIMTEN,
  odtStijlblad,
} from '#uitwisseling/rapport/odt-stijlen.ts'
import { WOORDEN } from '#uitwisseling/rapport/teksten.ts'
import { XML_KOP, xmlTekst } from '#uitwisseling/rekenblad/tekens.ts'
import { maakArchief } from '#uitwisseling/rekenblad/zip.ts'
import { type Blok, type BlokVan, type Rapporttabel, toontabelVan } from '#verantwoording/deur.ts'

/** Een document als tekst om in verder te werken: koppen, alinea's, tabellen en tekeningen in OpenDocument. */

const SOORT = 'application/vnd.oasis.opendocument.text'
/** Breedte van de tekst op papier in cm. */
const TEKSTBREED = 17
const LIGGENDBREED = 25.7
const HOOGST_CM = 20

/** Tekst zoals XML haar mag bevatten; een nieuwe regel blijft een nieuwe regel. */
const zuiver = (tekst: string): string =>
  tekst.replace(/\r\n?/gu, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')

const odtTekst = (tekst: string): string =>
  xmlTekst(zuiver(tekst))
    .replace(/^ +| {2,}| +$/gmu, (spaties) => `<text:s text:c="${spaties.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')

const kenmerk = (tekst: string): string =>
  xmlTekst(zuiver(tekst)).replaceAll('"', '&quot;').replace(/\s+/gu, ' ')

const alinea = (stijl: string, tekst: string): string =>
  `<text:p text:style-name="${stijl}">${odtTekst(tekst)}</text:p>`

const kop = (niveau: number, tekst: string, anker: string, nieuw = false): string =>
  `<text:h text:style-name="Kop${niveau}${nieuw ? 'Blad' : ''}" text:outline-level="${niveau}"><text:bookmark text:name="${anker}"/>${odtTekst(tekst.trim() === '' ? WOORDEN.zonderTitel : tekst)}</text:h>`

/** Wat er onderweg verzameld wordt: stijlen van kolommen, tekeningen, en regels van de inhoudsopgave. */
type Werk = {
  kolomstijlen: string[]
  beelden: { naam: string; svg: string }[]
  inhoud: { niveau: 1 | 2; tekst: string; anker: string }[]
  tabellen: number
}

function tabelXml(tabel: Rapporttabel, werk: Werk): string {
  const toon = toontabelVan(tabel)
  const vast = tabel.kolommen.map(({ soort }) => soort !== 'tekst')
  const maat = meetTabel({ koppen: toon.koppen, rijen: toon.rijen.map(({ cellen }) => cellen), vast })
  const nr = ++werk.tabellen
  const breed = maat.liggend ? LIGGENDBREED : TEKSTBREED
  const heel = maat.breedten.reduce((som, deel) => som + deel, 0) || 1
  const kolommen = maat.breedten.map((deel, k) => {
    const naam = `t${nr}-k${k}`
    const cm = ((deel / heel) * breed).toFixed(3)
    werk.kolomstijlen.push(
      `<style:style style:name="${naam}" style:family="table-column"><style:table-column-properties style:column-width="${cm}cm"/></style:style>`,
    )
    return `<table:table-column table:style-name="${naam}"/>`
  })
  werk.kolomstijlen.push(
    `<style:style style:name="t${nr}" style:family="table"><style:table-properties style:width="${breed}cm" table:align="left"/></style:style>`,
  )
  const cel = (stijl: string, tekst: string, vet: boolean, k: number): string =>
    `<table:table-cell table:style-name="${stijl}" office:value-type="string">${alinea(`Cel${vet ? 'Kop' : ''}${toon.rechts[k] === true ? 'Rechts' : ''}`, tekst)}</table:table-cell>`
  const rij = (cellen: readonly string[], stijl: string, vet: boolean): string =>
    `<table:table-row table:style-name="rij">${cellen.map((tekst, k) => cel(stijl, tekst, vet, k)).join('')}</table:table-row>`
  const rijen = toon.rijen.map(({ rol, cellen }) => {
    const som = rol === 'totaal' || rol === 'tussensom'
    return rij(cellen, som ? 'cel-som' : 'cel-gewoon', som || rol === 'nadruk')
  })
  const onder = [tabel.toelichting, toon.bijAfronding].flatMap((zin) =>
    zin === undefined ? [] : [alinea('Noot', zin)],
  )
  return [
    alinea(maat.liggend ? 'BijschriftLiggend' : 'Bijschrift', tabel.titel),
    `<table:table table:name="Tabel ${nr}" table:style-name="t${nr}">${kolommen.join('')}<table:table-header-rows>${rij(toon.koppen, 'cel-kop', true)}</table:table-header-rows>${rijen.join('')}</table:table>`,
    ...onder,
    maat.liggend ? '<text:p text:style-name="Terug"/>' : alinea('Noot', ''),
  ].join('')
}

function grafiekXml(blok: BlokVan<'grafiek'>, werk: Werk): string {
  const bladen = tekenFiguur(blok.figuur, { breedte: FIGUURBREED, hoogte: 900, naam: '' })
  const beelden = bladen.map((svg, nr) => {
    const [, breed = '1', hoog = '1'] = /viewBox="0 0 (\d+) (\d+)"/u.exec(svg) ?? []
    const schaal = Math.min(TEKSTBREED / Number(breed), HOOGST_CM / Number(hoog))
    const naam = `Pictures/figuur-${werk.beelden.length + 1}.svg`
    werk.beelden.push({ naam, svg: XML_KOP + zuiver(svg) })
    const maten = `svg:width="${(Number(breed) * schaal).toFixed(3)}cm" svg:height="${(Number(hoog) * schaal).toFixed(3)}cm"`
    const zin = nr === 0 ? blok.boodschap : `${blok.boodschap} (vervolg)`
    return `<text:p text:style-name="Figuur"><draw:frame draw:style-name="beeld" draw:name="Figuur ${werk.beelden.length}" text:anchor-type="as-char" ${maten}><draw:image xlink:href="${naam}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="image/svg+xml"/><svg:title>${kenmerk(zin)}</svg:title><svg:desc>${kenmerk(blok.beschrijving)}</svg:desc></draw:frame></text:p>`
  })
  return [
    alinea('Bijschrift', blok.boodschap),
    ...beelden,
    alinea('Noot', figuurtekst(blok)),
    tabelXml(blok.tabel, werk),
  ].join('')
}

const feitenXml = (titel: string, rijen: readonly (readonly [string, string])[]): string =>
  alinea('Bijschrift', titel) +
  rijen
    .map(
      ([naam, waarde]) =>
        `<text:p text:style-name="Feit"><text:span text:style-name="Stil">${odtTekst(naam)}</text:span><text:tab/>${odtTekst(waarde)}</text:p>`,
    )
    .join('')

const alineastijl = ({ toon, herkomst }: BlokVan<'alinea'>): string => {
  if (toon === 'let-op') return 'LetOp'
  if (toon === 'inleiding') return 'Inleiding'
  return herkomst === 'plan' ? 'UitPlan' : 'Tekst'
}

function blokXml(blok: Blok, anker: string, niveau: number, werk: Werk): string {
  switch (blok.soort) {
    case 'kop':
      if (niveau === 2) werk.inhoud.push({ niveau: 2, tekst: blok.tekst, anker })
      return kop(niveau, blok.tekst, anker)
    case 'alinea':
      return blok.tekst
        .split(/\n[^\S\n]*\n/u)
        .map((deel) => deel.trim())
        .filter((deel) => deel !== '')
        .map((deel) => alinea(alineastijl(blok), deel))
        .join('')
    case 'lijst':
      return `<text:list text:style-name="Lijst">${blok.punten.map((punt) => `<text:list-item>${alinea('Lijstpunt', punt)}</text:list-item>`).join('')}</text:list>`
    case 'feiten':
      return feitenXml(blok.titel, blok.rijen)
    case 'tabel':
      return tabelXml(blok, werk)
    case 'grafiek':
      return grafiekXml(blok, werk)
  }
}

function delenXml({ delen, opening }: Document, werk: Werk): string {
  return delen
    .map((deel, d) => {
      const anker = `deel-${d}`
      werk.inhoud.push({ niveau: 1, tekst: deel.titel, anker })
      let niveau = 1
      const blokken = deel.blokken.map((blok, b) => {
        if (blok.soort === 'kop') niveau = Math.min(blok.niveau, niveau + 1)
        return blokXml(blok, `blok-${d}-${b}`, niveau, werk)
      })
      const nieuwBlad = d === 0 && opening.soort === 'titelblad'
      return kop(1, deel.titel, anker, nieuwBlad) + blokken.join('')
    })
    .join('')
}

/** De inhoudsopgave is meteen gevuld; de tekstverwerker kan haar bijwerken, want zij volgt de koppen. */
function inhoudsopgave({ inhoud }: Werk): string {
  const regels = inhoud.map(
    ({ niveau, tekst, anker }) =>
      `<text:p text:style-name="Inhoudsregel${niveau === 2 ? 'Onder' : ''}"><text:a xlink:type="simple" xlink:href="#${anker}">${odtTekst(tekst)}</text:a></text:p>`,
  )
  return `<text:table-of-content text:name="Inhoud"><text:table-of-content-source text:outline-level="2"><text:index-title-template>${WOORDEN.inhoud}</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title text:name="Inhoud-titel"><text:p text:style-name="Kop1Blad">${WOORDEN.inhoud}</text:p></text:index-title>${regels.join('')}</text:index-body></text:table-of-content>`
}

function metaXml({ titel, gemeente, eigenschappen }: Document): string {
  const { onderwerp, omschrijving, trefwoord } = eigenschappen
  const op = `${eigenschappen.op.slice(0, 19)}Z`
  return `${XML_KOP}<office:document-meta ${ODT_NAAMRUIMTEN}><office:meta><meta:generator>Omzien</meta:generator><dc:title>${odtMeta(titel)}</dc:title><dc:subject>${odtMeta(onderwerp)}</dc:subject><dc:description>${odtMeta(omschrijving)}</dc:description><meta:keyword>${odtMeta(trefwoord)}</meta:keyword><dc:creator>${odtMeta(`Gemeente ${gemeente}`)}</dc:creator><meta:creation-date>${op}</meta:creation-date><dc:date>${op}</dc:date><dc:language>nl-NL</dc:language></office:meta></office:document-meta>`
}

const odtMeta = (tekst: string): string => xmlTekst(zuiver(tekst).replace(/\s+/gu, ' '))

function manifest(beelden: Werk['beelden']): string {
  const delen = [
    ...['content.xml', 'styles.xml', 'meta.xml'].map((naam) => [naam, 'text/xml'] as const),
    ...beelden.map(({ naam }) => [naam, 'image/svg+xml'] as const),
    ...ODT_LETTERS.map(({ deel }) => [deel, 'application/x-font-ttf'] as const),
  ]
  return `${XML_KOP}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${SOORT}"/>${delen.map(([naam, soort]) => `<manifest:file-entry manifest:full-path="${naam}" manifest:media-type="${soort}"/>`).join('')}</manifest:manifest>`
}

/** Wat er voor de delen komt: een titelblad met inhoudsopgave, of bij een kort stuk alleen een kop. */
function openingXml({ titel, ondertitel, melding, opening }: Document, werk: Werk): string {
  const letOp = melding === undefined ? '' : alinea('LetOp', melding)
  if (opening.soort === 'kop')
    return [
      alinea('Noot', opening.regel),
      alinea('TitelKort', titel.trim() === '' ? WOORDEN.zonderTitel : titel),
      alinea('Tekst', ondertitel),
      letOp,
    ].join('')
  return [
    alinea('Titel', titel),
    alinea('Ondertitel', ondertitel),
    letOp,
    feitenXml(WOORDEN.berust, opening.feiten),
    inhoudsopgave(werk),
  ].join('')
}

export function schrijfOdt(document: Document): Uint8Array {
  const werk: Werk = { kolomstijlen: [], beelden: [], inhoud: [], tabellen: 0 }
  const delen = delenXml(document, werk)
  const stijlen = `<office:automatic-styles>${ODT_CELSTIJLEN}${werk.kolomstijlen.join('')}</office:automatic-styles>`
  return maakArchief(
    {
      mimetype: SOORT,
      'META-INF/manifest.xml': manifest(werk.beelden),
      'content.xml': `${XML_KOP}<office:document-content ${ODT_NAAMRUIMTEN}>${ODT_LETTERSTIJL}${stijlen}<office:body><office:text>${openingXml(document, werk)}${delen}</office:text></office:body></office:document-content>`,
      'styles.xml':
        XML_KOP +
        odtStijlblad({
          kop: zuiver(document.kopregel),
          melding: document.melding === undefined ? '' : WOORDEN.verzonnenKort,
          voet: zuiver(document.voetregel),
          kort: document.opening.soort === 'kop',
          bladzijde: WOORDEN.bladzijde,
          van: WOORDEN.van,
        }),
      'meta.xml': metaXml(document),
      ...Object.fromEntries(werk.beelden.map(({ naam, svg }) => [naam, svg])),
      ...Object.fromEntries(ODT_LETTERS.map(({ deel, lees }) => [deel, lees()])),
    },
    'mimetype',
  )
}

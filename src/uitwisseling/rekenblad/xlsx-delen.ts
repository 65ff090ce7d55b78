import { decodeer } from '#uitwisseling/rekenblad/tekens.ts'
import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'
import { leesXml } from '#uitwisseling/rekenblad/xml.ts'
import type { Archief } from '#uitwisseling/rekenblad/zip.ts'

export type Bladenlijst = {
  bladen: { naam: string; pad: string; verborgen: boolean }[]
  stelsel: 1900 | 1904
  gedeeldeTekst: string | undefined
  stijlen: string | undefined
}

type Relatie = { soort: string; doel: string; extern: boolean }

/** `../xl/worksheets/sheet1.xml` ten opzichte van `map`, als pad in het archief. */
function padVan(map: string, doel: string): string {
  if (doel.startsWith('/')) return doel.slice(1)
  const delen = map === '' ? [] : map.split('/')
  for (const deel of doel.split('/')) {
    if (deel === '..') delen.pop()
    else if (deel !== '.') delen.push(deel)
  }
  return delen.join('/')
}

function leesRelaties(archief: Archief, map: string, bestand: string): Map<string, Relatie> {
  const pad = `${map === '' ? '' : `${map}/`}_rels/${bestand}.rels`
  const bytes = archief.lees(pad)
  const relaties = new Map<string, Relatie>()
  if (bytes === undefined) return relaties
  leesXml(bytes, pad, {
    open: (naam, kenmerken) => {
      if (naam !== 'Relationship') return
      relaties.set(kenmerken['Id'] ?? '', {
        soort: (kenmerken['Type'] ?? '').split('/').at(-1) ?? '',
        doel: padVan(map, kenmerken['Target'] ?? ''),
        extern: kenmerken['TargetMode'] === 'External',
      })
    },
  })
  return relaties
}

const metSoort = (relaties: Map<string, Relatie>, soort: string): string | undefined =>
  [...relaties.values()].find((relatie) => relatie.soort === soort && !relatie.extern)?.doel

/** Welke bladen er zijn en waar zij staan. Een bestand met macro's wordt hier al geweigerd. */
export function leesBladenlijst(archief: Archief): Bladenlijst {
  weigerMacro(archief)
  const werkboek = metSoort(leesRelaties(archief, '', ''), 'officeDocument') ?? 'xl/workbook.xml'
  const bytes = archief.lees(werkboek)
  if (bytes === undefined) throw new Onleesbaar('geen_rekenblad')
  const map = werkboek.split('/').slice(0, -1).join('/')
  const relaties = leesRelaties(archief, map, werkboek.split('/').at(-1) ?? '')
  const lijst: Bladenlijst = {
    bladen: [],
    stelsel: 1900,
    gedeeldeTekst: metSoort(relaties, 'sharedStrings'),
    stijlen: metSoort(relaties, 'styles'),
  }
  leesXml(bytes, werkboek, {
    open: (naam, kenmerken) => {
      if (naam === 'workbookPr' && /^(?:1|true)$/u.test(kenmerken['date1904'] ?? '')) lijst.stelsel = 1904
      if (naam !== 'sheet') return
      const relatie = relaties.get(kenmerken['id'] ?? '')
      // Grafiekbladen en bladen buiten het bestand hebben geen cellen.
      if (relatie === undefined || relatie.extern || relatie.soort !== 'worksheet') return
      if (lijst.bladen.length >= GRENZEN.bladen) throw new Onleesbaar('te_veel_bladen')
      lijst.bladen.push({
        naam: decodeer(kenmerken['name'] ?? '', false),
        pad: relatie.doel,
        verborgen: /hidden/iu.test(kenmerken['state'] ?? ''),
      })
    },
  })
  if (lijst.bladen.length === 0) throw new Onleesbaar('geen_rekenblad')
  return lijst
}

function weigerMacro(archief: Archief): void {
  for (const naam of archief.namen)
    if (/vbaProject[^/]*\.bin$|(?:^|\/)macrosheets\//iu.test(naam)) throw new Onleesbaar('macro', naam)
  const soorten = archief.lees('[Content_Types].xml')
  if (soorten === undefined) throw new Onleesbaar('geen_rekenblad')
  leesXml(soorten, '[Content_Types].xml', {
    open: (_, kenmerken) => {
      if (/macroEnabled|vbaProject/iu.test(kenmerken['ContentType'] ?? '')) throw new Onleesbaar('macro')
    },
  })
}

export function leesGedeeldeTekst(archief: Archief, pad: string | undefined): string[] {
  const bytes = pad === undefined ? undefined : archief.lees(pad)
  if (bytes === undefined || pad === undefined) return []
  const teksten: string[] = []
  let huidig = ''
  let inTekst = false
  let fonetisch = 0
  leesXml(bytes, pad, {
    open: (naam) => {
      if (naam === 'si') huidig = ''
      else if (naam === 'rPh') fonetisch++
      else if (naam === 't') inTekst = fonetisch === 0
    },
    tekst: (tekst) => {
      if (inTekst) huidig += tekst
      if (huidig.length > GRENZEN.tekens) throw new Onleesbaar('te_veel_cellen', pad)
    },
    sluit: (naam) => {
      if (naam === 't') inTekst = false
      else if (naam === 'rPh') fonetisch--
      else if (naam === 'si' && teksten.push(decodeer(huidig, false)) > GRENZEN.cellen)
        throw new Onleesbaar('te_veel_cellen', pad)
    },
  })
  return teksten
}

const VASTE_DATUMNOTATIE = (nummer: number): boolean =>
  (nummer >= 14 && nummer <= 17) ||
  nummer === 22 ||
  (nummer >= 27 && nummer <= 36) ||
  (nummer >= 50 && nummer <= 58)

/** Een eigen notatie is een datum als er buiten aanhalingstekens en vierkante haken een dag of jaar in staat. */
const isDatumnotatie = (notatie: string): boolean =>
  /[dy]/iu.test(notatie.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '')) && !/General|Standaard/iu.test(notatie)

/** Celstijlen die een getal als datum tonen, en die het met voorloopnullen tonen (`0000` voor een code). */
export type Getalstijlen = { datums: ReadonlySet<number>; nullen: ReadonlyMap<number, number> }

export function leesGetalstijlen(archief: Archief, pad: string | undefined): Getalstijlen {
  const bytes = pad === undefined ? undefined : archief.lees(pad)
  const datums = new Set<number>()
  const nullen = new Map<number, number>()
  if (bytes === undefined || pad === undefined) return { datums, nullen }
  const eigen = new Map<number, string>()
  let inCelstijlen = false
  let nummer = 0
  leesXml(bytes, pad, {
    open: (naam, kenmerken) => {
      if (naam === 'numFmt') eigen.set(Number(kenmerken['numFmtId']), kenmerken['formatCode'] ?? '')
      else if (naam === 'cellXfs') inCelstijlen = true
      else if (naam === 'xf' && inCelstijlen) {
        const notatie = Number(kenmerken['numFmtId'])
        const zelf = eigen.get(notatie)
        if (zelf === undefined ? VASTE_DATUMNOTATIE(notatie) : isDatumnotatie(zelf)) datums.add(nummer)
        if (/^0{2,20}$/u.test(zelf ?? '')) nullen.set(nummer, zelf?.length ?? 0)
        nummer++
      }
    },
    sluit: (naam) => {
      if (naam === 'cellXfs') inCelstijlen = false
    },
  })
  return { datums, nullen }
}

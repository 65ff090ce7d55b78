/** Formulieren op een pagina vinden en invullen, zoals een browser zonder script ze zou versturen. */

export type Veldsoort = 'vrij' | 'vast' | 'bestand'
export type Vorm = {
  actie: string
  methode: 'get' | 'post'
  velden: Record<string, string>
  soorten: Record<string, Veldsoort>
}

const TEKENS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export const ontsnap = (tekst: string): string =>
  tekst.replace(/&(amp|lt|gt|quot|#39);/gu, (heel, naam: string) => TEKENS[naam] ?? heel)

const kenmerk = (merk: string, naam: string): string | undefined => {
  const gevonden = new RegExp(` ${naam}="([^"]*)"`, 'u').exec(merk)?.[1]
  return gevonden === undefined ? undefined : ontsnap(gevonden)
}

const VRIJ = new Set(['text', 'search', undefined])

export function vormenUit(pagina: string, html: string): Vorm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gsu)].map(([, kop = '', inhoud = '']) => {
    const velden: Record<string, string> = {}
    const soorten: Record<string, Veldsoort> = {}
    const zet = (naam: string | undefined, waarde: string, soort: Veldsoort): void => {
      if (naam === undefined) return
      velden[naam] = waarde
      soorten[naam] = soort
    }
    for (const [merk] of inhoud.matchAll(/<(?:input|button)\b[^>]*>/gu)) {
      const type = kenmerk(merk, 'type')
      const soort = type === 'file' ? 'bestand' : VRIJ.has(type) ? 'vrij' : 'vast'
      if (type === 'checkbox' && !/ checked(?:=|\s|\/|>)/u.test(merk)) continue
      zet(kenmerk(merk, 'name'), kenmerk(merk, 'value') ?? '', merk.startsWith('<button') ? 'vast' : soort)
    }
    for (const [, merk = '', tekst = ''] of inhoud.matchAll(/<textarea([^>]*)>\n?(.*?)<\/textarea>/gsu))
      zet(kenmerk(merk, 'name'), ontsnap(tekst), 'vrij')
    for (const [, merk = '', keuzes = ''] of inhoud.matchAll(/<select([^>]*)>(.*?)<\/select>/gsu)) {
      const gekozen =
        /<option value="([^"]*)" selected/u.exec(keuzes) ?? /<option value="([^"]*)"/u.exec(keuzes)
      zet(kenmerk(merk, 'name'), ontsnap(gekozen?.[1] ?? ''), 'vast')
    }
    const methode = kenmerk(kop, 'method') === 'post' ? 'post' : 'get'
    return { actie: kenmerk(kop, 'action') ?? pagina, methode, velden, soorten }
  })
}

export const linksUit = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/gu)].map(([, href = '']) => ontsnap(href))

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/**
 * Wat een zorgvuldig mens anders zou gebruiken: boekhouden in platte tekst. Hetzelfde journaal, door elk programma
 * geladen en tot een balans van alle rekeningen gemaakt; tijd en piekgeheugen van dat ene proces.
 */

export type Eldersmeting = {
  naam: string
  seconden: number | undefined
  geheugenMb: number
  regels: number
  reden?: string
}

const LANGST_MS = 1_200_000
const KIJK_ELKE_MS = 20

/** Het hoogste geheugen tot nu toe, zolang het proces leeft. */
function piekVan(pid: number | undefined): number {
  try {
    const regel = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Math.round(Number(regel?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

async function meet(naam: string, programma: string, argumenten: string[]): Promise<Eldersmeting> {
  const begin = performance.now()
  const proces = spawn(programma, argumenten, { stdio: ['ignore', 'pipe', 'pipe'], timeout: LANGST_MS })
  let [geheugenMb, regels, zeg] = [0, 0, '']
  const kijk = setInterval(() => {
    geheugenMb = Math.max(geheugenMb, piekVan(proces.pid))
  }, KIJK_ELKE_MS)
  proces.stdout.on('data', (deel: Buffer) => (regels += deel.toString('latin1').split('\n').length - 1))
  proces.stderr.on('data', (deel: Buffer) => (zeg += deel))
  try {
    const [code, sein] = (await once(proces, 'close')) as [number | null, string | null]
    const seconden = code === 0 ? (performance.now() - begin) / 1000 : undefined
    const reden = code === 0 ? undefined : sein === null ? (zeg.split('\n')[0] ?? '') : 'te lang'
    return { naam, seconden, geheugenMb, regels, ...(reden !== undefined && { reden }) }
  } catch {
    return { naam, seconden: undefined, geheugenMb: 0, regels: 0, reden: 'niet geïnstalleerd' }
  } finally {
    clearInterval(kijk)
  }
}

/** Elk programma heeft zijn eigen spelling; bedragen, dagen en rekeningen blijven dezelfde. */
async function zetOm(
  van: string,
  naar: string,
  regel: (tekst: string) => string | undefined,
  kop = '',
): Promise<void> {
  const uit = createWriteStream(naar)
  uit.write(kop)
  for await (const tekst of createInterface({ input: createReadStream(van) })) {
    const nieuw = regel(tekst)
    if (nieuw !== undefined && !uit.write(`${nieuw}\n`)) await once(uit, 'drain')
  }
  uit.end()
  await once(uit, 'close')
}

const REGEL = /^ {4}(\S+) {2}EUR (-?[\d.]+)( = EUR -?[\d.]+)?/u

const naarLedger = (tekst: string): string | undefined => {
  if (tekst.startsWith('commodity')) return undefined
  const [, rekening, bedrag, stand] = REGEL.exec(tekst) ?? []
  if (rekening === undefined) return tekst
  return stand === undefined ? `    ${rekening}  EUR ${bedrag}` : undefined
}

/** Een rekening heet bij beancount `Assets:…`, elk deel met een hoofdletter of cijfer vooraan. */
const beanrekening = (naam: string): string =>
  [
    'Assets',
    ...naam.split(':').map((deel) => (deel === '-' ? 'X' : deel[0]?.toUpperCase() + deel.slice(1))),
  ].join(':')

function naarBeancount(rekeningen: Set<string>): (tekst: string) => string | undefined {
  let slot = false
  return (tekst) => {
    if (tekst.startsWith('commodity') || tekst.startsWith(';')) return undefined
    const kop = /^(\d{4}-\d{2}-\d{2}) (?:\((\d+)\))?/u.exec(tekst)
    if (kop !== null) slot = kop[2] === undefined
    if (slot) return undefined
    if (kop !== null) return `${kop[1]} * "${kop[2]}"`
    const [, rekening, bedrag] = REGEL.exec(tekst) ?? []
    if (rekening === undefined) return tekst
    const naam = beanrekening(rekening)
    rekeningen.add(naam)
    return `  ${naam}  ${bedrag} EUR`
  }
}

/** `pad` is onze eigen uitvoer voor hledger. */
export async function meetElders(pad: string): Promise<Eldersmeting[]> {
  const metingen = [await meet('hledger balance', 'hledger', ['-f', pad, 'balance', '--flat', '-I'])]
  await zetOm(pad, `${pad}.ledger`, naarLedger)
  metingen.push(await meet('ledger balance', 'ledger', ['-f', `${pad}.ledger`, 'balance', '--flat']))
  const rekeningen = new Set<string>()
  await zetOm(pad, `${pad}.deel`, naarBeancount(rekeningen))
  const open = [...rekeningen].map((naam) => `2000-01-01 open ${naam} EUR\n`).join('')
  await zetOm(`${pad}.deel`, `${pad}.beancount`, (tekst) => tekst, open)
  const vraag = 'select account, sum(position) group by account'
  metingen.push(await meet('beancount (bean-query)', 'bean-query', [`${pad}.beancount`, vraag]))
  return metingen
}

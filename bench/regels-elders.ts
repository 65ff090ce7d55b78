import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { kruissommen } from '#regels/kruiscontrole.ts'
import { maakProefrijen } from '#regels/proefrijen.ts'

/**
 * Dezelfde acht regels (W2: bijdrage van 2018 met het minimabeleid van 2023) in twee andere rekenprogramma's. Zij staan
 * niet bij de afhankelijkheden: alleen deze meting haalt ze op, met een eigen slotbestand, in een map buiten het project.
 */
const BRON = fileURLToPath(new URL('./elders/', import.meta.url))
const MAP = join(tmpdir(), 'omzien-bench-elders')
const GEVALLEN = { publicodes: 1000, 'json-rules-engine': 10_000 } as const
const P = {
  vast: [17.6, 17.6, 0, 17.6],
  drempel: [22_873, 17_474, 35_175, 24_128],
  deel: 0.125,
  bijtelling: 0.08,
  grens: [1476.64, 1643.38, 2109.48, 2231.89],
  regeling: [7, 8],
} as const

type Geval = {
  paar: boolean
  aow: number
  inkomen: number
  vermogen: number
  kosten: number
  rolstoel: boolean
  netto: number
  czm: boolean
}
type Som = { bijdrage: number; netto: number }

function gevallen(aantal: number): Geval[] {
  const r = maakProefrijen(aantal)
  return Array.from({ length: aantal }, (_, i) => ({
    paar: r.paar[i] === 1,
    aow: r.aow_gerechtigden[i] ?? 0,
    inkomen: r.inkomen[i] ?? 0,
    vermogen: r.vermogen[i] ?? 0,
    kosten: r.kosten_4_weken[i] ?? 0,
    rolstoel: r.rolstoel[i] === 1,
    netto: r.inkomen_netto_maand[i] ?? 0,
    czm: r.czm[i] === 1,
  }))
}

/** De soort voor de bijdrage en voor de norm: alleen, alleen met AOW, paar, paar met AOW. */
const perSoort = (aowVanaf: number, bedragen: readonly number[]) => ({
  variations: [
    { si: { 'toutes ces conditions': ['paar', `aow >= ${aowVanaf}`] }, alors: bedragen[3] },
    { si: 'paar', alors: bedragen[2] },
    { si: 'aow >= 1', alors: bedragen[1] },
    { sinon: bedragen[0] },
  ],
})
const PUBLICODES = {
  paar: { question: 'paar' },
  rolstoel: { question: 'rolstoel' },
  czm: { question: 'czm' },
  aow: { question: 'aow' },
  inkomen: { question: 'inkomen' },
  vermogen: { question: 'vermogen' },
  kosten: { question: 'kosten' },
  netto: { question: 'netto' },
  vast: perSoort(2, P.vast),
  drempel: perSoort(2, P.drempel),
  grens: perSoort(1, P.grens),
  bpi: { valeur: `inkomen + ${P.bijtelling} * vermogen` },
  boven: { 'le maximum de': ['0', 'bpi - drempel'] },
  maximum: { valeur: `vast + boven * ${P.deel} / 13` },
  bijdrage: {
    variations: [{ si: 'rolstoel', alors: 0 }, { sinon: { 'le minimum de': ['maximum', 'kosten'] } }],
  },
  regeling: {
    variations: [{ si: 'paar', alors: (P.regeling[1] * 12) / 13 }, { sinon: (P.regeling[0] * 12) / 13 }],
  },
  vergoeding: {
    variations: [
      { si: 'netto > grens', alors: 0 },
      { si: 'czm', alors: 'bijdrage' },
      { sinon: { 'le minimum de': ['bijdrage', 'regeling'] } },
    ],
  },
  over: { valeur: 'bijdrage - vergoeding' },
}

/** De twee modules hebben geen vormen bij ons; wij gebruiken alleen dit stukje ervan en toetsen dat bij het laden. */
const Publicodes = z.object({
  default: z.custom<
    new (
      regels: unknown,
      opties?: unknown,
    ) => {
      setSituation: (stand: Record<string, string | number>) => {
        evaluate: (regel: string) => { nodeValue?: unknown }
      }
    }
  >((een) => typeof een === 'function'),
})
type Almanak = { factValue: (naam: string) => Promise<number> }
const Regelmotor = z.object({
  Engine: z.custom<
    new () => {
      addRule: (regel: unknown) => void
      addFact: (naam: string, waarde: (params: unknown, almanak: Almanak) => unknown) => void
      run: (feiten: unknown) => Promise<{ events: { type: string }[]; almanac: Almanak }>
    }
  >((een) => typeof een === 'function'),
})

const jaNee = (waarde: boolean): string => (waarde ? 'oui' : 'non')
const getal = (waarde: unknown): number => (typeof waarde === 'number' ? waarde : Number.NaN)

async function metPublicodes(
  lijst: readonly Geval[],
  laad: (naam: string) => Promise<unknown>,
): Promise<Som> {
  const { default: Motor } = Publicodes.parse(await laad('publicodes'))
  const motor = new Motor(PUBLICODES, { logger: { log() {}, warn() {}, error() {} } })
  const som = { bijdrage: 0, netto: 0 }
  for (const { paar, rolstoel, czm, ...rest } of lijst) {
    const stand = motor.setSituation({
      paar: jaNee(paar),
      rolstoel: jaNee(rolstoel),
      czm: jaNee(czm),
      ...rest,
    })
    som.bijdrage += getal(stand.evaluate('bijdrage').nodeValue)
    som.netto += getal(stand.evaluate('over').nodeValue)
  }
  return som
}

/** Dit programma kent geen rekenwerk: voorwaarden staan in zijn regels, bedragen in functies van ons. */
async function metRegelmotor(
  lijst: readonly Geval[],
  laad: (naam: string) => Promise<unknown>,
): Promise<Som> {
  const { Engine } = Regelmotor.parse(await laad('json-rules-engine'))
  const motor = new Engine()
  const plek = (paar: number, aow: number, vanaf: number): number =>
    paar === 1 ? (aow >= vanaf ? 3 : 2) : aow >= 1 ? 1 : 0
  const feit = (naam: string, nodig: readonly string[], reken: (waarden: number[]) => number): void =>
    motor.addFact(naam, async (_, almanak) =>
      reken((await Promise.all(nodig.map((een) => almanak.factValue(een)))).map(Number)),
    )
  feit('grens', ['paar', 'aow'], ([paar = 0, aow = 0]) => P.grens[plek(paar, aow, 1)] ?? 0)
  feit(
    'bijdrage',
    ['paar', 'aow', 'inkomen', 'vermogen', 'kosten', 'rolstoel'],
    ([paar = 0, aow = 0, inkomen = 0, vermogen = 0, kosten = 0, rolstoel = 0]) => {
      const soort = plek(paar, aow, 2)
      const boven = Math.max(0, inkomen + P.bijtelling * vermogen - (P.drempel[soort] ?? 0))
      return rolstoel === 1 ? 0 : Math.min((P.vast[soort] ?? 0) + (boven * P.deel) / 13, kosten)
    },
  )
  const minima = { fact: 'netto', operator: 'lessThanInclusive', value: { fact: 'grens' } }
  for (const [type, waarde] of [
    ['czm', true],
    ['regeling', false],
  ] as const)
    motor.addRule({
      conditions: { all: [minima, { fact: 'czm', operator: 'equal', value: waarde }] },
      event: { type },
    })
  motor.addRule({
    conditions: { all: [{ fact: 'netto', operator: 'greaterThan', value: { fact: 'grens' } }] },
    event: { type: 'geen' },
  })
  const som = { bijdrage: 0, netto: 0 }
  for (const geval of lijst) {
    const { events, almanac } = await motor.run(geval)
    const bijdrage = await almanac.factValue('bijdrage')
    const [uitkomst] = events
    const meest = ((P.regeling[Number(geval.paar)] ?? 0) * 12) / 13
    const vergoeding =
      uitkomst?.type === 'czm' ? bijdrage : uitkomst?.type === 'regeling' ? Math.min(bijdrage, meest) : 0
    som.bijdrage += bijdrage
    som.netto += bijdrage - vergoeding
  }
  return som
}

/** Haalt de twee programma's op als ze er niet zijn; zonder netwerk zegt de meting dat. */
function haalOp(): boolean {
  if (existsSync(join(MAP, 'node_modules', 'publicodes'))) return true
  mkdirSync(MAP, { recursive: true })
  cpSync(BRON, MAP, { recursive: true })
  return spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: MAP, stdio: 'ignore' }).status === 0
}

export async function anderen(): Promise<void> {
  if (!haalOp()) {
    console.log('publicodes en json-rules-engine zijn niet op te halen (geen netwerk?) en zijn niet gemeten')
    return
  }
  const zoek = createRequire(join(MAP, 'package.json'))
  const laad = (naam: string): Promise<unknown> => import(pathToFileURL(zoek.resolve(naam)).href)
  for (const [naam, reken] of [
    ['publicodes', metPublicodes],
    ['json-rules-engine', metRegelmotor],
  ] as const) {
    const aantal = GEVALLEN[naam]
    const lijst = gevallen(aantal)
    await reken(lijst.slice(0, 50), laad)
    const begin = process.cpuUsage()
    const som = await reken(lijst, laad)
    const { user, system } = process.cpuUsage(begin)
    const ms = (user + system) / 1000
    const ons = kruissommen(aantal)
    const gelijk =
      Math.abs(som.netto - ons.som_netto) < 0.01 && Math.abs(som.bijdrage - ons.som_eigen_bijdrage) < 0.01
    console.log(
      `W2, ${aantal} rijen, ${naam}: ${ms.toFixed(0)} ms, ${Math.round((aantal / ms) * 1000)} rijen per seconde, ${((ms / aantal) * 1000).toFixed(0)} µs per geval; sommen ${gelijk ? 'gelijk aan de onze' : `ANDERS: ${JSON.stringify(som)} tegen ${JSON.stringify(ons)}`}`,
    )
  }
}

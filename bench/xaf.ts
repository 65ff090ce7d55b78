import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'

/**
 * Hoe snel wordt een auditfile gelezen, en met hoeveel geheugen? Een ander proces maakt het bestand en geeft het door
 * zonder het op schijf te zetten; dit proces leest, telt en gooit weg. Standaard 2 GB. Het geheugen is het hoogste dat
 * het systeem voor dit proces zag (RSS), met Node en al. Gebruik: `node --max-semi-space-size=2 --import tsx bench/xaf.ts`.
 */
const { values } = parseArgs({
  options: { regels: { type: 'string', default: '7200000' }, versie: { type: 'string', default: '4.0' } },
})
const maker = spawn(
  process.execPath,
  ['--import', 'tsx', 'bench/xaf-maak.ts', '--regels', values.regels, '--versie', values.versie],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
let bytes = 0
let regels = 0
let begin: number | undefined
let som = 0
const uitkomst = await leesXaf(
  maker.stdout,
  (regel) => {
    som += regel.bedragCent
  },
  {
    voortgang: (deel) => {
      // De maker telt eerst zijn totalen op; de klok begint bij de eerste bytes.
      begin ??= performance.now()
      bytes = deel.gelezen
      regels = deel.regels
    },
  },
)
const seconden = (performance.now() - (begin ?? 0)) / 1000
if (!uitkomst.ok) {
  console.error(uitkomst.reden.bevindingen.slice(0, 5))
  process.exit(1)
}
const { debetCent, creditCent } = uitkomst.waarde
console.table([
  {
    vorm: uitkomst.waarde.vorm,
    MB: Math.round(bytes / 1e6),
    regels,
    seconden: Number(seconden.toFixed(1)),
    'regels/s': Math.round(regels / seconden),
    'MB/s': Number((bytes / 1e6 / seconden).toFixed(1)),
    'hoogste geheugen (MB)': Math.round(process.resourceUsage().maxRSS / 1024),
    sluit: som === debetCent - creditCent,
  },
])

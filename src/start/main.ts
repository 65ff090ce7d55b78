import { systeemklok } from '#basis/datum.ts'
import { type Databank, openPglite, openPostgres } from '#basis/db.ts'
import { type Config, leesConfig } from '#start/config.ts'
import { migreerAlles } from '#start/migreer.ts'
import { GOED, ONBRUIKBAAR, type Opdrachtcontext } from '#start/opdrachten/opdracht.ts'
import { type Gekozen, gebruik, leesOpdracht } from '#start/opdrachten/opdrachten.ts'
import { boekRamingenBij } from '#start/ramingen.ts'
import { startServer } from '#start/server.ts'
import { bezet, type Doorgestuurd, type Slot, stuurDoor, type Uitvoerregel } from '#start/slot.ts'

/** Begin van elk proces: de server (`start`) en alle opdrachten. */
const zeg = (tekst: string): void => void process.stderr.write(`${tekst}\n`)

// Wie meeleest mag weggaan: een gesloten uitvoer is geen reden om te stoppen met het werk.
for (const stroom of [process.stdout, process.stderr]) stroom.on('error', () => undefined)

async function hoofd(argv: string[]): Promise<number> {
  const config = leesConfig(process.env)
  if (!config.ok) {
    zeg('Deze instellingen kloppen niet:')
    for (const fout of config.reden) zeg(`  ${fout}`)
    return ONBRUIKBAAR
  }
  if (argv.length === 0 || argv[0] === 'help' || argv.includes('--help')) {
    process.stdout.write(gebruik())
    return GOED
  }
  if (argv[0] === 'start') return start(config.waarde)
  const gekozen = leesOpdracht(argv)
  if (!gekozen.ok) {
    zeg(gekozen.reden)
    return ONBRUIKBAAR
  }
  return gekozen.waarde.opdracht.databank
    ? metDatabank(config.waarde, argv, gekozen.waarde)
    : voerUit(gekozen.waarde, contextVan(config.waarde, process.cwd(), schrijfHier, geenDatabank))
}

const schrijfHier = (regel: Uitvoerregel): void => {
  if ('uit' in regel) process.stdout.write(`${regel.uit}\n`)
  else if ('zeg' in regel) zeg(regel.zeg)
}

const geenDatabank = (): never => {
  throw new Error('deze opdracht heeft geen databank')
}

function contextVan(
  config: Config,
  map: string,
  schrijf: (regel: Uitvoerregel) => void,
  databank: () => Databank,
): Opdrachtcontext {
  return {
    config,
    klok: systeemklok,
    map,
    uit: (tekst) => schrijf({ uit: tekst }),
    zeg: (tekst) => schrijf({ zeg: tekst }),
    databank: async () => databank(),
  }
}

const voerUit = ({ opdracht, argumenten, opties }: Gekozen, context: Opdrachtcontext): Promise<number> =>
  opdracht.voerUit(context, argumenten, opties)

/** Een opdracht die een lopende server liet doorsturen. `start` kan daar niet bij zijn. */
function voerDoorgestuurdUit(
  config: Config,
  databank: Databank,
  { argv, map }: Doorgestuurd,
  schrijf: (regel: Uitvoerregel) => void,
): Promise<number> {
  const gekozen = leesOpdracht(argv)
  if (gekozen.ok)
    return voerUit(
      gekozen.waarde,
      contextVan(config, map, schrijf, () => databank),
    )
  schrijf({ zeg: gekozen.reden })
  return Promise.resolve(ONBRUIKBAAR)
}

const IN_GEBRUIK = 'De gegevensmap is in gebruik. Probeer het zo opnieuw; er is niets veranderd.'

async function metDatabank(config: Config, argv: string[], gekozen: Gekozen): Promise<number> {
  if (config.DATABASE_URL === undefined) {
    const doorgestuurd = await stuurDoor(config.gegevensmap, { argv, map: process.cwd() }, schrijfHier)
    if (doorgestuurd !== undefined) return doorgestuurd
  }
  const open = await openDatabank(config, async (_, __, schrijf) => {
    schrijf({ zeg: IN_GEBRUIK })
    return ONBRUIKBAAR
  })
  if (open === undefined) {
    zeg(IN_GEBRUIK)
    return ONBRUIKBAAR
  }
  try {
    return await voerUit(
      gekozen,
      contextVan(config, process.cwd(), schrijfHier, () => open.databank),
    )
  } finally {
    await open.sluit()
  }
}

type Doorstuurder = (
  databank: Databank,
  opdracht: Doorgestuurd,
  schrijf: (regel: Uitvoerregel) => void,
) => Promise<number>

/** Opent en migreert de databank; bij de ingebedde hoort het slot op de map. */
async function openDatabank(
  config: Config,
  doorsturen: Doorstuurder,
): Promise<{ databank: Databank; sluit: () => Promise<void> } | undefined> {
  let slot: Slot | undefined
  const wacht = Promise.withResolvers<Databank>()
  if (config.DATABASE_URL === undefined) {
    slot = await bezet(config.gegevensmap, async (opdracht, schrijf) =>
      doorsturen(await wacht.promise, opdracht, schrijf),
    )
    if (slot === undefined) return undefined
  }
  try {
    const databank = await (config.DATABASE_URL === undefined
      ? openPglite(`${config.gegevensmap}/postgres`)
      : openPostgres(config.DATABASE_URL))
    await migreerAlles(databank)
    await boekRamingenBij(databank, systeemklok)
    wacht.resolve(databank)
    return {
      databank,
      sluit: async () => {
        slot?.geefVrij()
        await databank.sluit()
      },
    }
  } catch (fout) {
    slot?.geefVrij()
    throw fout
  }
}

async function start(config: Config): Promise<number> {
  const open = await openDatabank(config, (databank, opdracht, schrijf) =>
    voerDoorgestuurdUit(config, databank, opdracht, schrijf),
  )
  if (open === undefined) {
    zeg(
      `Er draait al een Omzien met deze gegevensmap (${config.gegevensmap}). Stop die eerst, of kies een andere map met OMZIEN_GEGEVENS.`,
    )
    return ONBRUIKBAAR
  }
  try {
    await startServer(config, open.databank, zeg)
    return GOED
  } finally {
    await open.sluit()
  }
}

process.exitCode = await hoofd(process.argv.slice(2)).catch((fout: unknown) => {
  zeg(leesbareFout(fout))
  return ONBRUIKBAAR
})

/** Fouten van buiten krijgen een zin; van een fout van ons zelf is de herkomst juist nodig. */
function leesbareFout(fout: unknown): string {
  const code = (fout as NodeJS.ErrnoException | undefined)?.code
  if (code === 'EADDRINUSE')
    return `Poort ${process.env['PORT'] ?? 3000} is al in gebruik. Kies een andere met PORT.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'De databaseserver van DATABASE_URL antwoordt niet.'
  return fout instanceof Error ? (fout.stack ?? fout.message) : String(fout)
}

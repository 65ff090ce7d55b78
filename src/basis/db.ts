import {
  Kysely,
  sql as kyselySql,
  PGliteDialect,
  PostgresDialect,
  type RawBuilder,
  type Transaction,
} from 'kysely'
import pg from 'pg'
import type { z } from 'zod'

/**
 * De enige plek die weet dat er twee soorten PostgreSQL zijn: ingebed (PGlite, een map) en een server.
 * Daarboven bestaat alleen `Databank`, en elke opdracht loopt in een transactie met het schema en de rechten
 * van één gemeente. Een `date` komt terug als `JJJJ-MM-DD`, een `bigint` als veilig geheel getal (anders een
 * fout), `numeric` als tekst, `timestamptz` als Date: bij beide hetzelfde.
 */

export const sql = kyselySql

declare const leesmerk: unique symbol
declare const schrijfmerk: unique symbol
/** Een lopende transactie waarin gelezen mag worden. */
export type Lezer = Transaction<unknown> & { readonly [leesmerk]: true }
/** Een lopende transactie waarin ook geschreven mag worden; past overal waar een Lezer past. */
export type Tx = Lezer & { readonly [schrijfmerk]: true }

/** Toegang tot de gegevens van precies één gemeente, met alleen de rechten van die gemeente. */
export type GemeenteDb = {
  readonly schema: string
  lees<T>(werk: (lezer: Lezer) => Promise<T>): Promise<T>
  schrijf<T>(werk: (tx: Tx) => Promise<T>): Promise<T>
}

export type Databank = {
  readonly soort: 'pglite' | 'postgres'
  gemeente(schema: string): GemeenteDb
  /** Met de rechten van de eigenaar: alleen voor migraties en het gemeenteregister. */
  beheer<T>(werk: (tx: Tx) => Promise<T>): Promise<T>
  /** Hoort wat `meld` in een vastgelegde transactie zei, ook uit een ander proces. */
  luister(ontvang: (bericht: string) => void, bijVerbroken: () => void): Promise<void>
  sluit(): Promise<void>
}

export const rolVan = (schema: string): string => `omzien_${schema}`

const MELDKANAAL = 'omzien'

/** Meldt bij het vastleggen van deze transactie een bericht aan elk proces dat luistert. */
export async function meld(tx: Tx, bericht: string): Promise<void> {
  await sql`select pg_notify(${MELDKANAAL}, ${bericht})`.execute(tx)
}

const veiligGetal = (tekst: string): number => {
  const getal = Number(tekst)
  if (!Number.isSafeInteger(getal)) throw new RangeError(`bigint buiten het veilige bereik: ${tekst}`)
  return getal
}

const PARSERS: Record<number, (tekst: string) => unknown> = {
  [pg.types.builtins.INT8]: veiligGetal,
  [pg.types.builtins.DATE]: (tekst) => tekst,
  [pg.types.builtins.NUMERIC]: (tekst) => tekst,
}

const OPDRACHT_TIJDSLIMIET_MS = 15_000

type Grens = { schema: string; schrijft: boolean } | 'beheer'

async function stelGrens(tx: Transaction<unknown>, grens: Grens): Promise<void> {
  if (grens === 'beheer') return
  await sql`
    select set_config('search_path', ${grens.schema}, true),
           set_config('role', ${rolVan(grens.schema)}, true),
           set_config('statement_timeout', ${String(OPDRACHT_TIJDSLIMIET_MS)}, true),
           set_config('transaction_read_only', ${grens.schrijft ? 'off' : 'on'}, true)`.execute(tx)
}

/** Laat taken één voor één gaan: de ingebedde database heeft één verbinding en deelt haar niet vanzelf. */
function maakRij(): <T>(taak: () => Promise<T>) => Promise<T> {
  let vorige: Promise<unknown> = Promise.resolve()
  return (taak) => {
    const deze = vorige.then(taak, taak)
    vorige = deze.catch(() => undefined)
    return deze
  }
}

type Motor = Pick<Databank, 'soort' | 'luister' | 'sluit'> & {
  kysely: Kysely<unknown>
  inRij: <T>(taak: () => Promise<T>) => Promise<T>
}

const MEESTE_GEHEUGENS = 24
const geheugens = new WeakMap<object, Map<string, unknown>>()

/**
 * Wat dit proces van deze gemeente mag onthouden: alleen wat in de database nooit meer verandert. Wie in een transactie
 * leest die ook schrijft, krijgt niets: wat daar staat kan nog worden teruggedraaid.
 */
export const geheugenVan = (lezer: Lezer): Map<string, unknown> | undefined => geheugens.get(lezer)

function maakDatabank(motor: Motor): Databank {
  const { kysely, inRij } = motor
  const perSchema = new Map<string, Map<string, unknown>>()
  const geefGeheugen = (tx: object, grens: Grens): void => {
    if (grens === 'beheer' || grens.schrijft) return
    const geheugen = perSchema.get(grens.schema) ?? new Map<string, unknown>()
    perSchema.delete(grens.schema)
    perSchema.set(grens.schema, geheugen)
    const [langstOngebruikt] = perSchema.keys()
    if (perSchema.size > MEESTE_GEHEUGENS && langstOngebruikt !== undefined)
      perSchema.delete(langstOngebruikt)
    geheugens.set(tx, geheugen)
  }
  const transactie = <T>(grens: Grens, werk: (tx: Tx) => Promise<T>): Promise<T> =>
    inRij(() =>
      kysely.transaction().execute(async (tx) => {
        await stelGrens(tx, grens)
        geefGeheugen(tx, grens)
        return werk(tx as Tx)
      }),
    )
  return {
    soort: motor.soort,
    gemeente: (schema) => ({
      schema,
      lees: (werk) => transactie({ schema, schrijft: false }, werk),
      schrijf: (werk) => transactie({ schema, schrijft: true }, werk),
    }),
    beheer: (werk) => transactie('beheer', werk),
    luister: motor.luister,
    sluit: motor.sluit,
  }
}

/** Opent (of maakt) de ingebedde database in een map; `undefined` is alleen in het geheugen, voor tests. */
export async function openPglite(map: string | undefined): Promise<Databank> {
  // Pas hier laden: wie een server gebruikt, heeft de ingebedde database niet in zijn geheugen.
  const { PGlite } = await import('@electric-sql/pglite')
  // PGlite neemt uit zichzelf 128 MB buffers en slaat `fsync` over. Een plan past ruim in 16 MB, en wat bevestigd is,
  // moet ook een stroomstoring overleven.
  const startParams = [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...['-c', 'shared_buffers=16MB', '-c', 'fsync=on'],
  ]
  const opties = { parsers: PARSERS, relaxedDurability: false, startParams }
  const pglite = await (map === undefined ? PGlite.create(opties) : PGlite.create(map, opties))
  const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) })
  const inRij = maakRij()
  return maakDatabank({
    soort: 'pglite',
    kysely,
    inRij,
    luister: async (ontvang) => {
      await inRij(() => pglite.listen(MELDKANAAL, ontvang))
    },
    sluit: () => inRij(() => kysely.destroy()),
  })
}

/**
 * Wat dit werk bij alle gemeenten doet, is samen één transactie: na een stroomstoring ligt het er helemaal, of helemaal
 * niet. Alleen voor werk dat niets tegelijk doet bij verschillende gemeenten, zoals de voorbeelden laden.
 */
export function inEenTransactie<T>(databank: Databank, werk: (binnen: Databank) => Promise<T>): Promise<T> {
  return databank.beheer(async (tx) => {
    let huidig: string | undefined
    const als = async <U>(schema: string | undefined, taak: (tx: Tx) => Promise<U>): Promise<U> => {
      if (schema !== huidig || schema === undefined) {
        huidig = schema
        await (schema === undefined
          ? sql`select set_config('role', 'none', true), set_config('search_path', 'public', true)`.execute(
              tx,
            )
          : stelGrens(tx, { schema, schrijft: true }))
      }
      return taak(tx)
    }
    return werk({
      soort: databank.soort,
      gemeente: (schema) => ({
        schema,
        lees: (taak) => als(schema, taak),
        schrijf: (taak) => als(schema, taak),
      }),
      beheer: (taak) => als(undefined, taak),
      luister: databank.luister,
      sluit: async () => undefined,
    })
  })
}

const HERVERBIND_NA_MS = 1_000

/** Verbindt met een PostgreSQL-server (15 of nieuwer). `verbindingen` is de grootte van de pool. */
export async function openPostgres(url: string, verbindingen = 10): Promise<Databank> {
  const types = {
    getTypeParser: (oid: number, vorm?: 'text' | 'binary') =>
      PARSERS[oid] ??
      (pg.types.getTypeParser as (o: number, v?: string) => (tekst: string) => unknown)(oid, vorm),
  }
  const instellingen = {
    connectionString: url,
    types: types as pg.CustomTypesConfig,
    application_name: 'omzien',
  }
  const pool = new pg.Pool({ ...instellingen, max: verbindingen, connectionTimeoutMillis: 10_000 })
  // Een slapende verbinding die wegvalt (herstart van de server) is geen ongeluk: de pool maakt een nieuwe.
  pool.on('error', () => undefined)
  // Valt zij weg tussen twee vragen van een transactie, dan hoort de volgende vraag dat; niet het hele proces.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  await sql`select 1`.execute(kysely)
  let dicht = false
  let oor: pg.Client | undefined
  const luister: Databank['luister'] = async (ontvang, bijVerbroken) => {
    const client = new pg.Client(instellingen)
    let gevallen = false
    const herstel = (): void => {
      if (dicht || gevallen) return
      gevallen = true
      bijVerbroken()
      setTimeout(() => luister(ontvang, bijVerbroken).catch(herstel), HERVERBIND_NA_MS).unref()
    }
    client.on('error', herstel)
    client.on('end', herstel)
    client.on('notification', (melding) => ontvang(melding.payload ?? ''))
    await client.connect()
    await client.query(`listen ${MELDKANAAL}`)
    oor = client
  }
  return maakDatabank({
    soort: 'postgres',
    kysely,
    inRij: (taak) => taak(),
    luister,
    sluit: async () => {
      dicht = true
      await oor?.end()
      await kysely.destroy()
    },
  })
}

/** Dezelfde transactie, maar vóór elke opdracht gebeurt eerst iets: zo ziet wie leest altijd wat nog weggeschreven moest. */
export function vooraf(tx: Tx, eerst: () => Promise<void>): Tx {
  const doorgeefluik = <Doel extends object>(doel: Doel, anders: Partial<Doel>): Doel =>
    new Proxy(doel, {
      get(_, naam) {
        const eigen: unknown = Reflect.get(anders, naam)
        if (eigen !== undefined) return eigen
        const waarde: unknown = Reflect.get(doel, naam, doel)
        return typeof waarde === 'function' ? waarde.bind(doel) : waarde
      },
    })
  const uitvoerder = tx.getExecutor()
  const wachtend = doorgeefluik(uitvoerder, {
    executeQuery: async (opdracht, opties) => {
      await eerst()
      return uitvoerder.executeQuery(opdracht, opties)
    },
  })
  return doorgeefluik(tx, { getExecutor: () => wachtend })
}

/** Voert uit en leest elke rij terug door het schema. */
export async function findRows<Schema extends z.ZodType>(
  lezer: Lezer,
  schema: Schema,
  vraag: RawBuilder<unknown>,
): Promise<z.infer<Schema>[]> {
  const { rows } = await vraag.execute(lezer)
  return rows.map((rij) => schema.parse(rij))
}

/** De ene rij, of `undefined`; meer dan één rij is een fout in de vraag. */
export async function findRow<Schema extends z.ZodType>(
  lezer: Lezer,
  schema: Schema,
  vraag: RawBuilder<unknown>,
): Promise<z.infer<Schema> | undefined> {
  const rijen = await findRows(lezer, schema, vraag)
  if (rijen.length > 1) throw new Error(`één rij verwacht, ${rijen.length} gevonden`)
  return rijen[0]
}

/** Als `findRow`, maar de rij hoort er te zijn. */
export async function getRow<Schema extends z.ZodType>(
  lezer: Lezer,
  schema: Schema,
  vraag: RawBuilder<unknown>,
): Promise<z.infer<Schema>> {
  const rij = await findRow(lezer, schema, vraag)
  if (rij === undefined) throw new Error('rij verwacht, niets gevonden')
  return rij
}

/** Een waarde als jsonb-parameter; `jsonb_to_recordset` maakt er bij beide databases rijen van. */
export const json = (waarde: unknown): RawBuilder<unknown> => sql`${JSON.stringify(waarde)}::text::jsonb`

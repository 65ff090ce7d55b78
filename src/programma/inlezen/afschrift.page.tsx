import type { Context } from 'hono'
import { type Datum, toonDatum } from '#basis/datum.ts'
import { toonEuroCenten } from '#basis/geld.ts'
import { telwoord } from '#basis/tekst.ts'
import {
  type Bevestiging,
  type Bijschrijving,
  bevestigOntvangsten,
  findBevestigd,
  findOntvangstkenmerken,
  findVerwacht,
  leesAfschriftKlaar,
  legAfschriftKlaar,
  type Ontvangstkenmerk,
  ruimKlaarliggendeOp,
  sleutelVanBijschrijving,
  stelOntvangstVoor,
  type Verwacht,
  zetOntvangstkenmerken,
} from '#grootboek/deur.ts'
import { bijschrijvingenVan } from '#programma/inlezen/bijschrijvingen.ts'
import { Bevindingtabel } from '#programma/inlezen/verschil.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { foutAntwoord, leesFormulier, leesWaarden, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Formulier, type VeldFout } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { KeuzeVeld, TekstVeld, Vinkje } from '#ui/veld.tsx'

/** Een bankafschrift: welke bijschrijving is van welke bron. */

const WEG = { titel: 'Dit afschrift ligt niet meer klaar', zin: 'Lees het opnieuw in bij Inlezen.' }
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

const kruimelsVan = (van: Planbezoek) => [
  { tekst: 'Werk', href: van.pad('/werk') },
  { tekst: 'Inlezen', href: van.pad('/inlezen') },
]

/** Leest een afschrift en legt de bijschrijvingen klaar; af- en teruggeboekt geld doet niet mee. */
export async function leesAfschrift(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  bytes: Uint8Array,
): Promise<Response> {
  const { bezoek, kop } = van
  const kenmerken = await bezoek.db.lees((lezer) => findOntvangstkenmerken(lezer, kop.id))
  const zoek = kenmerken.flatMap(({ kenmerken: codes }) => codes)
  const gelezen = kamer.invoer.leesCamt(bytes, { zoek })
  if (!gelezen.ok)
    return c.html(
      <Planpagina van={van} titel="Dit afschrift is niet gelezen" kruimels={kruimelsVan(van)} fout>
        <Paginakop titel="Dit afschrift is niet gelezen" lead="Er is niets geboekt en niets bewaard." />
        <Bevindingtabel bevindingen={gelezen.reden.bevindingen} />
        <KnopLink href={van.pad('/inlezen')}>Ander bestand kiezen</KnopLink>
      </Planpagina>,
      400,
    )
  const id = await legAfschriftKlaar(bezoek, kop.id, bijschrijvingenVan(gelezen.waarde))
  return c.redirect(van.pad(`/inlezen/afschrift/${id}`), 303)
}

export function afschriftPagina(routes: Routes, kamer: Programmakamer): void {
  routes
    .get('invoer.inlezen', '/inlezen/afschrift/:id', async (c) => {
      const gevonden = await vind(c, kamer)
      return gevonden instanceof Response ? gevonden : c.html(<Afschriftpagina {...gevonden} />)
    })
    .post('invoer.inlezen', '/inlezen/afschrift/:id', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      const { van, rijen, id } = gevonden
      const velden = await leesFormulier(c)
      const gekozen = (await leesWaarden(c, 'kies')).flatMap((nummer): Bevestiging[] => {
        const rij = rijen[Number(nummer)]
        const bron = velden[`bron.${nummer}`] ?? ''
        return rij === undefined
          ? []
          : [{ bijschrijving: rij.bijschrijving, bron, jaar: Number(velden[`jaar.${nummer}`]) }]
      })
      const vreemd = gekozen.some(({ bron }) => van.beeld.bron.get(bron) === undefined)
      const uitkomst = vreemd
        ? ({ ok: false, reden: { code: 'invoer_onjuist' } } as const)
        : await bevestigOntvangsten(kamer.boekhouder, van.bezoek, van.kop.id, gekozen)
      if (!uitkomst.ok) {
        const opnieuw = await vind(c, kamer)
        if (opnieuw instanceof Response) return opnieuw
        const zin =
          ONTVANGSTZIN[uitkomst.reden.code as keyof typeof ONTVANGSTZIN] ?? ONTVANGSTZIN.invoer_onjuist
        return c.html(<Afschriftpagina {...opnieuw} fout={{ veld: 'kies', tekst: zin }} />, 409)
      }
      const { db, klok } = van.bezoek
      if (rijen.filter(({ boeking }) => boeking === undefined).length === gekozen.length)
        await db.schrijf((tx) => ruimKlaarliggendeOp(tx, id, klok.nu()))
      return c.redirect(van.pad('/boekingen'), 303)
    })
    .get('koppeling.beheren', '/inlezen/kenmerken', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const nu = await van.bezoek.db.lees((lezer) => findOntvangstkenmerken(lezer, van.kop.id))
      return c.html(<Kenmerkenpagina van={van} nu={nu} fouten={[]} />)
    })
    .post('koppeling.beheren', '/inlezen/kenmerken', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const velden = await leesFormulier(c)
      const nu = await van.bezoek.db.lees((lezer) => findOntvangstkenmerken(lezer, van.kop.id))
      const straks = van.beeld.plan.bronnen.map(({ id }) => ({
        programma: van.kop.id,
        bron: id,
        kenmerken: (velden[`kenmerk.${id}`] ?? '')
          .split(/[,;\n]/u)
          .map((deel) => deel.trim())
          .filter((deel) => deel !== ''),
      }))
      const fouten = straks.flatMap(({ bron, kenmerken }): VeldFout[] =>
        kenmerken.every((een) => een.length <= 40 && kamer.invoer.isZoekbaar(een))
          ? []
          : [{ veld: `kenmerk.${bron}`, tekst: KENMERKFOUT }],
      )
      if (fouten.length > 0) return c.html(<Kenmerkenpagina van={van} nu={straks} fouten={fouten} />, 400)
      for (const een of straks) {
        const was = nu.find(({ bron }) => bron === een.bron)?.kenmerken ?? []
        if (was.join() !== een.kenmerken.join()) await zetOntvangstkenmerken(van.bezoek, een)
      }
      return c.redirect(van.pad('/inlezen'), 303)
    })
}

const KENMERKFOUT =
  'Een kenmerk heeft minstens vijf tekens en een cijfer, zoals 2026-0012345. Een naam of een burgerservicenummer kan niet.'

const ONTVANGSTZIN = {
  niets_gekozen: 'Vink eerst aan welke bijschrijvingen u bevestigt.',
  al_bevestigd: 'Een van deze bijschrijvingen is al bevestigd. Er is niets geboekt.',
  invoer_onjuist: 'Kies bij elke bijschrijving een bron en een jaar.',
  mag_niet: 'U mag geen ontvangsten bevestigen.',
} as const

type Rij = {
  bijschrijving: Bijschrijving
  boeking: number | undefined
  voorstel: ReturnType<typeof stelOntvangstVoor>
}
type Scherm = { van: Planbezoek; id: string; rijen: readonly Rij[]; verwacht: readonly Verwacht[] }

async function vind(c: Context<Omgeving>, kamer: Programmakamer): Promise<Scherm | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const id = c.req.param('id') ?? ''
  const programma = van.kop.id
  const gelezen = await van.bezoek.db.lees(async (lezer) => {
    const klaar = UUID.test(id) ? await leesAfschriftKlaar(lezer, id) : undefined
    if (klaar?.programma !== programma) return undefined
    const { bijschrijvingen } = klaar
    const verwacht = await findVerwacht(lezer, programma)
    const kenmerken = await findOntvangstkenmerken(lezer, programma)
    const bevestigd = await findBevestigd(lezer, bijschrijvingen.map(sleutelVanBijschrijving))
    const rijen = bijschrijvingen.map((bijschrijving) => ({
      bijschrijving,
      boeking: bevestigd.get(sleutelVanBijschrijving(bijschrijving)),
      voorstel: stelOntvangstVoor(bijschrijving, verwacht, kenmerken),
    }))
    return { rijen, verwacht }
  })
  return gelezen === undefined ? foutAntwoord(c, 'niet_gevonden', WEG) : { van, id, ...gelezen }
}

function Afschriftpagina(props: Scherm & { fout?: VeldFout }) {
  const { van, id, rijen, fout } = props
  const open = rijen.flatMap((rij, nummer) => (rij.boeking === undefined ? [{ rij, nummer }] : []))
  const klaar = rijen.length - open.length
  // Waar een voorstel bij is, staat bovenaan; de rest is meestal van iemand anders.
  const opVoorstel = open.toSorted(
    (a, b) => Number(b.rij.voorstel !== undefined) - Number(a.rij.voorstel !== undefined),
  )
  return (
    <Planpagina
      van={van}
      titel="Ontvangsten bevestigen"
      kruimels={kruimelsVan(van)}
      fout={fout !== undefined}
    >
      <Paginakop
        titel="Ontvangsten bevestigen"
        lead="Welke bijschrijving is van welke bron? Wat u bevestigt, boeken wij als ontvangst. Staat een ontvangst al in de auditfile? Bevestig haar hier dan niet nog eens."
      />
      {klaar > 0 && (
        <Alinea>{telwoord(klaar, 'bijschrijving was', 'bijschrijvingen waren')} al bevestigd.</Alinea>
      )}
      <Alinea klein>
        Wij herkennen een bijschrijving aan een kenmerk, zoals het nummer van de beschikking.{' '}
        <Link href={van.pad('/inlezen/kenmerken')}>Kenmerken per bron</Link>
      </Alinea>
      {open.length === 0 ? (
        <LegeStaat titel="Er is niets meer te bevestigen">Lees een volgend afschrift in.</LegeStaat>
      ) : (
        <Formulier
          actie={van.pad(`/inlezen/afschrift/${id}`)}
          naam="Ontvangsten bevestigen"
          fouten={fout === undefined ? [] : [fout]}
        >
          <div id="veld-kies" tabindex={-1}>
            {opVoorstel.slice(0, MEESTE).map(({ rij, nummer }) => (
              <Ontvangstrij {...props} rij={rij} nummer={nummer} />
            ))}
          </div>
          <Knoppen>
            <Knop>Bevestig wat is aangevinkt</Knop>
          </Knoppen>
        </Formulier>
      )}
    </Planpagina>
  )
}

const MEESTE = 100

const REDEN = { kenmerk: 'het kenmerk staat erin', bedrag: 'precies dit bedrag wordt nog verwacht' } as const

function Ontvangstrij(props: Scherm & { rij: Rij; nummer: number }) {
  const { van, rij, nummer, verwacht } = props
  const { bijschrijving, voorstel } = rij
  const jaar = Number(bijschrijving.datum.slice(0, 4))
  const jaren = [...new Set([...verwacht.map((een) => een.jaar), jaar - 1, jaar, jaar + 1])].toSorted()
  const naam = `${toonDatum(bijschrijving.datum as Datum)}: ${toonEuroCenten(bijschrijving.bedragCent)}`
  return (
    <fieldset class="oz-veldgroep">
      <legend>{naam}</legend>
      {voorstel !== undefined && <p class="oz-klein oz-stil">Voorstel: {REDEN[voorstel.reden]}.</p>}
      <div class="oz-veldgroep__naast">
        <Vinkje
          naam="kies"
          id={`kies-${nummer}`}
          waarde={String(nummer)}
          label="Bevestig"
          aan={voorstel?.reden === 'kenmerk' && voorstel.nogVerwacht}
        />
        <KeuzeVeld
          naam={`bron.${nummer}`}
          label="Van bron"
          leeg="Kies"
          waarde={voorstel?.bron}
          keuzes={van.beeld.plan.bronnen.map((bron) => ({ waarde: bron.id, tekst: bron.naam }))}
        />
        <KeuzeVeld
          naam={`jaar.${nummer}`}
          label="Voor jaar"
          waarde={String(voorstel?.jaar ?? jaar)}
          keuzes={jaren.map((een) => ({ waarde: String(een), tekst: String(een) }))}
        />
      </div>
    </fieldset>
  )
}

function Kenmerkenpagina(props: {
  van: Planbezoek
  nu: readonly Ontvangstkenmerk[]
  fouten: readonly VeldFout[]
}) {
  const { van, nu, fouten } = props
  return (
    <Planpagina van={van} titel="Kenmerken per bron" kruimels={kruimelsVan(van)} fout={fouten.length > 0}>
      <Paginakop
        titel="Kenmerken per bron"
        lead="Waaraan herkennen wij een bijschrijving van deze bron? Vul het nummer van de beschikking in, meer dan één met een komma ertussen."
      />
      <Formulier actie={van.pad('/inlezen/kenmerken')} naam="Kenmerken per bron" fouten={fouten}>
        {van.beeld.plan.bronnen.map(({ id, naam }) => (
          <TekstVeld
            naam={`kenmerk.${id}`}
            label={naam}
            waarde={nu.find(({ bron }) => bron === id)?.kenmerken.join(', ')}
            fout={fouten.find(({ veld }) => veld === `kenmerk.${id}`)?.tekst}
            maxLengte={500}
          />
        ))}
        <Knoppen>
          <Knop>Bewaar</Knop>
        </Knoppen>
      </Formulier>
    </Planpagina>
  )
}

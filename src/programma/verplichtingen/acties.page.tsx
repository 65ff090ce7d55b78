import type { Context } from 'hono'
import { jaarVan } from '#basis/datum.ts'
import { type Centen, centen, toonEuroCenten } from '#basis/geld.ts'
import type { Uitkomst } from '#basis/uitkomst.ts'
import {
  boekFactuur,
  type Deelstand,
  deelstanden,
  findLevenVan,
  findVerplichtingkop,
  isAfgesloten,
  laatVerplichtingVrijvallen,
  Naam,
  voegMeerwerkToe,
} from '#grootboek/deur.ts'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import { maakPad, type Planbezoek, type Programmakamer } from '#programma/planbezoek.tsx'
import { type Boekvorm, meldBoekschermAan } from '#programma/verplichtingen/boekscherm.tsx'
import { Boeklezer, dagWaarde, looptijdVan } from '#programma/verplichtingen/invoer.ts'
import {
  Bedragveld,
  Betalingvelden,
  Dagveld,
  Jaarbedragen,
  Jaarveld,
  Regelveld,
  Tekstveld,
  type Veldprops,
} from '#programma/verplichtingen/velden.tsx'
import { alsGemeld } from '#programma/verplichtingen/zinnen.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { foutVan } from '#ui/formulier.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'

/** Wat er met een verplichting kan gebeuren: een factuur of creditnota, meerwerk, vrijval en afsluiten. */
export function verplichtingactiesPagina(routes: Routes, kamer: Programmakamer): void {
  meldBoekschermAan(routes, kamer, 'boeking.boeken', '/verplichtingen/:id/factuur', FACTUUR)
  meldBoekschermAan(routes, kamer, 'verplichting.aangaan', '/verplichtingen/:id/meerwerk', MEERWERK)
  meldBoekschermAan(routes, kamer, 'verplichting.aangaan', '/verplichtingen/:id/vrijval', VRIJVAL)
  meldBoekschermAan(routes, kamer, 'verplichting.aangaan', '/verplichtingen/:id/einde', EINDE)
}

type Ding = {
  id: string
  onderdeel: string | null
  standen: Deelstand[]
  afgesloten: boolean
  openCent: Centen
}

async function laad(c: Context<Omgeving>, van: Planbezoek): Promise<Ding | undefined> {
  const gelezen = Naam.safeParse(c.req.param('id'))
  if (!gelezen.success) return undefined
  const id = gelezen.data
  return van.bezoek.db.lees(async (lezer) => {
    const standen = deelstanden(await findLevenVan(lezer, van.kop.id, id), id)
    const eerste = standen[0]
    if (eerste === undefined) return undefined
    const kop = await findVerplichtingkop(lezer, id)
    return {
      id,
      onderdeel: kop === undefined ? eerste.budget.onderdeel : kop.onderdeel,
      standen,
      afgesloten: await isAfgesloten(lezer, id),
      openCent: centen(standen.reduce((som, { openCent }) => som + openCent, 0)),
    }
  })
}

const GEDEELD = {
  laad,
  kruimels: (van: Planbezoek, { id }: Ding) => [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Verplichtingen', href: van.pad('/verplichtingen') },
    { tekst: id, href: van.pad(`/verplichtingen/${id}`) },
  ],
  lead: ({ onderdeel, openCent }: Ding, van: Planbezoek) =>
    `${onderdeelnaam(van.beeld.plan)(onderdeel)}. Er staat ${toonEuroCenten(openCent)} open.`,
  Vooraf: ({ van, ding }: { van: Planbezoek; ding: Ding }) => (
    <Feiten
      feiten={ding.standen.map(({ budget, openCent }) => ({
        label: `Open in ${budget.jaar}`,
        waarde: toonEuroCenten(openCent),
        bij: bronnaam(van.beeld.plan)(budget.bron),
      }))}
    />
  ),
}

const AFGESLOTEN = 'Deze verplichting is afgesloten. Er kan niets meer bij of af.'

const klaar = (van: Planbezoek, { id }: Ding, gedaan: string, gemeld = ''): Uitkomst<string, never> => ({
  ok: true,
  waarde: maakPad(van.kop, undefined)(`/verplichtingen/${id}`, { gedaan, gemeld }),
})

const looptijd = (van: Planbezoek, { onderdeel }: Ding) =>
  looptijdVan(onderdeel === null ? undefined : van.beeld.onderdeel.get(onderdeel))

/** Het jaar waarin nu iets openstaat; anders dit jaar. */
const eersteJaar = (van: Planbezoek, { standen }: Ding): string =>
  String(
    standen.find(({ openCent }) => openCent > 0)?.budget.jaar ??
      standen[0]?.budget.jaar ??
      jaarVan(van.vandaag),
  )

const FACTUUR: Boekvorm<Ding> = {
  ...GEDEELD,
  titel: ({ id }) => `Factuur op ${id}`,
  knop: () => 'Factuur boeken',
  begin: (van, ding) => ({ geldigOp: dagWaarde(van.vandaag), jaar: eersteJaar(van, ding) }),
  Velden: (props) => (
    <>
      <Regelveld
        {...props}
        naam="factuur"
        label="Factuurnummer"
        uitleg="Zoals het op de factuur staat, zonder naam van een persoon."
      />
      <Dagveld {...props} label="Dag van de factuur" />
      <Bedragveld
        {...props}
        label="Bedrag (€)"
        uitleg="Is het een creditnota, zet dan een min voor het bedrag."
      />
      <Jaarveld {...props} />
      <KeuzeVeld
        naam="bron"
        label="Waaruit betaald"
        leeg="Naar wat er per bron openstaat"
        keuzes={[
          ...props.van.beeld.plan.bronnen.map(({ id, naam }) => ({ waarde: id as string, tekst: naam })),
          { waarde: '-', tekst: 'Nog te verdelen over de bronnen' },
        ]}
        waarde={props.waarden['bron']}
        fout={foutVan(props.fouten, 'bron')}
      />
      <Tekstveld {...props} naam="tekst" label="Toelichting" verplicht={false} />
    </>
  ),
  bewaar: async (kamer, van, ding, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const bron = lezer.tekst('bron')
    if (bron !== '' && bron !== '-') lezer.bron('bron')
    const factuur = lezer.tekst('factuur')
    if (factuur === '') lezer.meld('factuur', 'Vul het factuurnummer in.')
    const gelezen = {
      programma: van.kop.id as string,
      verplichting: ding.id,
      factuur,
      geldigOp: lezer.dag('geldigOp', van.vandaag),
      jaar: lezer.jaar('jaar'),
      bedragCent: lezer.bedrag('bedrag'),
      bron: bron === '' ? undefined : bron === '-' ? null : bron,
      tekst: lezer.vrij('tekst', 'de toelichting'),
      looptijd: looptijd(van, ding),
      uitwijkNaar: lezer.uitwijk(),
      verzoek,
    }
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const uitkomst = await boekFactuur(kamer.boekhouder, van.bezoek, gelezen)
    return uitkomst.ok ? klaar(van, ding, 'factuur', alsGemeld(uitkomst.waarde.waarschuwingen)) : uitkomst
  },
}

const MEERWERK: Boekvorm<Ding> = {
  ...GEDEELD,
  titel: ({ id }) => `Meerwerk op ${id}`,
  knop: () => 'Meerwerk boeken',
  dicht: ({ afgesloten }) => (afgesloten ? AFGESLOTEN : undefined),
  begin: (van, ding) => ({ geldigOp: dagWaarde(van.vandaag), 'jaar.R1': eersteJaar(van, ding) }),
  Velden: (props) => (
    <>
      <Tekstveld {...props} naam="omschrijving" label="Waarom meer" />
      <Dagveld {...props} label="Dag van de afspraak" />
      <Jaarbedragen {...props} />
      <Betalingvelden {...props} />
    </>
  ),
  bewaar: async (kamer, van, ding, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const omschrijving = lezer.zin('omschrijving', 'waarom het meer wordt')
    const gelezen = {
      verplichting: ding.id,
      geldigOp: lezer.dag('geldigOp', van.vandaag),
      jaren: lezer.jaarbedragen(),
      betaling: lezer.betaling(),
      looptijd: looptijd(van, ding),
      uitwijkNaar: lezer.uitwijk(),
    }
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const opties = { omschrijving, verzoek }
    const uitkomst = await voegMeerwerkToe(kamer.boekhouder, van.bezoek, van.kop.id, gelezen, opties)
    if (!uitkomst.ok) return uitkomst
    const gemeld = alsGemeld(uitkomst.waarde.waarschuwingen)
    const { voorstel } = uitkomst.waarde
    if (voorstel === null) return klaar(van, ding, 'meerwerk', gemeld)
    return { ok: true, waarde: maakPad(van.kop, undefined)('/verplichtingen', { voorstel, gemeld }) }
  },
}

const deelnaam = ({ budget }: Deelstand): string => `${budget.jaar}.${budget.bron ?? ''}`

const VRIJVAL: Boekvorm<Ding> = {
  ...GEDEELD,
  Vooraf: () => null,
  titel: ({ id }) => `Laten vrijvallen op ${id}`,
  knop: () => 'Laten vrijvallen',
  dicht: ({ openCent }) =>
    openCent === 0 ? 'Er staat niets meer open. Er kan niets vrijvallen.' : undefined,
  begin: (van) => ({ geldigOp: dagWaarde(van.vandaag) }),
  Velden: (props: Veldprops & { ding: Ding }) => (
    <>
      {props.ding.standen
        .filter(({ openCent }) => openCent > 0)
        .map((stand) => (
          <Regelveld
            {...props}
            naam={`vrij.${deelnaam(stand)}`}
            label={`Valt vrij in ${stand.budget.jaar}, ${bronnaam(props.van.beeld.plan)(stand.budget.bron)} (€)`}
            uitleg={`Er staat ${toonEuroCenten(stand.openCent)} open.`}
            verplicht={false}
          />
        ))}
      <Dagveld {...props} label="Dag" />
      <Tekstveld {...props} naam="reden" label="Waarom" />
    </>
  ),
  bewaar: async (kamer, van, ding, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const delen = ding.standen.flatMap((stand) => {
      const naam = `vrij.${deelnaam(stand)}`
      if (lezer.tekst(naam) === '') return []
      const { jaar, bron } = stand.budget
      return [{ jaar, bron, bedragCent: lezer.bedrag(naam) }]
    })
    const eerste = ding.standen.find(({ openCent }) => openCent > 0)
    if (delen.length === 0 && eerste !== undefined)
      lezer.meld(`vrij.${deelnaam(eerste)}`, 'Vul minstens één bedrag in.')
    const gelezen = {
      programma: van.kop.id as string,
      verplichting: ding.id,
      geldigOp: lezer.dag('geldigOp', van.vandaag),
      delen,
      reden: lezer.zin('reden', 'waarom dit vrijvalt'),
      uitwijkNaar: lezer.uitwijk(),
      verzoek,
    }
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const uitkomst = await laatVerplichtingVrijvallen(kamer.boekhouder, van.bezoek, gelezen)
    return uitkomst.ok ? klaar(van, ding, 'vrijval') : uitkomst
  },
}

const EINDE: Boekvorm<Ding> = {
  ...GEDEELD,
  titel: ({ id }) => `${id} afsluiten`,
  lead: ({ openCent }) =>
    openCent === 0
      ? 'Er staat niets meer open. Na het afsluiten kan er niets meer bij.'
      : `Na het afsluiten kan er niets meer bij. De ${toonEuroCenten(openCent)} die nog openstaat, valt vrij.`,
  knop: () => 'Verplichting afsluiten',
  dicht: ({ afgesloten }) => (afgesloten ? AFGESLOTEN : undefined),
  begin: (van) => ({ geldigOp: dagWaarde(van.vandaag) }),
  Velden: (props) => (
    <>
      <Dagveld {...props} label="Dag" />
      <Tekstveld {...props} naam="reden" label="Waarom" verplicht={props.ding.openCent !== 0} />
    </>
  ),
  bewaar: async (kamer, van, ding, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const gelezen = {
      programma: van.kop.id as string,
      verplichting: ding.id,
      geldigOp: lezer.dag('geldigOp', van.vandaag),
      reden:
        ding.openCent === 0 ? lezer.vrij('reden', 'de reden') : lezer.zin('reden', 'waarom de rest vrijvalt'),
      afsluiten: true,
      uitwijkNaar: lezer.uitwijk(),
      verzoek,
    }
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const uitkomst = await laatVerplichtingVrijvallen(kamer.boekhouder, van.bezoek, gelezen)
    return uitkomst.ok ? klaar(van, ding, 'einde') : uitkomst
  },
}

import type { Context } from 'hono'
import { leesBesluit } from '#programma/besluiten/invoer.ts'
import { Besluitvelden } from '#programma/besluiten/velden.tsx'
import { type Planweigering, stelVast } from '#programma/plan.flow.ts'
import { type Besluit, findBesluiten } from '#programma/plan.store.ts'
import {
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import type { Planversie } from '#programma/planboek.ts'
import { samenvatting } from '#programma/plancontrole/plancontrole.ts'
import { stukkenVan } from '#programma/stukken.ts'
import { verschilVan } from '#programma/verschil.ts'
import { bevindingenAnders, leesVersienummer, toonBesluit } from '#programma/versies/versies.ts'
import { Bevindingenanders, Wijzigingenlijst } from '#programma/versies/wijzigingen.tsx'
import { WEIGERING, weigerstatus } from '#programma/wijzigen/teksten.ts'
import type { VeldFout, Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes } from '#toegang/deur.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Melding } from '#ui/melding.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Een concept vastgesteld verklaren, met in beeld wat dat verandert. */
export function vaststellenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.vaststellen', '/vaststellen', async (c) => {
    const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
    return van instanceof Response ? van : toon(c, kamer, van, { waarden: {}, fouten: [] })
  })
  routes.post('plan.vaststellen', '/vaststellen', async (c) => {
    const van = await leesPlanbezoek(c, kamer, { nieuwste: true })
    if (van instanceof Response) return van
    const { versie: versietekst, ...waarden } = await leesFormulier(c)
    const gekozen = waarden['besluit'] ?? ''
    const besluit =
      gekozen === ''
        ? leesBesluit(waarden, van.vandaag)
        : { ok: true as const, waarde: { bestaand: gekozen } }
    if (!besluit.ok) return toon(c, kamer, van, { waarden, fouten: besluit.reden }, 400)
    const versie = leesVersienummer(versietekst)
    const uitkomst = await stelVast(kamer.boekhouder, van.bezoek, van.kop.id, versie, besluit.waarde)
    kamer.planboek.vergeet(van.bezoek.db.schema)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/versies/${versie}`), 303)
    if (uitkomst.reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const nu = await leesPlanbezoek(c, kamer, { nieuwste: true })
    if (nu instanceof Response) return nu
    const status = weigerstatus(uitkomst.reden.code)
    return toon(c, kamer, nu, { waarden, fouten: [], weigering: uitkomst.reden }, status)
  })
}

type Invoer = { waarden: Waarden; fouten: readonly VeldFout[]; weigering?: Planweigering }

async function toon(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  van: Planbezoek,
  invoer: Invoer,
  status: 200 | 400 | 403 | 404 | 409 = 200,
): Promise<Response> {
  const { db } = van.bezoek
  const geldend = van.kop.vastgesteldeVersie
  const voor = geldend === null ? undefined : await kamer.planboek.lees(db, van.kop.id, geldend)
  const besluiten = await db.lees(findBesluiten)
  const klaar = geldend === van.versie.versie
  const naar = maakPad(van.kop, undefined)
  const kruimels = [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Plan bijhouden', href: naar('/wijzigen') },
  ]
  return c.html(
    <Planpagina van={van} titel="Vaststellen" kruimels={kruimels} fout={status !== 200}>
      <Paginakop
        titel="Vaststellen"
        lead="Met een besluit wordt het concept de versie die iedereen ziet en die telt."
      />
      {invoer.weigering !== undefined && (
        <Melding soort="fout" titel="Niet vastgesteld" antwoord>
          {WEIGERING[invoer.weigering.code]}
        </Melding>
      )}
      {klaar ? (
        <LegeStaat
          titel="De nieuwste versie is al vastgesteld"
          actie={<KnopLink href={naar('/wijzigen')}>Plan bijhouden</KnopLink>}
        >
          Zodra iemand het plan wijzigt, staat hier het concept om vast te stellen.
        </LegeStaat>
      ) : (
        <>
          <Samenvatting van={van} voor={voor} />
          <Vaststelformulier versie={van.versie.versie} besluiten={besluiten} invoer={invoer} />
        </>
      )}
    </Planpagina>,
    status,
  )
}

function Samenvatting(props: { van: Planbezoek; voor: Planversie | undefined }) {
  const { van, voor } = props
  const na = van.versie
  const tel = samenvatting(na.bevindingen())
  const eerst = voor === undefined ? undefined : samenvatting(voor.bevindingen())
  const bij = (aantal: number | undefined) => (aantal === undefined ? undefined : `nu geldend: ${aantal}`)
  return (
    <>
      <Feiten
        feiten={[
          {
            label: 'Vast te stellen',
            waarde: `Versie ${na.versie}`,
            bij: voor === undefined ? 'nog niets vastgesteld' : `nu geldt versie ${voor.versie}`,
          },
          { label: 'Fout', waarde: tel.fout, bij: bij(eerst?.fout) },
          { label: 'Waarschijnlijk fout', waarde: tel.waarschijnlijk, bij: bij(eerst?.waarschijnlijk) },
          { label: 'Aandacht', waarde: tel.aandacht, bij: bij(eerst?.aandacht) },
        ]}
      />
      {voor !== undefined && (
        <>
          <Bevindingenanders verschil={bevindingenAnders(voor.bevindingen(), na.bevindingen())} />
          <Sectie kop="Wat er verandert">
            <Wijzigingenlijst
              wijzigingen={verschilVan(stukkenVan(voor.beeld.plan), stukkenVan(na.beeld.plan))}
              naar={van.pad}
              niveau={3}
            />
          </Sectie>
        </>
      )}
    </>
  )
}

function Vaststelformulier(props: { versie: number; besluiten: readonly Besluit[]; invoer: Invoer }) {
  const { waarden, fouten } = props.invoer
  const bekend = props.besluiten.map((besluit) => ({
    waarde: besluit.id,
    tekst: `${besluit.onderwerp} (${toonBesluit(besluit)})`,
  }))
  return (
    <Sectie
      kop="Het besluit"
      onder="Kies een besluit uit het register, of vul een nieuw besluit in. Vaststellen kan niet ongedaan worden gemaakt; een volgende versie kan wel weer anders zijn."
    >
      <Formulier naam="Vaststellen" verborgen={{ versie: String(props.versie) }} fouten={fouten}>
        {bekend.length > 0 && (
          <KeuzeVeld
            naam="besluit"
            label="Besluit uit het register"
            leeg="Nieuw besluit, hieronder ingevuld"
            keuzes={bekend}
            waarde={waarden['besluit']}
            fout={foutVan(fouten, 'besluit')}
          />
        )}
        <Meer kop="Nieuw besluit" open>
          <Besluitvelden waarden={waarden} fouten={fouten} />
        </Meer>
        <Knoppen>
          <Knop>Versie {props.versie} vaststellen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

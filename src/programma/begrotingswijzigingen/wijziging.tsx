import { dagVan, toonDatum } from '#basis/datum.ts'
import { type Centen, toonEuro } from '#basis/geld.ts'
import { hoofdletter, opsomming } from '#basis/tekst.ts'
import { type Rekening, ruimte, type Wijzigingsregel } from '#grootboek/deur.ts'
import { jarenVan, wijzigingnaam } from '#programma/begrotingswijzigingen/begrotingswijzigingen.page.tsx'
import {
  type Begrotingswijziging,
  besluitVan,
  kanNaar,
  lagerOrgaan,
  type Opvallend,
  opvallend,
  STANDWOORD,
  standVan,
  tekorten,
  type Wijzigingstap,
} from '#programma/begrotingswijzigingen/begrotingswijzigingen.ts'
import { BESLISSERNAAM, ORGAANREDEN, omvang } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { alsBoekregels } from '#programma/begrotingswijzigingen/boekregels.ts'
import { Stapacties } from '#programma/begrotingswijzigingen/stapacties.tsx'
import type { Stapinvoer } from '#programma/begrotingswijzigingen/wijziging.page.tsx'
import { Waarop } from '#programma/besluiten/waarop.tsx'
import { bronnaam, onderdeelnaam } from '#programma/namen.ts'
import type { Besluit } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { toonBesluit } from '#programma/versies/versies.ts'
import { Bedrag } from '#ui/bedrag.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Hoe één begrotingswijziging eruitziet. */

type Saldo = (rekening: Rekening) => Centen

export function Wijzigingspagina(props: {
  van: Planbezoek
  wijziging: Begrotingswijziging
  besluiten: readonly Besluit[]
  saldo: Saldo
  invoer: Stapinvoer
  melding: string | undefined
}) {
  const { van, wijziging, invoer, melding } = props
  const stand = standVan(wijziging)
  const besluit = props.besluiten.find(({ id }) => id === besluitVan(wijziging))
  const binnen = van.mag('grootboek.toelichting.lezen')
  const fout = melding !== undefined || (invoer.fouten?.length ?? 0) > 0
  return (
    <Planpagina
      van={van}
      titel={wijzigingnaam(wijziging)}
      fout={fout}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begrotingswijzigingen', href: van.pad('/begrotingswijzigingen') },
      ]}
    >
      <Paginakop
        titel={wijzigingnaam(wijziging)}
        lead={binnen ? wijziging.toelichting : `Verandert de begroting van ${jarenVan(wijziging.regels)}.`}
      />
      {melding !== undefined && (
        <Melding soort="fout" titel="Niet gelukt" antwoord>
          {melding}
        </Melding>
      )}
      <Feiten
        feiten={[
          { label: 'Stand', waarde: hoofdletter(STANDWOORD[stand]) },
          { label: 'Krijgt erbij', waarde: <Bedrag cent={omvang(wijziging.regels)} /> },
          {
            label: 'Hoort te besluiten',
            waarde: hoofdletter(BESLISSERNAAM[wijziging.orgaan]),
            bij: `${hoofdletter(opsomming(wijziging.redenen.map((reden) => ORGAANREDEN[reden])))}.`,
          },
          {
            label: 'Besluit',
            waarde:
              besluit === undefined ? (
                besluitloos(wijziging)
              ) : (
                <Link href={van.pad(`/besluiten/${besluit.id}`)}>{toonBesluit(besluit)}</Link>
              ),
            bij:
              besluit !== undefined && lagerOrgaan(wijziging.orgaan, besluit.orgaan)
                ? 'Let op: dit is een ander orgaan dan hier volgens de regels over hoort te besluiten.'
                : undefined,
          },
        ]}
      />
      <Regeltabel van={van} wijziging={wijziging} saldo={props.saldo} />
      <Opvallendheden van={van} wijziging={wijziging} saldo={props.saldo} />
      <Stappen van={van} stappen={wijziging.stappen} binnen={binnen} />
      <Stapacties van={van} wijziging={wijziging} besluiten={props.besluiten} invoer={invoer} />
    </Planpagina>
  )
}

function besluitloos(wijziging: Begrotingswijziging): string {
  const besloten = wijziging.stappen.some(({ stand }) => stand === 'besloten')
  return besloten ? 'Genomen door de budgethouder' : 'Nog niet genomen'
}

function Regeltabel(props: { van: Planbezoek; wijziging: Begrotingswijziging; saldo: Saldo }) {
  const { van, wijziging, saldo } = props
  const { plan } = van.beeld
  const open = kanNaar(standVan(wijziging), 'besloten') || kanNaar(standVan(wijziging), 'geboekt')
  const nu = (regel: Wijzigingsregel): Centen | undefined =>
    regel.soort === 'onderdeel' ? saldo(ruimte({ programma: plan.programma.id, ...regel })) : undefined
  return (
    <Sectie kop="Wat er verandert" id="regels">
      <Tabel
        bijschrift="Regels van de wijziging"
        bijschriftVerborgen
        rijen={wijziging.regels}
        kolommen={[
          { sleutel: 'wat', kop: 'Wat', cel: (regel) => <Wat van={van} regel={regel} /> },
          { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
          {
            sleutel: 'bron',
            kop: 'Bron',
            cel: ({ bron }) =>
              bron === null ? (
                bronnaam(plan)(null)
              ) : (
                <Link href={van.pad(`/bronnen/${bron}`)}>{bronnaam(plan)(bron)}</Link>
              ),
          },
          {
            sleutel: 'aard',
            kop: 'Hoe vaak',
            cel: (regel) => (regel.soort === 'onderdeel' ? (regel.aard ?? 'niet genoemd') : ''),
          },
          {
            sleutel: 'bedrag',
            kop: 'Bedrag, €',
            soort: 'bedrag',
            nadruk: true,
            cel: (regel) => regel.bedragCent,
          },
          ...(open ? [{ sleutel: 'vrij', kop: 'Nu vrij, €', soort: 'bedrag' as const, cel: nu }] : []),
        ]}
      />
    </Sectie>
  )
}

function Wat(props: { van: Planbezoek; regel: Wijzigingsregel }) {
  const { van, regel } = props
  if (regel.soort === 'onderdeel')
    return (
      <Link href={van.pad(`/onderdelen/${regel.onderdeel}`)}>
        {onderdeelnaam(van.beeld.plan)(regel.onderdeel)}
      </Link>
    )
  if (regel.soort === 'inbreng') return <>{regel.bedragCent > 0 ? 'Brengt meer in' : 'Brengt minder in'}</>
  return <>{regel.bedragCent > 0 ? 'Terug naar nog te verdelen' : 'Uit wat nog te verdelen is'}</>
}

export function opvalzin(plan: Plan, een: Opvallend): string {
  const [bron, onderdeel] = [bronnaam(plan), onderdeelnaam(plan)]
  switch (een.code) {
    case 'structureel_incidenteel':
      return `${onderdeel(een.onderdeel)} kost elk jaar geld, maar ${bron(een.bron)} is eenmalig. Wat elk jaar terugkomt, heeft ook elk jaar geld nodig.`
    case 'buiten_looptijd':
      return `${onderdeel(een.onderdeel)} loopt volgens het plan niet in ${een.jaar}.`
    case 'bron_tekort':
      return `Uit ${bron(een.bron)} is daarna ${toonEuro(een.tekortCent)} meer toebedeeld dan zij inbrengt.`
    case 'ruimte_negatief':
      return `${onderdeel(een.onderdeel)} heeft in ${een.jaar} daarna uit ${bron(een.bron)} ${toonEuro(een.tekortCent)} te weinig.`
  }
}

function Opvallendheden(props: { van: Planbezoek; wijziging: Begrotingswijziging; saldo: Saldo }) {
  const { van, wijziging, saldo } = props
  const stand = standVan(wijziging)
  if (!['voorgesteld', 'besloten'].includes(stand)) return null
  const { plan } = van.beeld
  const alle = [...opvallend(wijziging.regels, plan), ...tekorten(alsBoekregels(wijziging, plan), saldo)]
  if (alle.length === 0) return null
  return (
    <Melding soort="let-op" titel="Dit valt op">
      <ul>
        {alle.map((een) => (
          <li>{opvalzin(plan, een)}</li>
        ))}
      </ul>
    </Melding>
  )
}

function Stappen(props: { van: Planbezoek; stappen: readonly Wijzigingstap[]; binnen: boolean }) {
  const { van, binnen } = props
  const zichtbaar = binnen ? props.stappen : props.stappen.filter(({ stand }) => stand === 'geboekt')
  return (
    <Sectie kop="Hoe het ging" id="stappen">
      <Tabel
        bijschrift="Stappen van de wijziging"
        bijschriftVerborgen
        rijen={zichtbaar}
        kolommen={[
          { sleutel: 'stand', kop: 'Stap', cel: ({ stand }) => hoofdletter(STANDWOORD[stand]) },
          { sleutel: 'dag', kop: 'Dag', cel: ({ op }) => toonDatum(dagVan(op)) },
          ...(binnen
            ? [{ sleutel: 'wie', kop: 'Wie', cel: ({ door }: Wijzigingstap) => door ?? 'opdrachtregel' }]
            : []),
          {
            sleutel: 'bij',
            kop: 'Waarop',
            cel: (stap) => (
              <>
                <Waarop van={van} stap={stap} /> {binnen && stap.reden}
              </>
            ),
          },
        ]}
      />
      {zichtbaar.length === 0 && <Alinea>Er is nog niets gebeurd.</Alinea>}
    </Sectie>
  )
}

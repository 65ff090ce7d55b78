import { laatsteDag, tijdvak } from '#basis/datum.ts'
import { centen, toonEuroCenten } from '#basis/geld.ts'
import { alsDate } from '#basis/moment.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import {
  isInOrde,
  keurSluiten,
  type Periode,
  type Periodegebeurtenis,
  type Periodestand,
  type Sluitpunten,
} from '#grootboek/deur.ts'
import { toonPeriode } from '#programma/periodenaam.ts'
import { maakPad, type Planbezoek, Planpagina } from '#programma/planbezoek.tsx'
import { Weigering } from '#programma/verplichtingen/boekscherm.tsx'
import { type Boekreden, periodenOpgesomd } from '#programma/verplichtingen/zinnen.ts'
import { toonMoment } from '#toegang/deur.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Status } from '#ui/status.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { TekstVlak } from '#ui/veld.tsx'

/** Eén maand: haar stand, wat er nog openstaat, en sluiten of heropenen. */

export const STANDNAAM = {
  open: 'open',
  voorlopig: 'voorlopig dicht',
  vast: 'vast',
} as const satisfies Record<Periodestand, string>

const STANDVORM = { open: 'nog-niet', voorlopig: 'bezig', vast: 'klaar' } as const

export type Gelezen = {
  van: Planbezoek
  periode: Periode
  stand: Periodestand
  punten: Sluitpunten
  gebeurtenissen: Periodegebeurtenis[]
}

type Periodeprops = Gelezen & { reden?: Boekreden; getypt?: string | undefined; gevraagd?: boolean }

export function Periodepagina(props: Periodeprops) {
  const { van, periode, stand, punten, reden } = props
  const titel = hoofdletter(toonPeriode(periode))
  return (
    <Planpagina
      van={van}
      titel={titel}
      fout={reden !== undefined}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Perioden', href: van.pad('/perioden') },
      ]}
    >
      <Paginakop
        titel={titel}
        bij={<Status soort={STANDVORM[stand]} tekst={hoofdletter(STANDNAAM[stand])} />}
      />
      {reden !== undefined && <Weigering reden={reden} van={van} />}
      {props.gevraagd === true && van.mag('periode.heropenen') && (
        <Melding soort="goed" titel="De vraag staat bij de voorstellen" antwoord>
          Een ander beslist erover. Tot dan blijft de periode gesloten.{' '}
          <Link href={van.pad('/voorstellen')}>Naar de voorstellen</Link>
        </Melding>
      )}
      <Feiten
        feiten={[
          {
            label: 'In deze maand',
            waarde: (
              <Link
                href={van.pad('/boekingen', {
                  'geldig-van': `${periode}-01`,
                  'geldig-tm': laatsteDag(tijdvak(periode)),
                })}
              >
                {telwoord(punten.boekingen, 'boeking', 'boekingen')}
              </Link>
            ),
          },
        ]}
      />
      {van.mag('periode.sluiten') && stand !== 'vast' && <Sluiten {...props} />}
      {van.mag('periode.heropenen') && stand !== 'open' && <Heropenen {...props} />}
      <Geschiedenis {...props} />
    </Planpagina>
  )
}

function Sluiten(props: Periodeprops) {
  const { van, periode, stand, punten } = props
  const naar = stand === 'voorlopig' ? 'vast' : 'voorlopig'
  const kanNiet = keurSluiten(periode, stand, naar, van.vandaag)
  const inOrde = isInOrde(punten)
  const woord = naar === 'vast' ? 'Vaststellen' : 'Voorlopig sluiten'
  return (
    <Sectie
      kop={woord}
      onder={
        naar === 'vast'
          ? 'Daarna boekt niemand meer in deze maand. Wat nog binnenkomt, gaat naar de eerste open maand, met deze maand erbij.'
          : 'Daarna boekt alleen de financieel adviseur nog in deze maand.'
      }
    >
      <Controlelijst van={van} punten={punten} />
      {kanNiet === 'nog_niet_voorbij' ? (
        <Alinea>
          Deze maand is nog niet voorbij. Sluiten kan vanaf de eerste dag van de volgende maand.
        </Alinea>
      ) : (
        <Formulier
          naam={woord}
          actie={maakPad(van.kop, undefined)(`/perioden/${periode}/sluiten`)}
          verborgen={{ naar, ...(inOrde ? {} : { toch: 'ja' }) }}
        >
          <Knoppen>
            <Knop soort={inOrde ? 'hoofd' : 'gevaar'}>{inOrde ? woord : `Toch ${woord.toLowerCase()}`}</Knop>
          </Knoppen>
        </Formulier>
      )}
    </Sectie>
  )
}

function Controlelijst(props: { van: Planbezoek; punten: Sluitpunten }) {
  const { van, punten } = props
  const { onbekend, voorstellen, eerderOpen } = punten
  const rijen = [
    {
      wat: 'Al het geld hoort bij een onderdeel',
      goed: onbekend.boekingen === 0,
      zin: `${toonEuroCenten(centen(onbekend.bedragCent))} is nog nergens bij ingedeeld`,
      href: van.pad('/koppeling'),
    },
    {
      wat: 'Er wacht geen voorstel over deze maand',
      goed: voorstellen === 0,
      zin: `${telwoord(voorstellen, 'voorstel wacht', 'voorstellen wachten')} op een tweede persoon`,
      href: van.pad('/voorstellen'),
    },
    {
      wat: 'Eerdere maanden zijn gesloten',
      goed: eerderOpen.length === 0,
      zin: `nog open: ${periodenOpgesomd(eerderOpen)}`,
      href: van.pad('/perioden'),
    },
  ]
  return (
    <Tabel
      bijschrift="Controlelijst"
      rijen={rijen}
      kolommen={[
        { sleutel: 'wat', kop: 'Punt', cel: ({ wat }) => wat },
        {
          sleutel: 'stand',
          kop: 'Stand',
          cel: ({ goed }) => (
            <Status soort={goed ? 'klaar' : 'let-op'} tekst={goed ? 'In orde' : 'Nog niet'} />
          ),
        },
        {
          sleutel: 'uitleg',
          kop: 'Wat er openstaat',
          cel: ({ goed, zin, href }) => (goed ? <Geen wat="niets" /> : <Link href={href}>{zin}</Link>),
        },
      ]}
    />
  )
}

function Heropenen(props: Periodeprops) {
  const { van, periode, reden, getypt } = props
  return (
    <Sectie
      kop="Heropenen"
      onder="Dat vraagt een reden en een tweede persoon. Boeken in de eerste open maand kan altijd, en laat deze maand zoals zij is."
    >
      <Formulier
        naam="Heropenen vragen"
        actie={maakPad(van.kop, undefined)(`/perioden/${periode}/heropenen`)}
      >
        <TekstVlak
          naam="reden"
          label="Waarom moet deze maand weer open?"
          uitleg="Alleen te zien voor wie aan het programma werkt. Noem geen namen van personen."
          regels={2}
          verplicht
          waarde={getypt}
          fout={reden?.code === 'reden_ontbreekt' ? 'Schrijf in een paar woorden waarom.' : undefined}
        />
        <Knoppen>
          <Knop soort="tweede">Heropenen vragen</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

function Geschiedenis(props: Gelezen) {
  const { van, gebeurtenissen } = props
  const binnen = van.mag('grootboek.toelichting.lezen')
  if (gebeurtenissen.length === 0) return null
  return (
    <Sectie kop="Wat er met deze maand gebeurde">
      <Tabel
        bijschrift="Openen en sluiten, het nieuwste eerst"
        bijschriftVerborgen
        rijen={gebeurtenissen}
        kolommen={[
          { sleutel: 'stand', kop: 'Werd', cel: ({ stand }: Periodegebeurtenis) => STANDNAAM[stand] },
          {
            sleutel: 'op',
            kop: 'Op',
            cel: ({ op }: Periodegebeurtenis) => toonMoment(alsDate(op)),
          },
          {
            sleutel: 'na',
            kop: 'Na boeking',
            cel: ({ naBoeking }: Periodegebeurtenis) =>
              naBoeking === null || naBoeking === 0 ? (
                <Geen wat="niet bekend" />
              ) : (
                <Link href={van.pad(`/boekingen/${naBoeking}`)}>{naBoeking}</Link>
              ),
          },
          ...(binnen
            ? [
                {
                  sleutel: 'wie',
                  kop: 'Door',
                  cel: ({ door, tweede }: Periodegebeurtenis) =>
                    tweede === null ? (door ?? 'onbekend') : `${door ?? 'onbekend'}, met ${tweede}`,
                },
                {
                  sleutel: 'reden',
                  kop: 'Reden',
                  cel: ({ reden }: Periodegebeurtenis) => reden ?? <Geen wat="geen" />,
                },
              ]
            : []),
        ]}
      />
    </Sectie>
  )
}

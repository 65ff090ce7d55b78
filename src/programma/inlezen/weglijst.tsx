import { centen } from '#basis/geld.ts'
import type { Codetotaal, Leesweigering } from '#grootboek/deur.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Sectie } from '#ui/kop.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Aanvinken wat er zeker niet bij hoort, als een bestand over de hele gemeente gaat. */

const MEESTE = 100

type Weg = { nummer: number; wat: 'kostenplaats' | 'rekening'; totaal: Codetotaal }

export function Weglijst(props: {
  van: Planbezoek
  reden: Extract<Leesweigering, { code: 'te_veel_regels' }>
}) {
  const { van, reden } = props
  const bron = reden.kostenplaatsen.length > 0 ? reden.kostenplaatsen : reden.rekeningen
  const wat = reden.kostenplaatsen.length > 0 ? 'kostenplaats' : 'rekening'
  const rijen = bron
    .filter(({ aantal, nietAantal }) => aantal > nietAantal)
    .slice(0, MEESTE)
    .map((totaal, nummer): Weg => ({ nummer, wat, totaal }))
  return (
    <Sectie
      kop="Wat hoort er zeker niet bij?"
      onder="Vink aan wat niet bij het programma hoort. U ziet eerst wat dat betekent; daarna leest u het bestand opnieuw in."
    >
      <Formulier actie={van.pad('/koppeling/effect')} naam="Wat er niet bij hoort">
        <Tabel
          bijschrift={`De grootste van elke ${wat}`}
          bijschriftVerborgen
          rijen={rijen}
          kolommen={[
            {
              sleutel: 'code',
              kop: wat === 'kostenplaats' ? 'Kostenplaats' : 'Rekening',
              cel: ({ nummer, totaal }) => (
                <label class="oz-kies">
                  <input type="checkbox" class="utrecht-checkbox" name="kies" value={String(nummer)} />
                  {totaal.code} {totaal.naam ?? ''}
                  <input
                    type="hidden"
                    name={`wat.${nummer}`}
                    value={JSON.stringify({ [wat]: totaal.code })}
                  />
                  <input type="hidden" name={`doel.${nummer}`} value="niet" />
                </label>
              ),
            },
            { sleutel: 'aantal', kop: 'Regels', soort: 'getal', cel: ({ totaal }) => totaal.aantal },
            {
              sleutel: 'saldo',
              kop: 'Saldo, €',
              soort: 'bedrag',
              cel: ({ totaal }) => centen(totaal.debetCent - totaal.creditCent),
            },
          ]}
        />
        <Knoppen>
          <Knop>Bekijk het effect</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

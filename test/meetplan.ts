import { type Plan, Sleutel } from '#programma/plan.ts'
import { kleinPlan } from '#test/plannen.ts'

/** Het kleine plan, met één indicator bij zijn doel: een percentage van 60 in 2021 naar 80 in 2026. */
export function meetplan(gemeente: string): Plan {
  const plan = kleinPlan(gemeente)
  const [doel, ...rest] = plan.doelen
  if (doel === undefined) throw new Error('het kleine plan heeft een doel')
  const indicator = {
    id: Sleutel.parse('tevreden'),
    naam: 'Inwoners die tevreden zijn',
    eenheid: 'procent',
    nulwaarde: '60',
    nuljaar: 2021,
    streefwaarde: '80',
    streefjaar: 2026,
    bron: 'Panel',
  }
  return { ...plan, doelen: [{ ...doel, indicatoren: [indicator] }, ...rest] }
}

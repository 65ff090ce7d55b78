/** Adressen die deze machine nooit verlaten. De demo-inlog heeft geen wachtwoord en mag alleen daar. */

const kaal = (host: string): string => host.toLowerCase().replace(/^\[(.*)\]$/u, '$1')

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/u.test(host)

/** Alleen een adres om op te luisteren; `::` en `0.0.0.0` zijn elk adres van de machine, dus ook dat van buiten. */
export function eisLoopback(host: string): void {
  if (isLoopback(kaal(host))) return
  throw new Error(
    'De demo-inlog heeft geen wachtwoord en mag alleen op de eigen machine. Zet de demo uit of luister op localhost.',
  )
}

/** Een naam in de adresbalk; namen onder `.localhost` wijzen volgens RFC 6761 altijd naar de eigen machine. */
export const isEigenMachine = (naam: string): boolean =>
  isLoopback(kaal(naam)) || kaal(naam).endsWith('.localhost')

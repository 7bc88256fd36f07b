import type { X509Certificate } from 'node:crypto';
import { excerpt } from './redact.js';
import { listed } from '../text/list.js';

/** A certificate that was not trusted, and whom it was checked against. */
export interface Refused {
  readonly code: string;
  /** Without port. */
  readonly host: string;
  /** What the server showed; null when that could not be seen. */
  readonly certificate: X509Certificate | null;
  /** Where authorities were looked for; empty when the setting `ca` names the only ones. */
  readonly places: readonly string[];
  /** The setting that names a PEM file. */
  readonly ca: string;
}

/** The verification errors of OpenSSL as Node names them (tls.md, "X509 certificate error codes"). */
const EXPIRED = 'CERT_HAS_EXPIRED';
const TOO_EARLY = 'CERT_NOT_YET_VALID';
const OTHER_NAME = /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;
const UNKNOWN_ISSUER =
  /^(UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_UNTRUSTED)$/;

/** Whether nobody who is trusted vouches for the certificate: more authorities may help. */
export function isUnknownIssuer(code: string): boolean {
  return UNKNOWN_ISSUER.test(code);
}

/** What is wrong with a certificate, and what to do. */
export function certificateText(refused: Refused): { readonly what: string; readonly remedy: string } {
  const { code, host, ca } = refused;
  if (code === EXPIRED) {
    return {
      what: `${subject(refused)} ${expiry(refused.certificate)} (${code}).`,
      remedy: 'Renew it on the server. If its date is still to come, the clock of this runner is wrong.',
    };
  }
  if (code === TOO_EARLY) {
    return {
      what: `${subject(refused)} is valid only from ${day(refused.certificate?.validFrom)} on (${code}).`,
      remedy: 'Check the clock of this runner, and of the machine that made the certificate.',
    };
  }
  if (OTHER_NAME.test(code)) {
    return {
      what: `the certificate there is made out to ${madeOutTo(refused.certificate)}, not to ${host}${validUntil(refused)} (${code}).`,
      remedy: `Write one of its names in the address, or have a certificate made out to ${host}.`,
    };
  }
  if (isUnknownIssuer(code)) {
    return {
      what: `${subject(refused)} is signed by ${issuer(refused)}, whom nobody vouches for here${validUntil(refused)} (${code}).`,
      remedy: `If that authority is your own, add it to the store of the system, or name its PEM file in ${ca}; if the server leaves out a certificate in between, have it send the whole chain. ${lookedAt(refused)}`,
    };
  }
  return {
    what: `the server's certificate is not to be trusted (${code}).`,
    remedy: `If the server's CA is your own, name its PEM file in ${ca}; else renew or correct the certificate.`,
  };
}

function subject({ host, certificate }: Refused): string {
  const name = nameIn(certificate?.subject);
  return `the certificate of ${host}${name === null || name === host ? '' : ` ('${name}')`}`;
}

function issuer({ code, certificate }: Refused): string {
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') return 'itself';
  const name = nameIn(certificate?.issuer);
  return name === null ? 'an authority' : `'${name}'`;
}

/** The one that ran out may stand above the server's own. */
function expiry(certificate: X509Certificate | null): string {
  const above = certificate !== null && Date.parse(certificate.validTo) > Date.now();
  return above ? 'hangs on one of an authority that expired' : `expired on ${day(certificate?.validTo)}`;
}

function validUntil({ certificate }: Refused): string {
  return certificate === null ? '' : `; it is valid until ${day(certificate.validTo)}`;
}

function lookedAt({ places, ca }: Refused): string {
  return places.length === 0 ? `Only those in ${ca} count.` : `Looked at: ${listed(places, 6)}.`;
}

/** `DNS:a.test, IP Address:10.0.0.1` → `a.test, 10.0.0.1` */
function madeOutTo(certificate: X509Certificate | null): string {
  const names = (certificate?.subjectAltName ?? '').split(', ').map((name) => name.replace(/^[\w ]+:/, ''));
  const text = excerpt(names.slice(0, 5).join(', '));
  return text === '' ? (nameIn(certificate?.subject) ?? 'another name') : text;
}

/** Its common name, else its organization: one line each in Node. */
function nameIn(distinguished: string | undefined): string | null {
  const name = /^CN=(.*)$/m.exec(distinguished ?? '') ?? /^O=(.*)$/m.exec(distinguished ?? '');
  return name === null ? null : excerpt(name[1] ?? '');
}

function day(date: string | undefined): string {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? 'a day that could not be seen' : new Date(time).toISOString().slice(0, 10);
}

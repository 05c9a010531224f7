import type { CodeTable } from './code'

/** Addresses, logins and credentials, of destinations and of all else that sends or fetches. */
export const connectionsCodes = {
  'connections.no-url': {
    severity: 'warning',
    title: 'No address',
    help: 'What has neither a URL nor an expression that yields one installs but cannot work: Alloy refuses the config, so the whole collector stands still.',
  },
  'connections.unknown-authentication': {
    severity: 'warning',
    title: 'Unknown way to log in',
    help: 'The chart takes any text as the type of authentication and sends without a login when it does not know it. Not every kind of destination knows every way.',
  },
  'connections.missing-credential': {
    severity: 'warning',
    title: 'Credential missing',
    help: 'The chart checks user names and passwords only. With another kind of login, a missing token or client leaves a config that does not load, or one that reads a key its Secret does not have.',
  },
  'connections.oauth2-proxy-from-environment': {
    severity: 'warning',
    title: 'OAuth 2 proxy from the environment',
    help: 'The chart misspells this setting inside the OAuth 2 block, and Alloy refuses what it does not know. Name the proxy in the block’s proxyURL instead.',
  },
  'connections.bare-key': {
    severity: 'warning',
    title: 'Name that needs quotes',
    help: 'The chart writes the names of extra labels and of OAuth 2 parameters as they are. Alloy takes a name without quotes only if it is made of letters, digits and underscores and does not begin with a digit.',
  },
  'connections.number-as-text': {
    severity: 'warning',
    title: 'Number that changes its form',
    help: 'Helm reads digits without quotes as a number, and its templates print numbers of a million and more with an exponent, so that a tenant or a user name arrives as another text. Quotes keep the digits.',
  },
  'connections.embedded-secret': {
    severity: 'warning',
    title: 'Credentials in plain text',
    help: 'Embedding writes credentials into the ConfigMap of every collector that uses them. Reading ConfigMaps is allowed to many who may not read Secrets.',
  },
  'connections.own-secret': {
    severity: 'info',
    title: 'Secret of your own',
    help: 'With secret.create off, the chart makes no Secret and reads yours. It then reads every key that could be of use, such as the tenant and the certificates, whether your Secret has it or not.',
  },
  'connections.secret-not-made': {
    severity: 'warning',
    title: 'Secret is read but not made',
    help: 'The chart takes null for secret.create as yes where it writes the config and as no where it writes the Secret. The collector then waits for a Secret that nobody makes.',
  },
} as const satisfies CodeTable

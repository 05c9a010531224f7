import { component } from '../../../alloy/build'
import { text, texts } from '../../../values/options'
import { byExporter } from '../questions'

export const snmp = byExporter({
  slug: 'snmp',
  title: 'SNMP devices',
  help: 'Interfaces, traffic and errors of switches, routers and other devices that speak SNMP.',
  keywords: ['network', 'switch', 'router', 'ups', 'printer'],
  findIt: 'snmpwalk -v 2c -c public 192.0.2.1 1.3.6.1.2.1.1',
  prepare:
    'The exporter’s built-in settings know the community public. Another community, or version 3 with a user, takes a file of your own in config_file.',
  exporter: 'prometheus.exporter.snmp',
  ask: {
    addresses: texts('Addresses of the devices.', { common: true, initial: ['192.0.2.1'] }),
    module: text('if_mib', 'What to read of them; if_mib is what every network device has.', {
      common: true,
    }),
    authentication: text('public_v2', 'Which of the known ways to authenticate.'),
  },
  settings: ({ addresses, module, authentication }) =>
    addresses.map((address, index) =>
      component('target', ['device', String(index + 1)].join('_'), {
        address,
        module,
        auth: authentication,
        labels: { snmp_target: address },
      }),
    ),
  keepMetrics: [
    'ifAdminStatus',
    'ifConnectorPresent',
    'ifHC(In|Out)(Broadcast|Multicast|Ucast)Pkts',
    'ifHC(In|Out)Octets',
    'ifHighSpeed',
    'if(In|Out)Discards',
    'if(In|Out)Errors',
    'ifInUnknownProtos',
    'ifLastChange',
    'ifOperStatus',
    'ifPromiscuousMode',
    'snmp_scrape_duration_seconds',
    'snmp_scrape_pdus_returned',
    'sysName',
    'sysUpTime',
  ],
})

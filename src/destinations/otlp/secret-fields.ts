import { httpSecretFields } from '../../pipelines/http-options'

/** Dotted paths of the credentials (templates/destinations/_destination_otlp.tpl, "secrets.list.otlp"). */
export const secretFields: readonly string[] = httpSecretFields

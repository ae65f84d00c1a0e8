import { Missing } from '@/app/[locale]/(dashboard)/missing'

/** Every other address below a language gets the translated page that says so. */
export default function UnknownPage() {
  return <Missing />
}

import { notFound } from 'next/navigation'

/** Every other address below a language gets the translated not-found page. */
export default function UnknownPage() {
  notFound()
}

import { makeApi } from '#lib/api/answer.ts'
import { clientAddress } from '#lib/auth/client-address.ts'

const answer = makeApi()
const handle = (request: Request) => answer(request, clientAddress(request.headers))

// Every method, so that each is answered in the words of the API: those that change things with 405.
export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}

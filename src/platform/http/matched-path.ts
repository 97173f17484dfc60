import type { FastifyRequest } from 'fastify';

/**
 * The path of the route that answers, such as `/api/v1/youths/:id`; what the client wrote only where no route does. Whatever depends on
 * where a request goes asks here: the router decodes a path first, so `/%61pi/v1/youths` reaches the API too.
 */
export function matchedPath(request: FastifyRequest): string {
  return request.routeOptions.url ?? request.url;
}

import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Answers with a page. Every text in it has been escaped by the renderer. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): void {
  void reply.status(status).type('text/html; charset=utf-8').send(`<!DOCTYPE html>${renderToString(page)}`);
}

/** After a form: the browser asks for the next page with GET, so that a reload sends nothing twice. */
export function seeOther(reply: FastifyReply, path: string): void {
  void reply.status(303).header('location', path).send();
}

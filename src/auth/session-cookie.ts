import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.js';

/** The page session's cookie: `__Host-sid` on TLS, `sid` on loopback http. */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean };

  constructor(config: Config) {
    this.name = config.secure ? '__Host-sid' : 'sid';
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure };
  }

  /** The token that the browser sent, if any. */
  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  /** Gives the browser the token until the session ends; no script can read it. */
  write(reply: FastifyReply, token: string, expiresAt: Date): void {
    void reply.setCookie(this.name, token, { ...this.options, expires: expiresAt });
  }

  /** Has the browser forget the token. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}

import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentActor, CurrentSession } from '../../auth/current-actor.js';
import { definePolicy, Policy } from '../../auth/policy.js';
import { SessionCookie } from '../../auth/session-cookie.js';
import type { Session } from '../../auth/session-store.js';
import { SessionStore } from '../../auth/session-store.js';
import { SignInService } from '../../auth/sign-in.service.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { httpStatus } from '../../platform/errors/http-status.js';
import { Document } from '../layout/document.js';
import { FormGuard } from '../layout/form-guard.js';
import { seeOther, sendPage } from '../layout/send-page.js';
import { DEMO_ACCOUNTS } from './demo-accounts.data.js';
import { SignIn, type SignInView } from './sign-in.js';
import { wayBack } from '../layout/way-back.js';

const signInPage = definePolicy('pages.sign-in', 'public');
const signOutPage = definePolicy('pages.sign-out', 'signed_in');

export class SignInQuery {
  /** The page that was wanted. */
  @IsOptional()
  til?: unknown;
}

export class SignInForm {
  @IsString() @MaxLength(100)
  username!: string;

  @IsString() @MaxLength(200)
  password!: string;

  @IsOptional()
  til?: unknown;
}

@Controller()
@UseGuards(FormGuard)
export class SignInPage {
  constructor(
    private readonly db: Database,
    private readonly signIn: SignInService,
    private readonly sessions: SessionStore,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  @Get('log-ind')
  @Policy(signInPage)
  show(@Query() { til }: SignInQuery, @Res() reply: FastifyReply): void {
    this.render(reply, { error: null, username: '', back: wayBack(til) }, 200);
  }

  @Post('log-ind')
  @Policy(signInPage)
  async open(@CurrentActor() actor: Actor, @Body() form: SignInForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { token, expiresAt } = await this.signIn.signIn(actor, 'page', form.username, form.password, request.ip);
      this.cookie.write(reply, token, expiresAt);
      seeOther(reply, wayBack(form.til));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.render(reply, { error: error.title, username: form.username, back: wayBack(form.til) }, httpStatus(error.kind));
    }
  }

  @Post('log-ud')
  @Policy(signOutPage)
  async close(@CurrentActor() actor: Actor, @CurrentSession() session: Session, @Res() reply: FastifyReply): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.sessions.close(tx, session);
      tx.audit('session.closed', { type: 'staff', id: actor.staffId });
    });
    this.cookie.clear(reply);
    void reply.header('clear-site-data', '"cache", "storage"');
    seeOther(reply, '/log-ind');
  }

  private render(reply: FastifyReply, said: Omit<SignInView, 'accounts'>, status: number): void {
    sendPage(reply, (
      <Document title="Log ind" municipality={this.config.MUNICIPALITY} viewer={null}>
        <SignIn {...said} accounts={this.config.DEMO ? DEMO_ACCOUNTS : []} />
      </Document>
    ), status);
  }
}

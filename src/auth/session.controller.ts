import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Actor } from '../platform/database/actor.js';
import { Database } from '../platform/database/database.js';
import { CurrentActor, CurrentSession } from './current-actor.js';
import { definePolicy, Policy } from './policy.js';
import type { Session } from './session-store.js';
import { SessionStore } from './session-store.js';
import { type SignedIn, SignInService } from './sign-in.service.js';

const openSession = definePolicy('session.open', 'public');
const ownSession = definePolicy('session.own', 'signed_in');

export class SignInInput {
  @IsString() @MaxLength(100)
  username!: string;

  @IsString() @MaxLength(200)
  password!: string;
}

@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly db: Database,
    private readonly signIn: SignInService,
    private readonly sessions: SessionStore,
  ) {}

  @Post('session')
  @Policy(openSession)
  open(@CurrentActor() actor: Actor, @Body() input: SignInInput, @Req() request: FastifyRequest): Promise<SignedIn> {
    return this.signIn.signIn(actor, 'bearer', input.username, input.password, request.ip);
  }

  @Delete('session')
  @HttpCode(204)
  @Policy(ownSession)
  close(@CurrentActor() actor: Actor, @CurrentSession() session: Session): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      await this.sessions.close(tx, session);
      tx.audit('session.closed', { type: 'staff', id: actor.staffId });
    });
  }

  @Get('me')
  @Policy(ownSession)
  me(@CurrentActor() actor: Actor): { id: string | null; name: string | null; roles: readonly string[]; departmentId: string | null } {
    return { id: actor.staffId, name: actor.name, roles: actor.roles, departmentId: actor.departmentId };
  }
}

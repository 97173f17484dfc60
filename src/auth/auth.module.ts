import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { SessionExpiry } from './session-expiry.job.js';
import { SessionStore } from './session-store.js';
import { SignInBrake } from './sign-in-brake.js';
import { SignInService } from './sign-in.service.js';

@Module({
  controllers: [SessionController],
  providers: [SessionCookie, SessionExpiry, SessionStore, SignInBrake, SignInService, { provide: APP_GUARD, useClass: AuthGuard }],
  exports: [SessionCookie, SessionStore, SignInService],
})
export class AuthModule {}

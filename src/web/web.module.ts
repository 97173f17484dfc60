import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { DocketPage } from './docket/docket.page.js';
import { FormGuard } from './layout/form-guard.js';
import { SignInPage } from './sign-in/sign-in.page.js';

/** The only HTML. Pages import features; no feature imports a page. */
@Module({ imports: [AuthModule, ReportsModule], controllers: [DocketPage, SignInPage], providers: [FormGuard] })
export class WebModule {}

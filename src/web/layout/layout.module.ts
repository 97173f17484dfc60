import { Global, Module } from '@nestjs/common';
import { FormGuard } from './form-guard.js';
import { Pages } from './pages.js';

/** What every page needs. */
@Global()
@Module({ providers: [FormGuard, Pages], exports: [FormGuard, Pages] })
export class LayoutModule {}

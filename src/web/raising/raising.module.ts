import { Module } from '@nestjs/common';
import { YouthsModule } from '../../youths/youths.module.js';
import { AskingPages } from './asking/asking.page.js';
import { LookupPages } from './lookup/lookup.page.js';

/** Asking for a K-møde: from a youth's page, from a look-up by CPR number, or without a name. */
@Module({ imports: [YouthsModule], controllers: [AskingPages, LookupPages] })
export class RaisingModule {}

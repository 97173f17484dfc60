import { Module } from '@nestjs/common';
import { MailComposers } from './mail-composers.js';
import { MailReviver } from './mail-reviver.job.js';
import { MailSender } from './mail-sender.js';

/** The ledger of mails and its sending; what a mail says is written by the feature that it is about. */
@Module({ providers: [MailComposers, MailReviver, MailSender], exports: [MailComposers] })
export class MailsModule {}

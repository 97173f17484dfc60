import { Module } from '@nestjs/common';
import { MailsModule } from '../mails/mails.module.js';
import { InvitationsController } from './history/invitations.controller.js';
import { InvitationComposer } from './mails/invitation-composer.js';
import { InvitationCatchUpJob } from './planning/catch-up.job.js';
import { InvitationPlanner } from './planning/invitation-planner.js';
import { MailRepliesController } from './replies/mail-replies.controller.js';

/** Invitations to items and days, by mail to calendars, and the answers that come back. */
@Module({ imports: [MailsModule], controllers: [InvitationsController, MailRepliesController], providers: [InvitationComposer, InvitationPlanner, InvitationCatchUpJob] })
export class InvitationsModule {}

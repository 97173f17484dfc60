import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { handleBookings } from '../../../meetings/bookings/bookings.policies.js';
import { inviteProfessional, uninviteProfessional } from '../../../meetings/bookings/invite-professional.js';
import { readForm } from '../../forms/read-form.js';
import { FormGuard } from '../../layout/form-guard.js';
import { Pages } from '../../layout/pages.js';
import { postAddress, PostFront } from '../post/post-front.js';
import { ProfessionalForm, professionalGiven } from './professional-form.js';

/** Invites professionals from outside to an item, and takes that back. */
@Controller('punkter/:id/breve/gaester')
@Policy(handleBookings)
@UseGuards(FormGuard)
export class PeopleOutsidePage {
  constructor(
    private readonly pages: Pages,
    private readonly front: PostFront,
  ) {}

  @Post()
  invite(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await inviteProfessional(tx, id, professionalGiven(await readForm(ProfessionalForm, body)));
      return postAddress(id, 'gaester', 'gaest-sat-paa');
    }, (tx, refusal) => this.front.draw(tx, id, refusal));
  }

  @Post(':guestId/fjern')
  uninvite(@Param('id') id: string, @Param('guestId') guestId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await uninviteProfessional(tx, id, guestId);
      return postAddress(id, 'gaester', 'gaest-taget-af');
    }, (tx, refusal) => this.front.draw(tx, id, refusal));
  }
}

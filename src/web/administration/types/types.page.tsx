import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../../auth/policy.js';
import { typesInForce } from '../../../referrals/types/referral-types.queries.js';
import { Pages } from '../../layout/pages.js';
import { administer } from '../administration.policies.js';
import { Types } from './types.js';
import { typesView } from './types.view.js';

@Controller('administration/typer')
@Policy(administer)
export class TypesPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => ({
      title: 'Typer af punkter', current: '/administration', content: <Types types={typesView(await typesInForce(tx, tx.today))} />,
    }));
  }
}

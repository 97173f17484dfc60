import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import type { Tx } from '../../platform/database/tx.js';
import { openYouth } from '../../youths/access/open-youth.js';
import { addCustodyHolder, correctCustodyHolder, removeCustodyHolder } from '../../youths/custody/custody-holders.js';
import { custodyHolderLine } from '../../youths/custody/list-custody-holders.js';
import { addNetworkPerson, correctNetworkPerson, networkLine, removeNetworkPerson, restoreNetworkPerson } from '../../youths/network/network.js';
import { changeYouth } from '../../youths/youths.policies.js';
import { blame } from '../forms/blame.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { CustodyHolderForm, emptyTakesAway, NetworkPersonForm } from './people-forms.js';
import { CustodyHolderPage, NetworkPersonPage } from './person-pages.js';
import { backToYouth } from './youth-notices.js';
import { YouthScreen } from './youth-screen.js';

/** The people around a youth: the network, and who holds custody. */
@Controller('unge/:id')
@UseGuards(FormGuard)
@Policy(changeYouth)
export class YouthPeoplePage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: YouthScreen,
  ) {}

  @Post('netvaerk')
  addPerson(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await addNetworkPerson(tx, id, await readForm(NetworkPersonForm, body));
      return backToYouth(id, 'person-ny', 'netvaerk');
    });
  }

  @Get('netvaerk/:personId')
  showPerson(@Param('id') id: string, @Param('personId') personId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => personPage(tx, id, personId, null));
  }

  @Post('netvaerk/:personId')
  correctPerson(@Param('id') id: string, @Param('personId') personId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await correctNetworkPerson(tx, personId, await emptyTakesAway(tx, id, await readForm(NetworkPersonForm, body)));
      return backToYouth(id, 'person-rettet', 'netvaerk');
    }, (tx, refusal) => personPage(tx, id, personId, refusal));
  }

  @Post('netvaerk/:personId/fjern')
  removePerson(@Param('id') id: string, @Param('personId') personId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => removeNetworkPerson(tx, personId).then(() => backToYouth(id, 'person-fjernet', 'netvaerk', personId)));
  }

  @Post('netvaerk/:personId/tilbage')
  restorePerson(@Param('id') id: string, @Param('personId') personId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => restoreNetworkPerson(tx, personId).then(() => backToYouth(id, 'person-tilbage', 'netvaerk')));
  }

  @Post('foraeldre')
  addHolder(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await blame('name', addCustodyHolder(tx, id, await readForm(CustodyHolderForm, body)));
      return backToYouth(id, 'foraelder-ny', 'netvaerk');
    });
  }

  @Get('foraeldre/:holderId')
  showHolder(@Param('id') id: string, @Param('holderId') holderId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => holderPage(tx, id, holderId, null));
  }

  @Post('foraeldre/:holderId')
  correctHolder(@Param('id') id: string, @Param('holderId') holderId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      await correctCustodyHolder(tx, holderId, await emptyTakesAway(tx, id, await readForm(CustodyHolderForm, body)));
      return backToYouth(id, 'foraelder-rettet', 'netvaerk');
    }, (tx, refusal) => holderPage(tx, id, holderId, refusal));
  }

  @Post('foraeldre/:holderId/fjern')
  removeHolder(@Param('id') id: string, @Param('holderId') holderId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, (tx) => removeCustodyHolder(tx, holderId).then(() => backToYouth(id, 'foraelder-fjernet', 'netvaerk')));
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}

async function personPage(tx: Tx, youthId: string, personId: string, refusal: Refusal | null): Promise<Page> {
  const { youth, ground } = await openYouth(tx, youthId);
  const person = await networkLine(tx, youthId, personId);
  tx.audit('network.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return { title: 'Ret en person i netværket', current: '/unge', content: <NetworkPersonPage youth={youth} person={person} refusal={refusal} /> };
}

async function holderPage(tx: Tx, youthId: string, holderId: string, refusal: Refusal | null): Promise<Page> {
  const { youth, ground } = await openYouth(tx, youthId);
  const holder = await custodyHolderLine(tx, youthId, holderId);
  tx.audit('custody_holders.read', { type: 'youth', id: youthId, youthIds: [youthId], ground });
  return { title: 'Ret en forældremyndighedsindehaver', current: '/unge', content: <CustodyHolderPage youth={youth} holder={holder} refusal={refusal} /> };
}

import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { definePolicy, Policy } from '../../auth/policy.js';
import { FeedAddresses } from '../../calendars/address/feed-addresses.js';
import { BusyCalendarsService } from '../../calendars/busy/busy-calendars.service.js';
import { CALENDAR_CHANNELS, type CalendarChannel } from '../../calendars/channel/calendar-preference.entity.js';
import { chooseOpenChannel, readChannel } from '../../calendars/channel/open-ways.js';
import { FeedsService } from '../../calendars/feeds.service.js';
import { readDepartments } from '../../departments/units/departments.queries.js';
import { readAllSeries } from '../../meetings/series/read-series.js';
import type { Tx } from '../../platform/database/tx.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { blame } from '../forms/blame.js';
import { readForm } from '../forms/read-form.js';
import type { Refusal } from '../forms/refusal.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { feedWish } from './feed-wish.js';
import { NewSubscription } from './new-subscription.js';
import { newSubscriptionView } from './new-subscription.view.js';
import { Subscriptions } from './subscriptions.js';
import { subscriptionsView } from './subscriptions.view.js';

const ownCalendar = definePolicy('pages.own-calendar', 'signed_in');
const TITLE = 'Møder og frister i din egen kalender';

const NOTICES: Readonly<Record<string, string>> = {
  lukket: 'Abonnementet er lukket. Kalenderprogrammet viser det gamle, indtil du fjerner kalenderen dér.',
  kanal: 'Valget er gemt.',
  delt: 'Din kalender bliver læst fra nu af.',
  fjernet: 'Din kalender bliver ikke læst mere, og det læste er slettet.',
};

export class SubscriptionsQuery {
  @IsOptional() @IsString() @MaxLength(20)
  besked?: string;
}

class FeedForm {
  /** 'mine', 'department', or the id of a series. */
  @IsString() @MaxLength(50)
  what!: string;
}

class ChannelForm {
  @IsIn(CALENDAR_CHANNELS)
  channel!: CalendarChannel;
}

class BusyForm {
  @IsString() @MaxLength(2_000)
  url!: string;
}

/** Each person's own ways of getting meetings into a calendar, and of telling when they are busy. */
@Controller('kalender')
@UseGuards(FormGuard)
@Policy(ownCalendar)
export class SubscriptionsPage {
  constructor(
    private readonly pages: Pages,
    private readonly feeds: FeedsService,
    private readonly addresses: FeedAddresses,
    private readonly busy: BusyCalendarsService,
    private readonly mailer: Mailer,
  ) {}

  @Get('abonnement')
  show(@Query() { besked }: SubscriptionsQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, besked, null));
  }

  @Post('abonnement')
  open(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, async (tx) => {
      const { id, url } = await this.feeds.open(tx, feedWish((await readForm(FeedForm, body)).what, tx.actor));
      await this.addresses.keep(tx, id, url);
      return `/kalender/abonnement/${id}`;
    }, (tx, refusal) => this.page(tx, undefined, refusal));
  }

  @Get('abonnement/:id')
  showNew(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, async (tx) => {
      const view = newSubscriptionView(await this.addresses.read(tx, id));
      return { title: view.heading, current: '/kalender', content: <NewSubscription {...view} /> };
    });
  }

  @Post('abonnement/:id/luk')
  revoke(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, 'lukket', (tx) => this.feeds.revoke(tx, id));
  }

  @Post('kanal')
  choose(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, 'kanal', async (tx) => chooseOpenChannel(tx, (await readForm(ChannelForm, body)).channel), 'channel');
  }

  @Post('optaget')
  share(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, 'delt', async (tx) => this.busy.set(tx, (await readForm(BusyForm, body)).url), 'url');
  }

  @Post('optaget/fjern')
  stopSharing(@Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, 'fjernet', (tx) => this.busy.remove(tx));
  }

  private change(reply: FastifyReply, notice: string, work: (tx: Tx) => Promise<unknown>, field?: string): Promise<void> {
    const named = (tx: Tx): Promise<unknown> => (field === undefined ? work(tx) : blame(field, work(tx)));
    return this.pages.change(reply, async (tx) => named(tx).then(() => `/kalender/abonnement?besked=${notice}`), (tx, refusal) => this.page(tx, undefined, refusal));
  }

  private async page(tx: Tx, said: string | undefined, refusal: Refusal | null): Promise<Page> {
    const series = (await readAllSeries(tx)).filter(({ endedOn }) => endedOn === null || endedOn >= tx.today);
    const department = (await readDepartments(tx)).find(({ id }) => id === tx.actor.departmentId)?.name ?? null;
    const view = subscriptionsView({
      feeds: await this.feeds.list(tx), series, department, channel: await readChannel(tx), busy: await this.busy.mine(tx), sendsMail: this.mailer.enabled,
    });
    const notice = said !== undefined && Object.hasOwn(NOTICES, said) ? (NOTICES[said] ?? null) : null;
    return { title: TITLE, current: '/kalender', content: <Subscriptions view={view} notice={notice} refusal={refusal} /> };
  }
}

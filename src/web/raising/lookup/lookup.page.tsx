import { Body, Controller, Get, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsNotEmpty, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { allows, Policy } from '../../../auth/policy.js';
import { readStaff } from '../../../departments/staff/staff.queries.js';
import { readDepartments } from '../../../departments/units/departments.queries.js';
import type { Actor } from '../../../platform/database/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { rule } from '../../../platform/errors/domain-error.js';
import type { IdempotencyKey } from '../../../platform/http/idempotency.js';
import { oncePerForm } from '../../../platform/http/once-per-form.js';
import { raiseReferral } from '../../../referrals/referrals.policies.js';
import { accessTo } from '../../../youths/access/open-youth.js';
import { CreateYouthService } from '../../../youths/create-youth.service.js';
import { readLookup } from '../../../youths/lookups/read-lookup.js';
import { YouthLookupsService } from '../../../youths/lookups/youth-lookups.service.js';
import { createYouth, lookUpYouth } from '../../../youths/youths.policies.js';
import { OptionalField, TickField } from '../../forms/form-input.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { FoundPage, LookupPage } from './lookup.js';
import { createView, foundView } from './lookup.view.js';

/** More staff than any municipality of this kind has. */
const MOST_STAFF = 1000;
/** In place of an address: nobody was found. */
const NOBODY = '';

class LookupForm {
  @IsString() @IsNotEmpty() @MaxLength(20)
  cpr!: string;

  @IsString() @IsNotEmpty() @MinLength(3) @MaxLength(200)
  purpose!: string;
}

class NewYouthForm {
  @IsString() @IsNotEmpty() @MaxLength(20)
  cpr!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  firstName!: string;

  @IsString() @IsNotEmpty() @MaxLength(100)
  lastName!: string;

  @IsUUID(undefined, { message: 'Vælg en enhed.' })
  departmentId!: string;

  @OptionalField() @IsUUID()
  coordinatorId?: string;

  @TickField()
  specialSchool = false;
}

/** Who is with a youth that one cannot see: by CPR number and purpose, never in an address. */
@Controller('opslag')
@UseGuards(FormGuard)
export class LookupPages {
  constructor(
    private readonly db: Database,
    private readonly pages: Pages,
    private readonly lookups: YouthLookupsService,
    private readonly creation: CreateYouthService,
  ) {}

  @Get()
  @Policy(lookUpYouth)
  ask(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => lookupPage(tx, null));
  }

  @Post()
  @Policy(lookUpYouth)
  lookUp(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.changeStepwise(reply, (actor, form) => this.find(actor, form, body), lookupPage);
  }

  @Post('opret')
  @Policy(createYouth)
  create(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.change(reply, (tx) => this.record(tx, body), lookupPage);
  }

  @Get(':lookupId')
  @Policy(lookUpYouth)
  show(@Param('lookupId') lookupId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => foundPage(tx, lookupId));
  }

  /** A number that is known leads to the card, as a look-up does: with whom to call, and on to a referral. */
  private async record(tx: Tx, body: unknown): Promise<string> {
    const { cpr, ...given } = await readForm(NewYouthForm, body);
    const { youthId, known } = await this.creation.create(tx, cpr, given, null);
    return youthId === null ? `/opslag/${known.lookupId}` : `/unge/${youthId}`;
  }

  /** The look-up is logged also when nobody is found: it is kept before the refusal is said. */
  private async find(actor: Actor, form: IdempotencyKey | null, body: unknown): Promise<string> {
    const { cpr, purpose } = await readForm(LookupForm, body);
    const address = await this.db.transaction(actor, (tx) => oncePerForm(tx, form, async () => {
      const found = await this.lookups.lookUp(tx, cpr, purpose, null);
      return found === null ? NOBODY : `/opslag/${found.lookupId}`;
    }));
    if (address !== NOBODY) return address;
    throw rule('youth_unknown', 'Vi kender ingen ung med det nummer.', [{ field: 'cpr', code: 'youth_unknown', message: 'Tjek nummeret.' }]);
  }
}

async function lookupPage(tx: Tx, refusal: Refusal | null): Promise<Page> {
  const create = allows(createYouth, tx.actor) ? createView(tx.actor, await readDepartments(tx), await readStaff(tx, null, null, MOST_STAFF)) : null;
  return { title: 'Slå en ung op', current: '/opslag', content: <LookupPage refusal={refusal} create={create} /> };
}

async function foundPage(tx: Tx, lookupId: string): Promise<Page> {
  const { youthId, card } = await readLookup(tx, lookupId);
  const sees = (await accessTo(tx, youthId))?.scope === 'full';
  const ask = allows(raiseReferral, tx.actor) ? (sees ? `/unge/${youthId}/anmodning` : `/opslag/${lookupId}/anmodning`) : null;
  return { title: 'Den unge er kendt', current: '/opslag', content: <FoundPage {...foundView(card, ask, sees ? youthId : null)} /> };
}

import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency, type IdempotencyKey, once } from '../../platform/http/idempotency.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { writeAgenda } from '../agendas.policies.js';
import { StatementChange, StatementInput } from './statement.dto.js';
import { addStatement, changeStatement, readStatement, removeStatement, type StatementLine } from './statements.js';

@ApiTags('agendas')
@Controller('api/v1/bookings/:bookingId/agenda/statements')
@Policy(writeAgenda)
export class StatementsController {
  constructor(private readonly db: Database) {}

  @Post()
  add(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Body() input: StatementInput, @Idempotency() key: IdempotencyKey | null,
  ): Promise<StatementLine> {
    return this.db.transaction(actor, async (tx) => readStatement(tx, bookingId, await once(tx, key, () => addStatement(tx, bookingId, input))));
  }

  @Patch(':statementId')
  change(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Param('statementId') id: string, @IfMatch() version: number,
    @Body() change: StatementChange,
  ): Promise<StatementLine> {
    return this.db.transaction(actor, async (tx) => {
      await changeStatement(tx, bookingId, id, version, change);
      return readStatement(tx, bookingId, id);
    });
  }

  @Delete(':statementId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor, @Param('bookingId') bookingId: string, @Param('statementId') id: string, @IfMatch() version: number,
  ): Promise<void> {
    return this.db.transaction(actor, (tx) => removeStatement(tx, bookingId, id, version));
  }
}

import { Body, Controller, Get, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readAgenda, writeAgenda } from '../../../agendas/agendas.policies.js';
import { readAgenda as read } from '../../../agendas/read-agenda.js';
import { addRating, changeRating, removeRating } from '../../../agendas/ratings/ratings.js';
import { putBack } from '../../../agendas/removed/removed-rows.js';
import { addStatement, changeStatement, removeStatement } from '../../../agendas/statements/statements.js';
import { Policy } from '../../../auth/policy.js';
import type { Tx } from '../../../platform/database/tx.js';
import { itemStamp } from '../../../reports/item/item-stamp.js';
import { readForm } from '../../forms/read-form.js';
import type { Refusal } from '../../forms/refusal.js';
import { FormGuard } from '../../layout/form-guard.js';
import { type Page, Pages } from '../../layout/pages.js';
import { noticeOf } from '../item-notice.js';
import { ItemQuery } from '../item-query.js';
import { readItem } from '../read-item.js';
import { Meeting } from './meeting.js';
import { meetingView } from './meeting.view.js';
import { RatingChangeForm, RatingForm, RemovalForm, StatementForm, StatementTextForm } from './meeting-forms.js';

/** The board of the meeting: every row is saved by itself, over the version that its writer saw. */
@Controller('punkter/:id')
@UseGuards(FormGuard)
export class MeetingPage {
  constructor(private readonly pages: Pages) {}

  @Get('moede')
  @Policy(readAgenda)
  show(@Param('id') id: string, @Query() query: ItemQuery, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.showChanged(reply, (tx) => itemStamp(tx, id), (tx) => meetingPage(tx, id, null, query));
  }

  @Post('udsagn')
  @Policy(writeAgenda)
  addStatement(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const form = await readForm(StatementForm, body);
      await addStatement(tx, id, form);
      return `#kolonne-${form.heading}`;
    });
  }

  @Post('udsagn/:statementId')
  @Policy(writeAgenda)
  changeStatement(@Param('id') id: string, @Param('statementId') statementId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { text, version } = await readForm(StatementTextForm, body);
      await changeStatement(tx, id, statementId, Number(version), { text });
      return `#udsagn-${statementId}`;
    });
  }

  @Post('udsagn/:statementId/slet')
  @Policy(writeAgenda)
  removeStatement(@Param('id') id: string, @Param('statementId') statementId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await removeStatement(tx, id, statementId, await versionOf(body));
      return `?besked=udsagn-slettet&raekke=${statementId}`;
    });
  }

  @Post('udsagn/:statementId/fortryd')
  @Policy(writeAgenda)
  putStatementBack(@Param('id') id: string, @Param('statementId') statementId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await putBack(tx, id, 'statement', statementId);
      return `#udsagn-${statementId}`;
    });
  }

  @Post('tal')
  @Policy(writeAgenda)
  addRating(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const form = await readForm(RatingForm, body);
      await addRating(tx, id, { ...form, value: Number(form.value) });
      return '#skala';
    });
  }

  @Post('tal/:ratingId')
  @Policy(writeAgenda)
  changeRating(@Param('id') id: string, @Param('ratingId') ratingId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { value, because, oneUp, version } = await readForm(RatingChangeForm, body);
      await changeRating(tx, id, ratingId, Number(version), { value: Number(value), because: because ?? null, oneUp: oneUp ?? null });
      return `#tal-${ratingId}`;
    });
  }

  @Post('tal/:ratingId/slet')
  @Policy(writeAgenda)
  removeRating(@Param('id') id: string, @Param('ratingId') ratingId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await removeRating(tx, id, ratingId, await versionOf(body));
      return `?besked=tal-slettet&raekke=${ratingId}`;
    });
  }

  @Post('tal/:ratingId/fortryd')
  @Policy(writeAgenda)
  putRatingBack(@Param('id') id: string, @Param('ratingId') ratingId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await putBack(tx, id, 'scale_rating', ratingId);
      return `#tal-${ratingId}`;
    });
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, async (tx) => `/punkter/${id}/moede${await work(tx)}`, (tx, refusal) => meetingPage(tx, id, refusal, {}));
  }
}

async function meetingPage(tx: Tx, id: string, refused: Refusal | null, query: ItemQuery): Promise<Page> {
  const refusal = refused === null ? null : withWayToRow(refused);
  const view = meetingView(await readItem(tx, id), await read(tx, id), refusal);
  return { title: 'På mødet', current: '/dagsorden', content: <Meeting view={view} refusal={refusal} notice={noticeOf(id, query)} /> };
}

/** The form of a row carries its text too when it is sent to be taken away. */
async function versionOf(body: unknown): Promise<number> {
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return Number((await readForm(RemovalForm, { version })).version);
}

/** Leads from the summary at the top to the row that two have written in. */
function withWayToRow(refusal: Refusal): Refusal {
  if (refusal.code !== 'changed_meanwhile') return refusal;
  return { ...refusal, errors: [{ field: refusal.action.includes('/tal/') ? 'value' : 'text', code: refusal.code, message: 'Gå til linjen, og vælg' }] };
}

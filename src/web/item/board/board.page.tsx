import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readAgenda } from '../../../agendas/agendas.policies.js';
import { Policy } from '../../../auth/policy.js';
import { itemStamp } from '../../../reports/item/item-stamp.js';
import { Pages } from '../../layout/pages.js';
import { Board } from './board.js';
import { boardView } from './board.view.js';
import { readBoard } from './read-board.js';

/** The screen in the room. Its script asks again with the stamp that it knows. */
@Controller('punkter/:id/skaerm')
export class BoardPage {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Policy(readAgenda)
  show(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.showChanged(reply, (tx) => itemStamp(tx, id), async (tx) => ({ title: 'Skærm', bare: true, content: <Board view={boardView(await readBoard(tx, id))} /> }));
  }
}

import { Body, Controller, Get, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { allows, definePolicy, Policy } from '../../auth/policy.js';
import type { Tx } from '../../platform/database/tx.js';
import { YouthSearchService } from '../../youths/youth-search.service.js';
import { readYouth } from '../../youths/youths.policies.js';
import { FormGuard } from '../layout/form-guard.js';
import { type Page, Pages } from '../layout/pages.js';
import { SearchPage } from './search.js';
import { SHORTEST_TEXT, searchView } from './search.view.js';

const search = definePolicy('pages.search', 'signed_in');

export class SearchForm {
  @IsString() @MaxLength(100)
  text!: string;
}

/** What is looked for is a name or a number: it is sent as a form and never stands in an address. */
@Controller('soeg')
@UseGuards(FormGuard)
@Policy(search)
export class SearchPages {
  constructor(
    private readonly pages: Pages,
    private readonly youths: YouthSearchService,
  ) {}

  @Get()
  show(@Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, null));
  }

  @Post()
  @HttpCode(200)
  find(@Body() { text }: SearchForm, @Res() reply: FastifyReply): Promise<void> {
    return this.pages.show(reply, (tx) => this.page(tx, text));
  }

  private async page(tx: Tx, text: string | null): Promise<Page> {
    const looks = text !== null && text.trim().length >= SHORTEST_TEXT && allows(readYouth, tx.actor);
    const hits = looks ? await this.youths.search(tx, text) : null;
    return { title: 'Søg', current: '/soeg', content: <SearchPage {...searchView(tx.actor, text, hits)} /> };
  }
}

import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { CurrentActor } from '../../auth/current-actor.js';
import { Policy } from '../../auth/policy.js';
import { Config } from '../../platform/config/config.js';
import type { Actor } from '../../platform/database/actor.js';
import { Database } from '../../platform/database/database.js';
import { IfMatch } from '../../platform/http/if-match.js';
import { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { DecisionInput } from '../closing/closing.dto.js';
import { closeItems, readConclusions } from '../conclusions.policies.js';
import type { MinutesContent } from './minutes-content.js';
import { minutesFile } from './minutes-file.js';
import { MinutesService } from './minutes.service.js';
import { readMinutes } from './read-minutes.js';

class MinutesCorrection {
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => DecisionInput)
  decisions!: DecisionInput[];
}

@ApiTags('conclusions')
@Controller('api/v1/bookings/:id')
export class MinutesController {
  constructor(
    private readonly db: Database,
    private readonly minutes: MinutesService,
    private readonly renderer: PdfRenderer,
    private readonly config: Config,
  ) {}

  @Get('minutes')
  @Policy(readConclusions)
  read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MinutesContent> {
    return this.db.transaction(actor, (tx) => readMinutes(tx, id));
  }

  @Put('minutes')
  @Policy(closeItems)
  correct(@CurrentActor() actor: Actor, @Param('id') id: string, @IfMatch() version: number, @Body() body: MinutesCorrection): Promise<MinutesContent> {
    return this.db.transaction(actor, async (tx) => {
      await this.minutes.correct(tx, id, version, body.decisions);
      return readMinutes(tx, id);
    });
  }

  @Post('minutes/approval')
  @HttpCode(200)
  @Policy(closeItems)
  approve(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<MinutesContent> {
    return this.db.transaction(actor, async (tx) => {
      await this.minutes.approve(tx, id);
      return readMinutes(tx, id);
    });
  }

  @Get('minutes.pdf')
  @Header('cache-control', 'no-store')
  @Policy(readConclusions)
  async pdf(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const minutes = await this.db.transaction(actor, (tx) => readMinutes(tx, id));
    return minutesFile(this.renderer, minutes, this.config.MUNICIPALITY);
  }
}

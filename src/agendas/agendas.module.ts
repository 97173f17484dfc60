import { Module } from '@nestjs/common';
import { AgendasController } from './agendas.controller.js';
import { RatingsController } from './ratings/ratings.controller.js';
import { StatementsController } from './statements/statements.controller.js';
import { AgendaMaker } from './steps/make-agenda.js';

@Module({ controllers: [AgendasController, StatementsController, RatingsController], providers: [AgendaMaker] })
export class AgendasModule {}

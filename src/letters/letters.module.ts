import { Module } from '@nestjs/common';
import { PdfModule } from '../platform/pdf/pdf.module.js';
import { LettersController } from './letters.controller.js';
import { MinutesCopiesController } from './minutes-copies/minutes-copies.controller.js';
import { MinutesCopiesPlanner } from './minutes-copies/plan-copies.handler.js';
import { LetterPlanner } from './planning/letter-planner.js';

/** What leaves the house by the municipality's own post: letters to youths and parents, minutes for outsiders. Nothing here is mailed. */
@Module({ imports: [PdfModule], controllers: [LettersController, MinutesCopiesController], providers: [LetterPlanner, MinutesCopiesPlanner] })
export class LettersModule {}

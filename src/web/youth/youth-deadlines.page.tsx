import { Body, Controller, Param, Post, Res, UseGuards } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Policy } from '../../auth/policy.js';
import { recordMilestone, waiveDeadline } from '../../deadlines/deadlines.policies.js';
import { recordMilestoneByPerson, voidMilestone } from '../../deadlines/milestones/record-milestone.js';
import { isRecordedByPersons, MILESTONE_KIND_CODES, type MilestoneKind } from '../../deadlines/rules/milestone-kinds.js';
import { takeWaiverBack, waive } from '../../deadlines/waive-deadline.js';
import type { CalendarDate } from '../../platform/clock/calendar-date.js';
import type { Tx } from '../../platform/database/tx.js';
import { IsCalendarDate } from '../../platform/http/is-calendar-date.js';
import { blame } from '../forms/blame.js';
import { readForm } from '../forms/read-form.js';
import { FormGuard } from '../layout/form-guard.js';
import { Pages } from '../layout/pages.js';
import { backToYouth } from './youth-notices.js';
import { YouthScreen } from './youth-screen.js';

class DoneForm {
  @IsCalendarDate()
  occurredOn!: CalendarDate;
}

class MilestoneForm extends DoneForm {
  @IsIn(MILESTONE_KIND_CODES.filter(isRecordedByPersons))
  kind!: MilestoneKind;
}

class WaiverForm {
  @IsString() @IsNotEmpty() @MinLength(3) @MaxLength(1_000)
  reason!: string;
}

/** What becomes of a youth's deadlines: met, not relevant, or started by something that has happened. */
@Controller('unge/:id')
@UseGuards(FormGuard)
export class YouthDeadlinesPage {
  constructor(
    private readonly pages: Pages,
    private readonly screen: YouthScreen,
  ) {}

  /** "Klaret i fagsystem". */
  @Post('frister/:deadlineId/klaret')
  @Policy(recordMilestone)
  tick(@Param('id') id: string, @Param('deadlineId') deadlineId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { occurredOn } = await readForm(DoneForm, body);
      const { id: milestoneId } = await blame('occurredOn', recordMilestoneByPerson(tx, id, { deadlineId, occurredOn }));
      return backToYouth(id, 'klaret', 'frister', milestoneId);
    });
  }

  @Post('frister/:deadlineId/ikke-relevant')
  @Policy(waiveDeadline)
  waive(@Param('id') id: string, @Param('deadlineId') deadlineId: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await waive(tx, deadlineId, (await readForm(WaiverForm, body)).reason);
      return backToYouth(id, 'irrelevant', 'frister', deadlineId);
    });
  }

  @Post('frister/:deadlineId/relevant')
  @Policy(waiveDeadline)
  takeWaiverBack(@Param('id') id: string, @Param('deadlineId') deadlineId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await takeWaiverBack(tx, deadlineId);
      return backToYouth(id, 'relevant', 'frister');
    });
  }

  @Post('milepaele')
  @Policy(recordMilestone)
  record(@Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      const { id: milestoneId } = await blame('occurredOn', recordMilestoneByPerson(tx, id, await readForm(MilestoneForm, body)));
      return backToYouth(id, 'milepael', 'frister', milestoneId);
    });
  }

  @Post('milepaele/:milestoneId/fortryd')
  @Policy(recordMilestone)
  undo(@Param('id') id: string, @Param('milestoneId') milestoneId: string, @Res() reply: FastifyReply): Promise<void> {
    return this.change(reply, id, async (tx) => {
      await voidMilestone(tx, milestoneId);
      return backToYouth(id, 'fortrudt', 'frister');
    });
  }

  private change(reply: FastifyReply, id: string, work: (tx: Tx) => Promise<string>): Promise<void> {
    return this.pages.change(reply, work, (tx, refusal) => this.screen.page(tx, id, { refusal }));
  }
}

import { Module } from '@nestjs/common';
import { AdHocDays } from './days/ad-hoc-days.js';
import { DayClock } from './days/day-clock.job.js';
import { DayCrew } from './days/day-crew.js';
import { DayStates } from './days/day-states.service.js';
import { MeetingDaysController } from './days/meeting-days.controller.js';
import { DayRelocation } from './days/relocation.js';
import { MeetingSeriesController } from './series/meeting-series.controller.js';
import { MeetingSeriesService } from './series/meeting-series.service.js';
import { SeriesKeeper } from './series/series-keeper.js';

/** Series and their days; what is booked on them is the bookings' module. */
@Module({
  controllers: [MeetingDaysController, MeetingSeriesController],
  providers: [AdHocDays, DayClock, DayCrew, DayRelocation, DayStates, MeetingSeriesService, SeriesKeeper],
  exports: [AdHocDays, DayCrew, DayRelocation, DayStates, MeetingSeriesService],
})
export class MeetingDaysModule {}

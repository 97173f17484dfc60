import { defineMessage } from '../platform/outbox/message.js';

/** An import has landed, or was given up; its landed youths are in `youth_import_youth`. */
export const youthsImported = defineMessage<{ importId: string }>('youths.imported');

/** Something that deadlines are counted from has changed: birth date, measures, school, protection or an ended youth. */
export const youthChanged = defineMessage<{ youthId: string }>('youth.changed');

/** A holder of custody has been removed, or is now to be invited to the meetings, or no longer. */
export const custodyHoldersChanged = defineMessage<{ youthId: string }>('youth.custody_changed');

/**
 * A leaver's open actions go to the receiver: those on `youthIds`; when it is null, all but those on `exceptYouthIds`
 * (which another message moves, in any order). The youths themselves change hands only when the receiver accepts each
 * hand-over.
 */
export const staffSucceeded = defineMessage<{
  successionId: string;
  fromStaffId: string;
  toStaffId: string;
  youthIds: readonly string[] | null;
  exceptYouthIds: readonly string[];
}>('staff.succeeded');

import assert from 'node:assert/strict';
import { ANY, type Fault } from '../harness/fault.js';

const GUARD = 'ex_occupancy_once';
const DROP = `ALTER TABLE occupancy DROP CONSTRAINT ${GUARD}`;
const OTHER_TEXT = `ALTER TABLE occupancy ADD CONSTRAINT ${GUARD} EXCLUDE USING gist (resource_id WITH =, during WITH =)`;
const AS_IT_WAS = `ALTER TABLE occupancy ADD CONSTRAINT ${GUARD} EXCLUDE USING gist (resource_id WITH =, during WITH &&)`;

export const fault: Fault = {
  id: 'F27', title: 'the guard against double booking is dropped, or stands there with another text', queues: ANY,
  async run(stage) {
    await stage.query(DROP);
    await refusesToStart();
    await stage.query(OTHER_TEXT);
    await refusesToStart();
    await stage.query(`${DROP}; ${AS_IT_WAS}`);
    return {};

    async function refusesToStart(): Promise<void> {
      for (const program of [stage.launch('web', 'src/main.js', { PORT: '0' }), stage.launchWorker()]) {
        assert.ok((await program.ended) !== 0, `the ${program.name} does not start`);
        assert.match(program.output, new RegExp(GUARD), `the ${program.name} names the guard`);
      }
    }
  },
};

import { suggestReceivers } from './suggest-receivers.js';

const youth = (id: string, chosen: string | null = null) => ({ id, youthId: id, chosen });
const other = (id: string, youthId: string | null) => ({ id, youthId, chosen: null });

describe('who is proposed for a leaver’s work', () => {
  it('is the colleague with the fewest youths, each one counted', () => {
    const found = suggestReceivers({ youths: [youth('a'), youth('b'), youth('c')], others: [] }, [{ id: 'bo', youths: 5 }, { id: 'ulla', youths: 4 }]);
    expect([...found.values()]).toEqual(['ulla', 'bo', 'ulla']);
  });

  it('is whoever has been asked for the youth already, and items and actions follow the youth', () => {
    const found = suggestReceivers(
      { youths: [youth('a', 'solvej'), youth('b')], others: [other('item', 'a'), other('action', 'b'), other('foreign', 'x')] }, [{ id: 'bo', youths: 0 }],
    );
    expect(Object.fromEntries(found)).toEqual({ a: 'solvej', b: 'bo', item: 'solvej', action: 'bo', foreign: 'bo' });
  });

  it('is nobody where the unit has nobody else', () => {
    expect(suggestReceivers({ youths: [youth('a')], others: [other('item', null)] }, []).size).toBe(0);
  });
});

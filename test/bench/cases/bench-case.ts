import type { TestApp } from '../../support/app.js';
import type { BareOrders } from '../bare-orders.js';
import type { ChildServer } from '../child-server.js';
import type { Options } from '../options.js';
import type { Comparison, Side } from '../rounds.js';
import type { World } from '../world.js';

/** What a case adds to the bare server's orders. */
export type Orders = Partial<Pick<BareOrders, 'plans' | 'feed'>>;

export interface Sides {
  /** The two servers, each on its own copy of the world. */
  readonly servers: Readonly<Record<Side, ChildServer>>;
  /** The database of our server, as its owner. */
  readonly ourDatabaseUrl: string;
}

export interface BenchCase {
  /** Lets our application do once what will be measured, in a copy of the world that is then thrown away. */
  prepare(app: TestApp, world: World): Promise<Orders>;
  /** Measures; what it returns beside the figures is printed with them. */
  compare(sides: Sides, world: World, options: Options): Promise<Comparison & object>;
}
